import { noCampaign, type ReachCount } from "#domain/reach/tally";

/** Counts by measure (`enrolled`, `sent:sms`, `withheld:no-channel`, …), by campaign. */
export type Reach = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Versions of a campaign added together; `answers` counts every answer, not every answerer. */
export function reachOf(counts: readonly ReachCount[]): Reach {
  const reach: Record<string, Record<string, number>> = {};
  for (const { campaign, measure, count, among } of counts) {
    if (among !== undefined) continue;
    const measures = reach[campaign] ?? {};
    reach[campaign] = measures;
    measures[measure] = (measures[measure] ?? 0) + count;
    if (measure.startsWith("answer:")) measures["answers"] = (measures["answers"] ?? 0) + count;
  }
  return Object.fromEntries(
    Object.entries(reach)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([campaign, measures]) => [campaign, sorted(measures)]),
  );
}

/** Names of the campaigns; tasks of no campaign are apart. */
export function campaignsIn(reach: Reach): readonly string[] {
  return Object.keys(reach).filter((campaign) => campaign !== noCampaign);
}

/** Counts of `withheld:…`, `refused:…` by what follows the colon, most first, over campaigns. */
export function byReason(reach: Reach, kind: string): readonly (readonly [string, number])[] {
  const sums = new Map<string, number>();
  for (const measures of Object.values(reach)) {
    for (const [measure, value] of Object.entries(measures)) {
      if (!measure.startsWith(`${kind}:`)) continue;
      const reason = measure.slice(kind.length + 1);
      sums.set(reason, (sums.get(reason) ?? 0) + value);
    }
  }
  return [...sums].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function sorted(measures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(measures).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
