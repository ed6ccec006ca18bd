import { adherentShare } from "../coverage.ts";
import { counterOf, daysWhere } from "../days-where.ts";
import { type DatedFill, fillsOf, staysOf } from "../fills.ts";
import { type Intervals, union } from "../interval.ts";
import { type Bind, factsOf, type Leaf, type View } from "../leaf.ts";
import { type LookBack, parseLookBack } from "../look-back.ts";
import { apartFromStays } from "../stays.ts";
import { type Pdc, percentOf, type SupplyKeys } from "../supply.ts";
import { type Treatment, treatmentsIn } from "../treatment.ts";
import { known, unknownAlways } from "../truth.ts";

const thisYear: LookBack = { unit: "calendar-years", count: 1 };

/** The share of days covered from the first one in the period to the day itself. */
export function pdc(asked: Pdc, bind: Bind): Leaf {
  const slot = bind(asked.of);
  const away = asked["except-in"] === undefined ? undefined : bind(asked["except-in"]);
  const lookBack = asked.over === undefined ? thisYear : (parseLookBack(asked.over) ?? thisYear);
  const least = asked["at-least"];
  const percent = percentOf(least ?? asked.below ?? `${100 * adherentShare} %`);
  // Compared as whole numbers: no share is rounded.
  const holds = (covered: number, days: number) =>
    days > 0 && covered * 100 < percent * days === (least === undefined);
  const fillsIn = (view: View): readonly DatedFill[] => fillsOf(factsOf(view, slot), slot);
  return {
    solve(view) {
      if (!slot.isDefined || away?.isDefined === false) return unknownAlways;
      const stays = away === undefined ? [] : staysOf(factsOf(view, away));
      const treatments = treatmentsIn(fillsIn(view), lookBack, supplyRuleOf(asked));
      return known(union(...treatments.map((treatment) => daysIn(treatment, stays, asked, holds))));
    },
    deciding: (view, on) => newestFirst(fillsIn(view), on),
  };
}

function daysIn(
  { from, covered, fillDays, seen }: Treatment,
  stays: Intervals,
  { treated = "1 day", fills = 0 }: Pdc,
  holds: (covered: number, days: number) => boolean,
): Intervals {
  const often = fills === 0 ? from : (fillDays[fills - 1] ?? Number.POSITIVE_INFINITY);
  const long = from + Number.parseInt(treated, 10) - 1;
  const range = { from: Math.max(seen.from, long, often), through: seen.through };
  if (range.from > range.through) return [];
  const counted = apartFromStays(covered, stays, { from, through: seen.through });
  const coveredBy = counterOf(counted.covered);
  const daysBy = counterOf(counted.days);
  const edges = [...counted.covered, ...counted.days].flatMap((each) => [
    each.from,
    each.through + 1,
  ]);
  return daysWhere(range, edges, (on) => holds(coveredBy(on), daysBy(on)));
}

/** The keys of a campaign file as the arithmetic names them. */
export function supplyRuleOf({ overlap, "same-day": sameDay, "carry-in": carryIn }: SupplyKeys) {
  return {
    ...(overlap === undefined ? {} : { overlap }),
    ...(sameDay === undefined ? {} : { sameDay }),
    ...(carryIn === undefined ? {} : { carryIn }),
  };
}

/** The facts behind the fills up to that day. */
export function newestFirst(fills: readonly DatedFill[], on: number) {
  return fills
    .filter(({ day }) => day <= on)
    .toSorted((a, b) => b.day - a.day)
    .map(({ fact }) => fact);
}
