import { dayOf, hourMs, type Instant, nextDayStart, type ZoneId } from "../zone.ts";
import type { Cap } from "./policy.ts";

/** A calendar day on which the clock is set back. */
const longestDayMs = 25 * hourMs;

export interface CapOpening {
  /** The earliest instant at which every cap allows one more contact. */
  readonly at: Instant;
  /** `name` of the cap that held it back to the last. */
  readonly cap: string;
}

/**
 * Undefined when one more contact may start at `at` under every cap; else the earliest later
 * instant at which it may, hours not considered. `touchTimes` are the starts of the contacts that
 * count, in any order, one of which may lie after `at` (another worker's clock). A calendar day is
 * counted in every zone the patient may live in and must hold in each; with no zone at all it is any
 * 25 hours, which hold for the calendar of every place. A rolling cap
 * counts any stretch of its hours, of which the end no longer counts: three contacts in 168 hours
 * allow the fourth exactly 168 hours after the first.
 * @throws RangeError `contact/cap-below-one` for a cap that never allows anything.
 */
export function capOpensAt(
  at: Instant,
  touchTimes: readonly Instant[],
  caps: readonly Cap[],
  zones: readonly ZoneId[],
): CapOpening | undefined {
  const touches = [...touchTimes].sort((a, b) => a - b);
  let opens = at;
  let bound: string | undefined;
  for (let agreeing = 0, index = 0; agreeing < caps.length; index++) {
    const cap = caps[index % caps.length] as Cap;
    if (!(cap.max >= 1)) throw new RangeError("contact/cap-below-one");
    const next = opensUnder(cap, opens, touches, zones);
    if (next > opens) bound = cap.name;
    agreeing = next === opens ? agreeing + 1 : 1;
    opens = next;
  }
  return bound === undefined ? undefined : { at: opens, cap: bound };
}

function opensUnder(
  cap: Cap,
  at: Instant,
  touches: readonly Instant[],
  zones: readonly ZoneId[],
): Instant {
  if (cap.per === "rolling") return opensRolling(at, touches, cap.hours * hourMs, cap.max);
  if (zones.length > 0) return opensByDay(at, touches, zones, cap.max);
  return opensRolling(at, touches, longestDayMs, cap.max);
}

function opensByDay(
  at: Instant,
  touches: readonly Instant[],
  zones: readonly ZoneId[],
  max: number,
): Instant {
  let opens = at;
  for (let agreeing = 0, index = 0; agreeing < zones.length; index++) {
    const zone = zones[index % zones.length] as ZoneId;
    const day = dayOf(opens, zone);
    let started = 0;
    for (const touch of touches) if (dayOf(touch, zone) === day) started++;
    if (started >= max) {
      opens = nextDayStart(opens, zone);
      agreeing = 0;
    } else agreeing++;
  }
  return opens;
}

/** A contact at `t` is refused while it would be one of max + 1 within less than the span. */
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

/** The end of the refusal that `at` lies in: a span after the first of the crowded contacts. */
function holdingUntil(
  at: Instant,
  touches: readonly Instant[],
  spanMs: number,
  max: number,
): Instant | undefined {
  const position = touches.findLastIndex((touch) => touch <= at) + 1;
  const merged = touches.toSpliced(position, 0, at);
  let until: Instant | undefined;
  for (let first = Math.max(0, position - max); first <= position; first++) {
    const last = merged[first + max];
    const start = merged[first] as Instant;
    if (last === undefined || last - start >= spanMs) continue;
    // When `at` is itself the first, it stays crowded at least until it has passed the next.
    const held = first === position ? (merged[first + 1] as Instant) : start + spanMs;
    until = Math.max(until ?? held, held);
  }
  return until;
}
