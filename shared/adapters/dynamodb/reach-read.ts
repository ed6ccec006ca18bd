import { type ReachCount, sumCounts } from "../../domain/reach/tally.ts";
import { TryAgain } from "../../errors.ts";
import type { ReachOf } from "../../ports.ts";
import { isAskedFor } from "../reach-of.ts";
import { textIn } from "./item.ts";
import { collected, queryAll } from "./query.ts";
import { buildDeltasQuery, countsIn } from "./reach-delta.ts";
import { buildTalliesQuery } from "./reach-tallies.ts";
import type { Table } from "./table.ts";

/** Looks while others fold; each takes some milliseconds, and folds are a few a minute. */
const looksMax = 8;

/**
 * The tallies and what waits to be folded into them. What waited before the tallies were read and
 * still waits after was in none of them; otherwise somebody folded in between, and it is looked again.
 */
export async function readReach(
  table: Table,
  organization: string,
  of: ReachOf,
): Promise<readonly ReachCount[]> {
  const waiting = () => collected(queryAll(table, buildDeltasQuery(table.name, organization)));
  let before = await waiting();
  for (let look = 1; look <= looksMax; look += 1) {
    const query = buildTalliesQuery(table.name, organization, of);
    const tallies = await collected(queryAll(table, query));
    if (before.length === 0) return summed(tallies.flatMap(countsIn), of);
    const after = await waiting();
    const still = new Set(after.map((delta) => textIn(delta, "sk")));
    if (before.every((delta) => still.has(textIn(delta, "sk")))) {
      return summed([...tallies, ...before].flatMap(countsIn), of);
    }
    before = after;
  }
  throw new TryAgain("reach/moving");
}

function summed(counts: readonly ReachCount[], of: ReachOf): readonly ReachCount[] {
  return sumCounts(counts.filter((count) => isAskedFor(count, of)));
}
