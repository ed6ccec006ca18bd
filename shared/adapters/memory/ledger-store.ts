import type { LedgerRow } from "../../domain/ledger/row.ts";
import { countKey, type ReachCount, sumCounts } from "../../domain/reach/tally.ts";
import { digest } from "../../domain/record/digest.ts";
import type { CohortRef, LedgerStore, LedgerWrite } from "../../ports.ts";
import { isAskedFor } from "../reach-of.ts";

export interface MemoryLedgerStore extends LedgerStore {
  /** What `all` gives of one organization, at once. */
  rowsOf(organization: string): readonly LedgerRow[];
}

export function createMemoryLedgerStore(): MemoryLedgerStore {
  /** By organization, then by patient, in the order of writing. */
  const rows = new Map<string, Map<string, LedgerRow[]>>();
  const written = new Set<string>();
  const tallies = new Map<string, Map<string, ReachCount>>();
  /** By organization, campaign and week. */
  const cohorts = new Map<string, Set<string>>();

  const add = (organization: string, counts: readonly ReachCount[]): void => {
    const sums = tallies.get(organization) ?? new Map<string, ReachCount>();
    tallies.set(organization, sums);
    for (const entry of counts) {
      const key = countKey(entry);
      sums.set(key, { ...entry, count: (sums.get(key)?.count ?? 0) + entry.count });
    }
  };

  const enlist = (organization: string, patient: string, { campaign, week }: CohortRef): void => {
    const name = `${organization}#${campaign}#${week}`;
    const members = cohorts.get(name) ?? new Set<string>();
    cohorts.set(name, members.add(`${digest(patient)}#${patient}`));
  };

  const keep = ({ rows: added, counts, cohorts: joined }: LedgerWrite): void => {
    const [first] = added;
    if (!first) return;
    const { organization, patient, revision } = first;
    const key = `${organization}#${patient}#${revision}`;
    if (written.has(key)) return;
    written.add(key);
    const patients = rows.get(organization) ?? new Map<string, LedgerRow[]>();
    rows.set(organization, patients);
    const known = patients.get(patient) ?? [];
    patients.set(patient, known);
    known.push(...added);
    for (const cohort of joined) enlist(organization, patient, cohort);
    add(organization, counts);
  };

  return {
    async append(writes) {
      for (const write of writes) keep(write);
    },
    async *of(organization, patient) {
      const known = rows.get(organization)?.get(patient) ?? [];
      yield* known.toSorted((a, b) => a.revision - b.revision || a.index - b.index);
    },
    async latest(organization, patient, { writes, before = Number.POSITIVE_INFINITY }) {
      const known = (rows.get(organization)?.get(patient) ?? []).filter(
        ({ revision }) => revision < before,
      );
      const byWrite = [...Map.groupBy(known, ({ revision }) => revision)]
        .toSorted(([a], [b]) => b - a)
        .map(([revision, own]) => ({ revision, own: own.toSorted((a, b) => b.index - a.index) }));
      const shown = byWrite.slice(0, writes);
      const last = byWrite.length > writes ? shown.at(-1) : undefined;
      return {
        rows: shown.flatMap(({ own }) => own),
        ...(last ? { before: last.revision } : {}),
      };
    },
    async *all(organization) {
      const asked = organization === undefined ? [...rows.values()] : [rows.get(organization)];
      for (const patients of asked) yield* inOrder(patients);
    },
    rowsOf: (organization) => inOrder(rows.get(organization)),
    async reach(organization, of = {}) {
      const counts = [...(tallies.get(organization)?.values() ?? [])];
      return sumCounts(counts.filter((count) => isAskedFor(count, of)));
    },
    async cohort(organization, { campaign, week }, { limit, after }) {
      const members = [...(cohorts.get(`${organization}#${campaign}#${week}`) ?? [])];
      const rest = members
        .toSorted()
        .filter((member) => after === undefined || member > `${after}#~`);
      const patients = rest.slice(0, limit).map((member) => {
        const [place = "", patient = ""] = member.split("#");
        return { patient, place };
      });
      return { patients, isLast: rest.length <= limit };
    },
  };
}

/** Each patient's rows in the order of their writes. */
function inOrder(patients: ReadonlyMap<string, readonly LedgerRow[]> | undefined) {
  return [...(patients?.values() ?? [])].flatMap((known) =>
    known.toSorted((a, b) => a.revision - b.revision || a.index - b.index),
  );
}
