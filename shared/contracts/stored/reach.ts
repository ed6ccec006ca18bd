import * as z from "zod/mini";
import { traitDimensions } from "../../domain/reach/dimension.ts";
import type { ReachCount } from "../../domain/reach/tally.ts";

/** Measure and count; then of whom, where it is not everybody. */
const Cell = z.union([
  z.tuple([z.string(), z.int()]),
  z.tuple([z.string(), z.int(), z.enum(traitDimensions), z.string()]),
]);

/** `reach.v1`: counts, by campaign, week and version. */
const StoredReach = z.object({
  schema: z.literal("reach.v1"),
  groups: z.array(
    z.object({
      campaign: z.string(),
      week: z.string(),
      version: z.int(),
      cells: z.array(Cell),
    }),
  ),
});

/** Counts of the same name must have been added up. */
export function formatReach(counts: readonly ReachCount[]): string {
  const groups = [...Map.groupBy(counts, groupKey).values()].map((members) => {
    const [{ campaign, week, version }] = members as [ReachCount];
    const cells = members.map(({ measure, count, among }) =>
      among === undefined ? [measure, count] : [measure, count, among.by, among.value],
    );
    return { campaign, week, version, cells };
  });
  return JSON.stringify({ schema: "reach.v1", groups });
}

/** `undefined` for what is none: a report that leaves something out would look whole. */
export function parseReach(stored: unknown): readonly ReachCount[] | undefined {
  const parsed = StoredReach.safeParse(stored);
  return parsed.data?.groups.flatMap(({ cells, ...group }) =>
    cells.map(([measure, count, by, value]): ReachCount => {
      const among = by === undefined || value === undefined ? {} : { among: { by, value } };
      return { ...group, measure, count, ...among };
    }),
  );
}

/** What is kept in one item. */
export function groupKey({ campaign, week, version }: ReachCount): string {
  return `${campaign}#${week}#${version}`;
}
