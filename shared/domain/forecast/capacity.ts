import { firstStart, lastStart } from "../contact/start.ts";
import { type Pace, usedPerSecond } from "../pace/slots.ts";
import { type Channel, channels } from "../patient/contact-point.ts";
import { type Day, dayOf, type Instant, type ZoneId } from "../time.ts";
import { ByTime, type Timed } from "./by-time.ts";
import type { MadeTouch } from "./made-touch.ts";

export interface LaneDay {
  readonly day: Day;
  readonly touches: number;
  readonly units: number;
  /** Touches of this day whose turn comes when they are stale, so that they never leave. */
  readonly late: number;
  /** The longest wait of those that do leave, closed hours included. Ms. */
  readonly longestWaitMs: number;
}

/** How one lane copes with what was planned for it. */
export interface LaneCapacity {
  readonly lane: Channel;
  readonly perSecond: number;
  readonly late: number;
  readonly days: readonly LaneDay[];
  /** The pace at which nothing would be late, to a tenth; absent when nothing is. */
  readonly paceNeeded?: number;
}

/**
 * Whether each lane that has a pace can make these contacts before they are stale. Each waits its
 * turn behind those that were due before it, takes as long as its units need at the provider, and
 * starts only within its own patient's hours; one that missed an opening waits for the next. What
 * is delayed does not put off the steps that follow it, so that later days are told too full
 * rather than too empty.
 */
export function capacityOf(
  touches: readonly MadeTouch[],
  paces: Partial<Readonly<Record<Channel, Pace>>>,
  zone: ZoneId,
): readonly LaneCapacity[] {
  return channels.flatMap((lane) => {
    const pace = paces[lane];
    if (pace === undefined) return [];
    const own = touches.filter(({ channel }) => channel === lane);
    const days = lived(own, pace, zone);
    const late = lateOf(days);
    const { perSecond } = pace;
    if (late === 0) return [{ lane, perSecond, late, days }];
    return [{ lane, perSecond, late, days, ...paceFor(own, pace, zone) }];
  });
}

function lateOf(days: readonly LaneDay[]): number {
  return days.reduce((sum, day) => sum + day.late, 0);
}

/** Doublings of a pace before it is clear that pace is not what is missing. */
const doublingsMax = 12;

/** Halvings of the last doubling: to about a hundredth of it. */
const halvings = 7;

/** The least pace without anything late, rounded up; nothing when no pace would do. */
function paceFor(
  touches: readonly MadeTouch[],
  { perSecond }: Pace,
  zone: ZoneId,
): Pick<LaneCapacity, "paceNeeded"> {
  const isEnough = (pace: number) => lateOf(lived(touches, { perSecond: pace }, zone)) === 0;
  let enough = perSecond;
  for (let doubling = 0; ; doubling += 1) {
    if (doubling === doublingsMax) return {};
    enough *= 2;
    if (isEnough(enough)) break;
  }
  let tooSlow = enough / 2;
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (tooSlow + enough) / 2;
    if (isEnough(middle)) enough = middle;
    else tooSlow = middle;
  }
  return { paceNeeded: Math.ceil(enough * 10) / 10 };
}

interface Waiting extends Timed {
  readonly touch: MadeTouch;
  readonly openUntil: Instant;
}

/** Lets the lane work through its contacts, and tells of each day that they were first due on. */
function lived(touches: readonly MadeTouch[], pace: Pace, zone: ZoneId): readonly LaneDay[] {
  const msPerUnit = 1_000 / usedPerSecond(pace);
  const waiting = new ByTime<Waiting>();
  const days = new Map<Day, LaneDay>();
  touches.forEach((touch, order) => {
    waiting.add({ at: touch.at, order, touch, openUntil: touch.openUntil });
  });
  let freeAt = Number.NEGATIVE_INFINITY;
  for (let next = waiting.take(); next !== undefined; next = waiting.take()) {
    const { touch, openUntil } = next;
    const start = Math.max(next.at, freeAt);
    if (start > touch.notAfter) note(days, touch, undefined, zone);
    else if (start <= openUntil) {
      freeAt = start + touch.units * msPerUnit;
      note(days, touch, start, zone);
    } else {
      const again = nextOpening(next, start);
      if (again === undefined) note(days, touch, undefined, zone);
      else waiting.add(again);
    }
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day);
}

function nextOpening(waiting: Waiting, from: Instant): Waiting | undefined {
  const { channel, hours, notAfter } = waiting.touch;
  const at = firstStart(from, channel, hours);
  if (at === undefined || at > notAfter) return undefined;
  return { ...waiting, at, openUntil: lastStart(at, channel, hours) ?? at };
}

function note(
  days: Map<Day, LaneDay>,
  { at, units }: MadeTouch,
  start: Instant | undefined,
  zone: ZoneId,
): void {
  const day = dayOf(at, zone);
  const known = days.get(day) ?? { day, touches: 0, units: 0, late: 0, longestWaitMs: 0 };
  const wait = start === undefined ? 0 : Math.round(start - at);
  days.set(day, {
    day,
    touches: known.touches + 1,
    units: known.units + units,
    late: known.late + (start === undefined ? 1 : 0),
    longestWaitMs: Math.max(known.longestWaitMs, wait),
  });
}
