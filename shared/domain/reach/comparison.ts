import { followUpDays } from "./follow-up.ts";
import { type Difference, difference } from "./proportions.ts";
import { type Cell, isSmall } from "./small-cells.ts";
import type { ReachCount } from "./tally.ts";

export interface Arm {
  readonly people: Cell;
  /** Who came to the goal within their follow-up. */
  readonly met: Cell;
}

/** What contacting people did: a goal that is met more often than by those who were held out. */
export interface Comparison {
  readonly contacted: Arm;
  readonly heldOut: Arm;
  /** Of shares, contacted less held out; `null` where a number that it is made of is not shown. */
  readonly difference: Difference | null;
  readonly followUpDays: number;
}

/**
 * Compares those who were enrolled with those who would have been, of one campaign and the versions
 * that held somebody out: by where chance put them, whatever was sent (intention to treat).
 *
 * @param heldOut their number, as it is shown elsewhere in the same report.
 */
export function compare(counts: readonly ReachCount[], heldOut: Cell): Comparison {
  const versions = new Set(
    counts.filter(({ measure }) => measure === "refused:holdout").map(({ version }) => version),
  );
  const sum = (measure: string, among = counts) =>
    among
      .filter((entry) => entry.measure === measure)
      .reduce((total, { count }) => total + count, 0);
  const compared = counts.filter(({ version }) => versions.has(version));
  const enrolled = sum("enrolled", compared);
  const isTelling = isSmall(enrolled) || isSmall(sum("enrolled") - enrolled);
  const arms = {
    contacted: armOf(isTelling ? null : enrolled, sum("followed:contacted", compared)),
    heldOut: armOf(heldOut, sum("followed:held-out", compared)),
  };
  return { ...arms, difference: differenceOf(arms.contacted, arms.heldOut), followUpDays };
}

/** Who came to the goal tells who did not: neither may be a small number. */
function armOf(people: Cell, met: number): Arm {
  const isShown = people !== null && !isSmall(met) && !isSmall(people - met);
  return { people, met: isShown ? met : null };
}

function differenceOf(contacted: Arm, heldOut: Arm): Difference | null {
  const first = shareOf(contacted);
  const second = shareOf(heldOut);
  return first && second ? difference(first, second) : null;
}

function shareOf({ people, met }: Arm) {
  return people === null || met === null || people === 0 ? undefined : { met, people };
}
