import { dayFrom, daysInMonth, formatClock, formatDay } from "./calendar.ts";
import { dayMs, type Instant, minuteMs, offsetSpanAt, type ZoneId } from "./zone.ts";

const pattern =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?([Zz]|[+-]\d{2}(?::?\d{2})?)$/;

/**
 * An instant in ISO 8601 with its offset, as FHIR's `instant` and `dateTime` write it:
 * `2026-03-08T07:59:00-05:00`, `…Z`; seconds may be left out, parts below a millisecond are cut,
 * a leap second reads as :59. Without an offset it is no instant: undefined, as is anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const part = (index: number) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute] = [part(1), part(2), part(3), part(4), part(5)];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || part(6) > 60) return undefined;
  const offset = offsetMinutes(match[8] ?? "");
  if (offset === undefined) return undefined;
  const milliseconds = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  return (
    dayFrom(year, month, day) * dayMs +
    (hour * 60 + minute - offset) * minuteMs +
    Math.min(part(6), 59) * 1000 +
    milliseconds
  );
}

function offsetMinutes(text: string): number | undefined {
  if (text === "Z" || text === "z") return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(":", ""));
  if (hours > 23 || minutes > 59) return undefined;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * ISO 8601 with the offset that the zone has then: `2026-03-08T08:59:00-04:00`; `Z` in UTC.
 * Milliseconds appear only when there are some.
 */
export function formatInstant(instant: Instant, zone: ZoneId = "UTC"): string {
  // ISO 8601 offsets have whole minutes; the few zones that once had seconds are rounded.
  const offset = Math.round(offsetSpanAt(instant, zone).offsetMs / minuteMs);
  const wall = instant + offset * minuteMs;
  const day = Math.floor(wall / dayMs);
  const ofDay = wall - day * dayMs;
  const seconds = String(Math.floor(ofDay / 1000) % 60).padStart(2, "0");
  const rest = ofDay % 1000;
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0")}`;
  const suffix = zone === "UTC" ? "Z" : `${offset < 0 ? "-" : "+"}${formatClock(Math.abs(offset))}`;
  return `${formatDay(day)}T${formatClock(Math.floor(ofDay / minuteMs))}:${seconds}${fraction}${suffix}`;
}
