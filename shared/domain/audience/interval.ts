import type { Day } from "../time.ts";

/** Whole days, both ends included. Ends may be infinite: `-Infinity` is "always so far". */
export interface Interval {
  readonly from: Day;
  readonly through: Day;
}

/** Sorted, disjoint and not even touching: two of them have at least a day between them. */
export type Intervals = readonly Interval[];

export const never: Intervals = [];
export const allDays: Interval = {
  from: Number.NEGATIVE_INFINITY,
  through: Number.POSITIVE_INFINITY,
};
export const always: Intervals = [allDays];

/** The days from one to another; none when the first is after the last. */
export function days(from: Day, through: Day): Intervals {
  return from <= through ? [{ from, through }] : never;
}

/** Any intervals, in any order and overlapping, as a proper set of days. Empty ones vanish. */
export function union(...given: readonly (readonly Interval[])[]): Intervals {
  const all = given.length === 1 ? (given[0] ?? never) : given.flat();
  const [first] = all;
  if (first === undefined) return never;
  if (all.length === 1) return first.from <= first.through ? all : never;
  // Nearly all sets come in order, and then need no copy to sort.
  const merged: Interval[] = [];
  for (const interval of isInOrder(all) ? all : all.toSorted((a, b) => a.from - b.from)) {
    if (interval.from > interval.through) continue;
    const last = merged.at(-1);
    if (last === undefined || interval.from > last.through + 1) merged.push(interval);
    else if (interval.through > last.through) {
      merged[merged.length - 1] = { from: last.from, through: interval.through };
    }
  }
  return merged;
}

function isInOrder(all: readonly Interval[]): boolean {
  let from = Number.NEGATIVE_INFINITY;
  for (const interval of all) {
    if (interval.from < from) return false;
    from = interval.from;
  }
  return true;
}

/** Days that are in both. Takes and gives proper sets. */
export function intersect(a: Intervals, b: Intervals): Intervals {
  if (a === always || a === b) return b;
  if (b === always) return a;
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (left === undefined || right === undefined) return shared;
    const from = Math.max(left.from, right.from);
    const through = Math.min(left.through, right.through);
    if (from <= through) shared.push({ from, through });
    if (left.through < right.through) i += 1;
    else j += 1;
  }
}

/** The days of the horizon that are not in the set. */
export function complement(set: Intervals, horizon: Interval = allDays): Intervals {
  const gaps: Interval[] = [];
  let from = horizon.from;
  for (const interval of set) {
    if (interval.from > horizon.through) break;
    if (interval.from > from) gaps.push({ from, through: interval.from - 1 });
    if (interval.through >= from) from = interval.through + 1;
  }
  if (from <= horizon.through && from !== Number.POSITIVE_INFINITY) {
    gaps.push({ from, through: horizon.through });
  }
  return gaps;
}

/** The set within the horizon. */
export function clip(set: Intervals, horizon: Interval): Intervals {
  return intersect(set, [horizon]);
}

/** The interval of the set that holds the day. */
export function intervalAt(set: Intervals, day: Day): Interval | undefined {
  return set.find((interval) => interval.from <= day && day <= interval.through);
}

/** Whether any day from `from` to `through` is in the set: a binary search. */
export function intervalMeeting(set: Intervals, from: Day, through: Day): boolean {
  const next = nextDayIn(set, from);
  return next !== undefined && next <= through;
}

/** The first day of the set that is not before `day`: a binary search. */
export function nextDayIn(set: Intervals, day: Day): Day | undefined {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle]?.through ?? Number.POSITIVE_INFINITY) < day) low = middle + 1;
    else high = middle;
  }
  const found = set[low];
  return found === undefined ? undefined : Math.max(found.from, day);
}

export function includes(set: Intervals, day: Day): boolean {
  return intervalAt(set, day) !== undefined;
}

/** How many days the set holds; `Infinity` when it has no end. */
export function lengthOf(set: Intervals): number {
  return set.reduce((sum, { from, through }) => sum + (through - from + 1), 0);
}
