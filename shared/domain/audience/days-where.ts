import type { Day } from "../time.ts";
import { type Interval, type Intervals, union } from "./interval.ts";

/**
 * The days of a range on which something holds that turns at most once between two edges: its two
 * ends are asked, and where they differ the turn is searched by halves. The cost grows with the
 * edges, not with the days.
 *
 * @param edges days on which another piece begins; those outside the range do no harm.
 */
export function daysWhere(
  { from, through }: Interval,
  edges: readonly Day[],
  holds: (on: Day) => boolean,
): Intervals {
  const inside = edges.filter((edge) => edge > from && edge <= through).sort((a, b) => a - b);
  const found: Interval[] = [];
  let first = from;
  for (const next of [...inside, through + 1]) {
    if (next > first) found.push(...inPiece({ from: first, through: next - 1 }, holds));
    first = next;
  }
  return union(found);
}

function inPiece({ from, through }: Interval, holds: (on: Day) => boolean): Intervals {
  const atStart = holds(from);
  if (atStart === holds(through)) return atStart ? [{ from, through }] : [];
  let last = from;
  let turned = through;
  while (turned - last > 1) {
    const middle = Math.floor((last + turned) / 2);
    if (holds(middle) === atStart) last = middle;
    else turned = middle;
  }
  return atStart ? [{ from, through: last }] : [{ from: turned, through }];
}

/** Tells for any day how many days of the set there are up to it. */
export function counterOf(set: Intervals): (through: Day) => number {
  return (day) => {
    let count = 0;
    for (const { from, through } of set) {
      if (from > day) break;
      count += Math.min(through, day) - from + 1;
    }
    return count;
  };
}
