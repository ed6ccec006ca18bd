import { type Day, weekdayOf } from "../calendar.ts";
import type { CampaignId } from "../campaign/campaign.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import { dayOf, hourMs, type Instant, nextDayStart, type ZoneId } from "../zone.ts";
import type { Cap } from "./policy.ts";

/** A calendar day, and a calendar week, in which the clock is set back. */
const longestDayMs = 25 * hourMs;
const longestWeekMs = 169 * hourMs;

/** One contact as caps see it: begun, or about to begin. */
export interface CountedContact {
  readonly at: Instant;
  readonly campaign: CampaignId;
  readonly channel: Channel;
  readonly point: PointId;
}

/** Where the patient may live: each zone's calendar counts; so does each state's own cap. */
export interface CapPlace {
  readonly zones: readonly ZoneId[];
  /** Absent: not known, and then every state's cap holds. */
  readonly states?: readonly string[];
}

export interface CapOpening {
  /** The earliest instant at which every cap allows one more contact. */
  readonly at: Instant;
  /** `name` of the cap that held it back to the last. */
  readonly cap: string;
}

/**
 * Undefined when this contact may start at its `at` under every cap; else the earliest later
 * instant at which it may, hours not considered. `begun` are the contacts that count, in any order,
 * one of which may lie after `at` (another worker's clock). A calendar day or week is counted in
 * every zone the patient may live in and must hold in each; with no zone at all it is any stretch
 * as long as the longest of them, which holds for the calendar of every place. A rolling cap counts
 * any stretch of its hours, of which the end no longer counts: three contacts in 168 hours allow the
 * fourth exactly 168 hours after the first.
 * @throws RangeError `contact/cap-below-one` for a cap that never allows anything.
 */
export function capOpensAt(
  contact: CountedContact,
  begun: readonly CountedContact[],
  { caps, place }: { readonly caps: readonly Cap[]; readonly place: CapPlace },
): CapOpening | undefined {
  const holding = caps
    .filter((cap) => holdsFor(cap, contact, place) && begun.length >= cap.max)
    .map((cap) => ({ cap, times: timesUnder(cap, contact, begun) }))
    // Fewer than it allows in all are fewer in any of its stretches.
    .filter(({ cap, times }) => times.length >= cap.max);
  let opens = contact.at;
  let bound: string | undefined;
  for (let agreeing = 0, index = 0; agreeing < holding.length; index++) {
    const { cap, times } = holding[index % holding.length] as (typeof holding)[number];
    const next = opensUnder(cap, opens, times, place.zones);
    if (next > opens) bound = cap.name;
    agreeing = next === opens ? agreeing + 1 : 1;
    opens = next;
  }
  return bound === undefined ? undefined : { at: opens, cap: bound };
}

/** A state that is not known may be any: the cap holds. */
function holdsFor(cap: Cap, contact: CountedContact, { states }: CapPlace): boolean {
  if (!(cap.max >= 1)) throw new RangeError("contact/cap-below-one");
  if (cap.channels !== undefined && !cap.channels.includes(contact.channel)) return false;
  const { states: bound } = cap;
  if (bound === undefined || states === undefined || states.length === 0) return true;
  return states.some((state) => bound.includes(state));
}

function timesUnder(
  cap: Cap,
  contact: CountedContact,
  begun: readonly CountedContact[],
): readonly Instant[] {
  return begun
    .filter(
      (other) =>
        (cap.channels === undefined || cap.channels.includes(other.channel)) &&
        (cap.alike === undefined || cap.alike.every((part) => other[part] === contact[part])),
    )
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

function opensUnder(
  cap: Cap,
  at: Instant,
  times: readonly Instant[],
  zones: readonly ZoneId[],
): Instant {
  switch (cap.per) {
    case "rolling":
      return opensRolling(at, times, (cap.hours ?? 0) * hourMs, cap.max);
    case "local-day":
      return zones.length > 0
        ? opensByCalendar(at, times, zones, { max: cap.max, periodOf: (day) => day })
        : opensRolling(at, times, longestDayMs, cap.max);
    case "local-week":
      return zones.length > 0
        ? opensByCalendar(at, times, zones, { max: cap.max, periodOf: weekOf })
        : opensRolling(at, times, longestWeekMs, cap.max);
  }
}

/** The Sunday that the day's week begins with. */
function weekOf(day: Day): Day {
  return day - (weekdayOf(day) % 7);
}

function opensByCalendar(
  at: Instant,
  times: readonly Instant[],
  zones: readonly ZoneId[],
  { max, periodOf }: { readonly max: number; readonly periodOf: (day: Day) => Day },
): Instant {
  let opens = at;
  for (let agreeing = 0, index = 0; agreeing < zones.length; index++) {
    const zone = zones[index % zones.length] as ZoneId;
    const period = periodOf(dayOf(opens, zone));
    let begun = 0;
    for (const time of times) if (periodOf(dayOf(time, zone)) === period) begun++;
    if (begun < max) {
      agreeing++;
      continue;
    }
    agreeing = 0;
    opens = nextDayStart(opens, zone);
  }
  return opens;
}

function opensRolling(
  at: Instant,
  touches: readonly Instant[],
  spanMs: number,
  max: number,
): Instant {
  let opens = at;
  for (;;) {
    const held = holdingUntil(opens, touches, spanMs, max);
    if (held === undefined) return opens;
    opens = held;
  }
}

/** Until when `at` is surely refused: a span after the first of the contacts that crowd it. */
function holdingUntil(
  at: Instant,
  touches: readonly Instant[],
  spanMs: number,
  max: number,
): Instant | undefined {
  const position = touches.findLastIndex((touch) => touch <= at) + 1;
  const merged = touches.toSpliced(position, 0, at);
  for (let first = Math.max(0, position - max); first <= position; first++) {
    const last = merged[first + max];
    const start = merged[first] as Instant;
    if (last === undefined || last - start >= spanMs) continue;
    return start + spanMs;
  }
  return undefined;
}
