// Temporal as functions: they are a third of its classes, and every cold start loads them.
import { fromEpochMilliseconds, toZonedDateTimeISO } from "temporal-polyfill/fns/Instant";
import { getTimeZoneTransition, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";
import type { Day } from "./calendar.ts";

/** Milliseconds since 1970-01-01T00:00Z, whole. */
export type Instant = number;

/** A name of the IANA time zone database, as `America/New_York`. Never a fixed offset. */
export type ZoneId = string;

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** A stretch of time in which a zone's offset does not change: from `start`, before `end`. */
export interface OffsetSpan {
  readonly start: Instant;
  readonly end: Instant;
  /** Local time minus UTC, in milliseconds: negative in the Americas. */
  readonly offsetMs: number;
}

/**
 * Offsets are read from Temporal a block of about 4.4 years at a time and kept: a table per zone
 * answers a million lookups a second, while a cold function pays only for the years it asks for.
 */
const blockMs = 2 ** 37;
const blocksByZone = new Map<ZoneId, Map<number, readonly OffsetSpan[]>>();

/**
 * The stretch of constant offset around an instant. Its ends are the zone's transitions or the
 * edges of a block, so neighbours may have the same offset.
 * @throws RangeError when the zone is unknown or the instant is outside what Temporal can name.
 */
export function offsetSpanAt(instant: Instant, zone: ZoneId): OffsetSpan {
  const index = Math.floor(instant / blockMs);
  const spans = blocksByZone.get(zone)?.get(index) ?? readBlock(zone, index);
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle] as OffsetSpan).start <= instant) low = middle;
    else high = middle - 1;
  }
  return spans[low] as OffsetSpan;
}

function readBlock(zone: ZoneId, index: number): readonly OffsetSpan[] {
  if (!isZone(zone)) throw new RangeError("time/unknown-zone");
  const end = (index + 1) * blockMs;
  const spans: OffsetSpan[] = [];
  let from = toZonedDateTimeISO(fromEpochMilliseconds(index * blockMs), zone);
  for (;;) {
    const start = from.epochMilliseconds;
    const offsetMs = offsetNanoseconds(from) / 1e6;
    const next = getTimeZoneTransition(from, "next");
    if (!next || next.epochMilliseconds >= end) {
      spans.push({ start, end, offsetMs });
      break;
    }
    spans.push({ start, end: next.epochMilliseconds, offsetMs });
    from = next;
  }
  const blocks = blocksByZone.get(zone) ?? new Map<number, readonly OffsetSpan[]>();
  blocks.set(index, spans);
  blocksByZone.set(zone, blocks);
  return spans;
}

/** Whether the text names a zone of the IANA database (any case). Fixed offsets are not zones. */
export function isZone(text: string): boolean {
  if (blocksByZone.has(text)) return true;
  // Temporal also takes `+05:00` and whole date-times here: neither follows a place's clock.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return false;
  try {
    toZonedDateTimeISO(fromEpochMilliseconds(0), text);
    return true;
  } catch {
    return false;
  }
}

/** The calendar day that a clock in the zone shows. */
export function dayOf(instant: Instant, zone: ZoneId): Day {
  return Math.floor((instant + offsetSpanAt(instant, zone).offsetMs) / dayMs);
}

/** The calendar day and the minute of it, 0…1439, that a clock in the zone shows. */
export function localTime(
  instant: Instant,
  zone: ZoneId,
): { readonly day: Day; readonly minute: number } {
  const wall = instant + offsetSpanAt(instant, zone).offsetMs;
  const day = Math.floor(wall / dayMs);
  return { day, minute: Math.floor((wall - day * dayMs) / minuteMs) };
}

/**
 * The instant at which a clock in the zone shows this day and minute (0…1440). A time that occurs
 * twice is the first of the two; one that is skipped moves on by the length of the gap (02:30
 * becomes 03:30), which is what RFC 5545 and Temporal's `compatible` do.
 */
export function atLocal(day: Day, minuteOfDay: number, zone: ZoneId): Instant {
  return atWall(day * dayMs + minuteOfDay * minuteMs, zone);
}

/** `atLocal` for a wall clock given in milliseconds since its own 1970-01-01T00:00. */
export function atWall(wallMs: number, zone: ZoneId): Instant {
  // Offsets lie within a day of UTC, so these two are the only ones that can apply to this clock.
  const before = offsetSpanAt(wallMs - dayMs, zone).offsetMs;
  const after = offsetSpanAt(wallMs + dayMs, zone).offsetMs;
  if (before === after) return wallMs - before;
  const first = wallMs - Math.max(before, after);
  if (first + offsetSpanAt(first, zone).offsetMs === wallMs) return first;
  const second = wallMs - Math.min(before, after);
  if (second + offsetSpanAt(second, zone).offsetMs === wallMs) return second;
  return wallMs - before;
}

/** The first instant of the day in the zone: after the gap where midnight itself is skipped. */
export function startOfDay(day: Day, zone: ZoneId): Instant {
  const midnight = atLocal(day, 0, zone);
  let span = offsetSpanAt(midnight, zone);
  if (midnight + span.offsetMs === day * dayMs) return midnight;
  const { offsetMs } = span;
  while (offsetSpanAt(span.start - 1, zone).offsetMs === offsetMs) {
    span = offsetSpanAt(span.start - 1, zone);
  }
  return span.start;
}

/**
 * The first instant after this one at which a clock in the zone shows another day: midnight, or the
 * end of the gap that swallows it. Always later than `instant`, also where a clock set back past
 * midnight shows a day twice.
 */
export function nextDayStart(instant: Instant, zone: ZoneId): Instant {
  const today = dayOf(instant, zone);
  for (let from = instant; ; ) {
    const { end, offsetMs } = offsetSpanAt(from, zone);
    const midnight = (today + 1) * dayMs - offsetMs;
    if (midnight < end) return midnight;
    if (dayOf(end, zone) !== today) return end;
    from = end;
  }
}
