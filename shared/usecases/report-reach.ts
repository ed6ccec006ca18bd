import type { Reach, ReachQuery } from "#contracts/api/reach";
import { type Funnel, reachReport } from "#domain/reach/report";
import type { StaffMember } from "#domain/staff/member";
import type { LedgerStore } from "#ports";

/** Tells how far campaigns came with those who became eligible in some weeks. Reads only. */
export function createReportReach(ports: { readonly ledger: Pick<LedgerStore, "reach"> }) {
  return async (
    { organization }: Pick<StaffMember, "organization">,
    query: ReachQuery,
  ): Promise<Reach> => {
    const { by, ...of } = query;
    const counts = await ports.ledger.reach(organization, of);
    const { total, groups, withheld, refused, holdout } = reachReport(
      counts,
      by,
      query.campaign !== undefined,
    );
    return {
      total: named(total),
      groups: groups.map(({ value, funnel }) => ({ value, funnel: named(funnel) })),
      withheld: [...withheld],
      refused: [...refused],
      ...(holdout === undefined ? {} : { holdout }),
    };
  };
}

/** The measures by the names of the contract. */
function named({ "goal-met": goalMet, "resolved-in-time": resolvedInTime, ...same }: Funnel) {
  return {
    ...same,
    ...(goalMet === undefined ? {} : { goalMet }),
    ...(resolvedInTime === undefined ? {} : { resolvedInTime }),
  };
}
