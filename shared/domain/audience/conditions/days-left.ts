import type { Day } from "../../time.ts";
import { dayFrom, dayParts } from "../../time.ts";
import { adherentShare, daysAllowed } from "../coverage.ts";
import { daysLeftBands } from "../days-left.ts";
import { counterOf, daysWhere } from "../days-where.ts";
import { fillsOf } from "../fills.ts";
import { type Intervals, intersect, union } from "../interval.ts";
import { type Bind, factsOf, type Leaf, type View } from "../leaf.ts";
import type { LookBack } from "../look-back.ts";
import { type DaysLeft, percentOf } from "../supply.ts";
import { type Treatment, treatmentsIn } from "../treatment.ts";
import { known, unknownAlways } from "../truth.ts";
import { newestFirst, supplyRuleOf } from "./pdc.ts";

const thisYear: LookBack = { unit: "calendar-years", count: 1 };

interface Limits {
  readonly from: number;
  readonly through: number;
}

/**
 * The days of this year's treatment, from its first covered day to 31 December, that may still go
 * uncovered before the share is lost. The day itself is not yet missed.
 */
export function daysLeft(asked: DaysLeft, bind: Bind): Leaf {
  const slot = bind(asked.of);
  const share = asked.share === undefined ? adherentShare : percentOf(asked.share) / 100;
  const limits = limitsOf(asked);
  const fillsIn = (view: View) => fillsOf(factsOf(view, slot), slot);
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      const treatments = treatmentsIn(fillsIn(view), thisYear, supplyRuleOf(asked));
      return known(union(...treatments.flatMap((each) => daysWithin(each, share, limits))));
    },
    deciding: (view, on) => newestFirst(fillsIn(view), on),
  };
}

function limitsOf(asked: DaysLeft): readonly Limits[] {
  const from = asked["at-least"] ?? Number.NEGATIVE_INFINITY;
  const through = asked["at-most"] ?? Number.POSITIVE_INFINITY;
  if (asked.is === undefined) return [{ from, through }];
  return daysLeftBands
    .filter(({ state }) => [asked.is].flat().includes(state))
    .map((band) => ({
      from: Math.max(from, band.from),
      through: Math.min(through, band.through),
    }));
}

/** What is left never grows during a year, so each limit turns at most once. */
function daysWithin(
  { from, covered, seen }: Treatment,
  share: number,
  limits: readonly Limits[],
): readonly Intervals[] {
  const allowed = daysAllowed(dayFrom(dayParts(seen.from).year, 12, 31) - from + 1, share);
  const coveredBy = counterOf(covered);
  const left = (on: Day) => allowed - (on - from - coveredBy(on - 1));
  return limits.map((limit) =>
    intersect(
      daysWhere(seen, [], (on) => left(on) >= limit.from),
      daysWhere(seen, [], (on) => left(on) <= limit.through),
    ),
  );
}
