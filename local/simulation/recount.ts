import type { OrganizationId } from "#domain/patient/profile";
import { countKey, type ReachCount, reachCounts, sumCounts } from "#domain/reach/tally";
import type { LedgerStore } from "#ports";
import type { Finding } from "./finding.ts";

/**
 * The tallies are what a recount of the same ledger comes to, whatever befell those who kept them; and
 * everybody who was eligible was enrolled or refused.
 */
export async function miscounted(
  ledger: LedgerStore,
  organization: OrganizationId,
): Promise<readonly Finding[]> {
  const events: ReachCount[] = [];
  for await (const { event } of ledger.all(organization)) events.push(...reachCounts(event));
  const recount = linesOf(sumCounts(events));
  const reach = await ledger.reach(organization);
  const kept = linesOf(reach);
  const different = [
    ...[...recount].filter((line) => !kept.has(line)),
    ...[...kept].filter((line) => !recount.has(line)),
  ];
  const message = "a tally is not what the ledger's rows come to";
  return [...different, ...unaccounted(reach)].map((subject) => {
    return { law: 13, patient: "", subject, message };
  });
}

/** Where the eligible are not those who were enrolled and those who were refused. */
function unaccounted(reach: readonly ReachCount[]): readonly string[] {
  const all = reach.filter(({ among }) => among === undefined);
  const groups = Map.groupBy(all, ({ campaign, week, version }) =>
    [campaign, week, version].join("#"),
  );
  return [...groups].flatMap(([name, counts]) => {
    let left = 0;
    for (const { measure, count } of counts) {
      if (measure === "eligible") left += count;
      if (measure === "enrolled" || measure.startsWith("refused:")) left -= count;
    }
    return left === 0 ? [] : [`${name}#eligible`];
  });
}

function linesOf(counts: readonly ReachCount[]): Set<string> {
  return new Set(counts.map((entry) => `${countKey(entry)} ${entry.count}`));
}
