import {
  clip,
  complement,
  type Interval,
  type Intervals,
  intersect,
  lengthOf,
  union,
} from "./interval.ts";

/**
 * Coverage of somebody who was in a hospital or nursing facility, which gave the medicines then:
 * the days of the stay count neither as covered nor as days of treatment, and the supply that was
 * not needed covers the first uncovered days after the stay. It never reaches back, and what finds
 * no day within the period is lost.
 *
 * Source: the inpatient and skilled-nursing adjustment of the CMS Part D patient safety reports,
 * measurement years up to 2025.
 *
 * @param period of treatment.
 */
export function apartFromStays(
  covered: Intervals,
  stays: Intervals,
  period: Interval,
): { readonly covered: Intervals; readonly days: Intervals } {
  const days = intersect([period], complement(stays, period));
  let left = intersect(covered, days);
  for (const stay of clip(stays, period)) {
    const unused = lengthOf(clip(covered, stay));
    const after = { from: stay.through + 1, through: period.through };
    const free = clip(intersect(days, complement(left)), after);
    left = union(left, firstDaysOf(free, unused));
  }
  return { covered: left, days };
}

function firstDaysOf(set: Intervals, count: number): Intervals {
  const taken: Interval[] = [];
  let wanted = count;
  for (const { from, through } of set) {
    if (wanted <= 0) break;
    const last = Math.min(through, from + wanted - 1);
    taken.push({ from, through: last });
    wanted -= last - from + 1;
  }
  return taken;
}
