import { Temporal } from "temporal-polyfill";

/** Zones whose clocks do the same throughout the years that are looked at. */
export interface ClockClass {
  readonly zones: readonly string[];
  /** The moments at which their offset changes, in order. */
  readonly changes: readonly number[];
}

/** Every zone that this runtime knows, by the changes of its clock between the two moments. */
export function clockClasses(from: number, until: number): readonly ClockClass[] {
  const classes = new Map<string, { zones: string[]; changes: readonly number[] }>();
  for (const zone of everyZone()) {
    const begin = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
    const offsets = [begin.offset];
    const changes: number[] = [];
    for (let next = begin.getTimeZoneTransition("next"); next; ) {
      if (next.epochMilliseconds >= until) break;
      changes.push(next.epochMilliseconds);
      offsets.push(next.offset);
      next = next.getTimeZoneTransition("next");
    }
    const key = JSON.stringify([offsets, changes]);
    const known = classes.get(key);
    if (known) known.zones.push(zone);
    else classes.set(key, { zones: [zone], changes });
  }
  return [...classes.values()];
}

/** Names that the runtime lists, and those it knows under another name only. */
function everyZone(): readonly string[] {
  const renamed = ["America/Nuuk", "Asia/Kolkata", "Asia/Kathmandu", "Europe/Kyiv", "UTC"];
  return [...new Set([...Intl.supportedValuesOf("timeZone"), ...renamed])];
}
