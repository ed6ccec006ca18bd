import { type Day, dayFrom, dayParts } from "../time.ts";
import { coveredBy, type Fill, runOutOf, type SupplyRule } from "./coverage.ts";
import { clip, type Interval, type Intervals } from "./interval.ts";
import { type LookBack, lastDayWithin } from "./look-back.ts";

/**
 * One treatment that a look-back sees, and the days on which it is the one that is seen: as the
 * look-back moves on, early fills leave it and another treatment begins. Fills after the day asked
 * about never change what was covered by then, so one answer serves all those days.
 */
export interface Treatment {
  /** The first covered day of the period. */
  readonly from: Day;
  readonly covered: Intervals;
  /** Days with a fill in the period, each once, in order. */
  readonly fillDays: readonly Day[];
  /** The days on which the look-back sees it; none is before `from`. */
  readonly seen: Interval;
}

/** @param fills in any order. */
export function treatmentsIn(
  fills: readonly Fill[],
  lookBack: LookBack,
  rule: SupplyRule & { readonly carryIn?: boolean },
): readonly Treatment[] {
  const sorted = fills.toSorted((a, b) => a.day - b.day);
  const periods = rule.carryIn ? yearsOf(sorted, lookBack, rule) : stretchesOf(sorted, lookBack);
  return periods.flatMap(({ counted, since, asked }) => {
    const covered = clip(coveredBy(counted, rule), { from: since, through: asked.through });
    const [first] = covered;
    if (first === undefined) return [];
    const seen = { from: Math.max(asked.from, first.from), through: asked.through };
    if (seen.from > seen.through) return [];
    const days = counted.map(({ day }) => day).filter((day) => day >= since);
    return [{ from: first.from, covered, fillDays: [...new Set(days)], seen }];
  });
}

interface Period {
  readonly counted: readonly Fill[];
  /** Nothing before counts. */
  readonly since: Day;
  /** The days that see exactly this. */
  readonly asked: Interval;
}

/** Without supply from before, a look-back sees the fills from its own first fill on. */
function stretchesOf(fills: readonly Fill[], lookBack: LookBack): readonly Period[] {
  return fills.flatMap(({ day }, i) => {
    const before = fills[i - 1]?.day;
    if (before === day) return [];
    const from = before === undefined ? day : Math.max(day, lastDayWithin(lookBack, before) + 1);
    const through = lastDayWithin(lookBack, day);
    return from <= through
      ? [{ counted: fills.slice(i), since: day, asked: { from, through } }]
      : [];
  });
}

/** With it, the first day of the look-back decides, and that is the same for a whole year. */
function yearsOf(fills: readonly Fill[], { count }: LookBack, rule: SupplyRule): readonly Period[] {
  const first = fills[0]?.day;
  const runOut = runOutOf(coveredBy(fills, rule));
  if (first === undefined || runOut === undefined) return [];
  const periods: Period[] = [];
  for (let year = dayParts(first).year; year < dayParts(runOut - 1).year + count; year += 1) {
    const since = dayFrom(year - count + 1, 1, 1);
    const asked = { from: dayFrom(year, 1, 1), through: dayFrom(year, 12, 31) };
    periods.push({ counted: fills.filter(({ day }) => day <= asked.through), since, asked });
  }
  return periods;
}
