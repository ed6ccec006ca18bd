import type { Late } from "../condition.ts";
import { usedFills } from "../coverage.ts";
import { type DatedFill, fillsOf, ordersAsFills } from "../fills.ts";
import { days, type Interval, union } from "../interval.ts";
import { type Bind, factsOf, type Leaf, type View } from "../leaf.ts";
import { known, unknownAlways } from "../truth.ts";

/**
 * The supply of the class ran out so many days ago. On each day only the fills up to it count, as
 * they stood then; the next fill ends the lateness. Who never had a fill is not late.
 */
export function late(asked: Late, bind: Bind): Leaf {
  const slot = bind(asked.of);
  const least = Number.parseInt(asked.by.from, 10);
  const most = asked.by.through === undefined ? Infinity : Number.parseInt(asked.by.through, 10);
  const orders = asked["orders-last"];
  const fillsIn = (view: View): readonly DatedFill[] => {
    const facts = factsOf(view, slot);
    const fills = fillsOf(facts, slot);
    const isReported = facts.some(({ kind }) => kind === "medication-dispense");
    const found =
      isReported || orders === undefined
        ? fills
        : ordersAsFills(facts, slot, Number.parseInt(orders, 10));
    return found.toSorted((a, b) => a.day - b.day);
  };
  return {
    solve(view) {
      if (!slot.isDefined) return unknownAlways;
      // A fill is shifted by earlier ones only, so what later fills add does not change the past.
      const used = usedFills(
        fillsIn(view),
        asked.overlap === undefined ? {} : { overlap: asked.overlap },
      );
      const lateDays: Interval[] = [];
      let runOut = Number.NEGATIVE_INFINITY;
      used.forEach(({ through }, i) => {
        runOut = Math.max(runOut, through + 1);
        const next = used[i + 1]?.fill.day ?? Number.POSITIVE_INFINITY;
        lateDays.push(...days(runOut + least, Math.min(next - 1, runOut + most)));
      });
      return known(union(lateDays));
    },
    deciding(view, on) {
      return fillsIn(view)
        .filter(({ day }) => day <= on)
        .toReversed()
        .map(({ fact }) => fact);
    },
  };
}
