import { type Comparison, compare } from "./comparison.ts";
import type { Dimension } from "./dimension.ts";
import { type FunnelMeasure, funnelMeasures } from "./measure.ts";
import { type Cell, shown, shownParts } from "./small-cells.ts";
import type { ReachCount } from "./tally.ts";

/** Absent where the dimension says nothing of a measure. */
export type Funnel = Partial<Readonly<Record<FunnelMeasure, Cell>>>;

export interface ReasonCell {
  readonly reason: string;
  readonly count: Cell;
}

/** How far a campaign came, as it may be shown. */
export interface ReachReport {
  readonly total: Funnel;
  readonly groups: readonly { readonly value: string; readonly funnel: Funnel }[];
  readonly withheld: readonly ReasonCell[];
  readonly refused: readonly ReasonCell[];
  readonly holdout?: Comparison;
}

/**
 * The report of these counts, which are those of the campaigns and weeks that are asked for. No
 * number of it is of one to ten, and none can be reckoned from the others of the same report but
 * those who did not come one stage further.
 *
 * @param isOneCampaign whether they can be compared with the held out: of several campaigns, one may
 *   hold out nobody.
 */
export function reachReport(
  counts: readonly ReachCount[],
  by: Dimension | undefined,
  isOneCampaign: boolean,
): ReachReport {
  const everybody = counts.filter(({ among }) => among === undefined);
  const sums = sumsBy(everybody, ({ measure }) => measure);
  const total = Object.fromEntries(
    funnelMeasures.map((measure) => [measure, shown(sums.get(measure) ?? 0)]),
  );
  const refused = reasons(sums, "refused");
  const cells = shownParts(refused.map(([, count]) => count));
  const shownRefused = refused.map(([reason], index) => ({ reason, count: cells[index] ?? null }));
  const heldOut = shownRefused.find(({ reason }) => reason === "holdout");
  const holdout = isOneCampaign && heldOut ? compare(everybody, heldOut.count) : undefined;
  return {
    total,
    groups: by === undefined ? [] : groupsBy(counts, by),
    withheld: inOrder(
      reasons(sums, "withheld").map(([reason, count]) => ({ reason, count: shown(count) })),
    ),
    refused: inOrder(shownRefused),
    ...(holdout === undefined ? {} : { holdout }),
  };
}

/** The value of a dimension that a count stands under; `undefined` where it is counted otherwise. */
export function valueIn(count: ReachCount, by: Dimension | undefined): string | undefined {
  const { among, campaign, version, week } = count;
  switch (by) {
    case undefined:
      return among === undefined ? "" : undefined;
    case "campaign":
      return among === undefined ? campaign : undefined;
    case "version":
      return among === undefined ? String(version) : undefined;
    case "week":
      return among === undefined ? week : undefined;
    default:
      return among?.by === by ? among.value : undefined;
  }
}

function groupsBy(counts: readonly ReachCount[], by: Dimension): ReachReport["groups"] {
  const groups = Map.groupBy(counts, (count) => valueIn(count, by));
  groups.delete(undefined);
  const values = [...groups.keys()].filter((value) => value !== undefined).toSorted(inTurn);
  const sums = values.map((value) => sumsBy(groups.get(value) ?? [], ({ measure }) => measure));
  const told = funnelMeasures.filter((measure) => sums.some((each) => each.has(measure)));
  const columns = told.map((measure) => {
    const cells = shownParts(sums.map((each) => each.get(measure) ?? 0));
    return { measure, cells };
  });
  return values.map((value, index) => ({
    value,
    funnel: Object.fromEntries(
      columns.map(({ measure, cells }) => [measure, cells[index] ?? null]),
    ),
  }));
}

/** Versions by their number, ages by their years, weeks by their time, names by their letters. */
function inTurn(a: string, b: string): number {
  const [first, second] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  const isBoth = Number.isFinite(first) && Number.isFinite(second);
  return (isBoth ? first - second : 0) || (a < b ? -1 : 1);
}

function sumsBy(
  counts: readonly ReachCount[],
  key: (count: ReachCount) => string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entry of counts) sums.set(key(entry), (sums.get(key(entry)) ?? 0) + entry.count);
  return sums;
}

function reasons(
  sums: ReadonlyMap<string, number>,
  kind: "refused" | "withheld",
): readonly (readonly [string, number])[] {
  return [...sums]
    .filter(([measure]) => measure.startsWith(`${kind}:`))
    .map(([measure, count]) => [measure.slice(kind.length + 1), count]);
}

/** The most frequent first; those that are hidden last, by their names, so that the order tells nothing. */
function inOrder(cells: readonly ReasonCell[]): readonly ReasonCell[] {
  return cells.toSorted(
    (a, b) => (b.count ?? 0) - (a.count ?? 0) || (a.reason < b.reason ? -1 : 1),
  );
}
