import { formatDay, type Instant, localTime, weekdayOf, type ZoneId } from "../../time.ts";
import type { LedgerRow } from "../row.ts";

/** Writes an instant as a person reads it, in the patient's zone. */
export type When = (at: Instant) => string;

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** The patient's own zone where it is known, else UTC. */
export function zoneOf(rows: readonly LedgerRow[]): ZoneId {
  for (const { event } of rows.toReversed()) {
    if (event.type === "profile-changed") return event.reach.zones[0] ?? "UTC";
  }
  return "UTC";
}

/** `Mon 2026-10-05 10:21` */
export function localWords(at: Instant, zone: ZoneId): string {
  const { day, minute } = localTime(at, zone);
  const two = (value: number) => String(value).padStart(2, "0");
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${weekdays[weekdayOf(day) - 1]} ${formatDay(day)} ${time}`;
}
