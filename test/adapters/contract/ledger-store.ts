import { describe, expect, it } from "vitest";
import type { LedgerRow } from "#domain/ledger/row";
import type { ReachCount } from "#domain/reach/tally";
import type { LedgerStore, LedgerWrite, ReachOf } from "#ports";
import { organizationId } from "./organization-id.ts";

function row(organization: string, overrides: Partial<LedgerRow> = {}): LedgerRow {
  return {
    organization,
    patient: "p1",
    revision: 1,
    index: 0,
    inputs: "digest",
    event: { type: "opted-out", at: 1000, via: "sms" },
    ...overrides,
  };
}

function tally(measure: string, count = 1): ReachCount {
  return { campaign: "screening/check", version: 1, week: "2026-W48", measure, count };
}

function write(rows: readonly LedgerRow[], ...counts: readonly ReachCount[]): LedgerWrite {
  const cohorts = counts.map(({ campaign, week }) => ({ campaign, week }));
  return { rows, counts, cohorts };
}

async function read<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}

export function ledgerStoreContract(open: () => LedgerStore): void {
  describe("the ledger", () => {
    it("keeps rows in the order of writing and adds to the reach", async () => {
      const store = open();
      const organization = organizationId();
      const rows = [row(organization), row(organization, { index: 1 })];
      await store.append([
        write(rows, tally("enrolled"), tally("withheld:cap"), tally("enrolled")),
      ]);
      await store.append([write([row(organization, { revision: 12 })], tally("enrolled"))]);
      await store.append([write([row(organization, { revision: 2 })])]);
      const revisions = (await read(store.of(organization, "p1"))).map((kept) => kept.revision);
      expect(revisions).toEqual([1, 1, 2, 12]);
      expect((await read(store.of(organization, "p1"))).slice(0, 2)).toEqual(rows);
      expect(await store.reach(organization)).toEqual([
        tally("enrolled", 3),
        tally("withheld:cap"),
      ]);
    });

    it("tells the latest writes first, a page at a time, each with all its rows", async () => {
      const store = open();
      const organization = organizationId();
      const rows = [1, 2, 3, 12].flatMap((revision) => [
        row(organization, { revision }),
        row(organization, { revision, index: 1 }),
      ]);
      for (const first of [0, 2, 4, 6]) await store.append([write(rows.slice(first, first + 2))]);
      await store.append([write([row(organization, { patient: "p2" })])]);
      const names = (page: { readonly rows: readonly LedgerRow[] }) =>
        page.rows.map(({ patient, revision, index }) => `${patient}/${revision}/${index}`);
      const first = await store.latest(organization, "p1", { writes: 3 });
      expect(names(first)).toEqual(
        ["12/1", "12/0", "3/1", "3/0", "2/1", "2/0"].map((at) => `p1/${at}`),
      );
      expect(first.before).toBe(2);
      const rest = await store.latest(organization, "p1", { writes: 3, before: 2 });
      expect(names(rest)).toEqual(["p1/1/1", "p1/1/0"]);
      expect(rest.before).toBeUndefined();
      expect((await store.latest(organizationId(), "p1", { writes: 3 })).rows).toEqual([]);
    });

    it("counts a write once, however often it is told", async () => {
      const store = open();
      const organization = organizationId();
      const rows = [row(organization), row(organization, { index: 1 })];
      const told = [write(rows, tally("enrolled"))];
      await Promise.all([1, 2, 3].map(() => store.append(told)));
      await store.append(told);
      expect(await read(store.of(organization, "p1"))).toHaveLength(2);
      expect(await store.reach(organization)).toEqual([tally("enrolled")]);
    });

    it("keeps many patients' counts whole when they are written at once", async () => {
      const store = open();
      const organization = organizationId();
      await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          store.append([write([row(organization, { patient: `p${number}` })], tally("enrolled"))]),
        ),
      );
      expect(await store.reach(organization)).toEqual([tally("enrolled", 20)]);
      const patients = (await read(store.all(organization))).map((kept) => kept.patient);
      expect(new Set(patients).size).toBe(20);
    });

    it("gives all rows of a patient together and in the order of writing", async () => {
      const store = open();
      const [organization, other] = [organizationId(), organizationId()];
      for (const revision of [12, 1, 2]) {
        for (const patient of ["p1", "p2"]) {
          await store.append([
            write([row(organization, { patient, revision })]),
            write([row(other, { patient, revision })], tally("enrolled")),
          ]);
        }
      }
      const lives = (rows: readonly LedgerRow[]) =>
        Object.groupBy(rows, (kept) => `${kept.organization}/${kept.patient}`);
      const kept = await read(store.all());
      const ours = kept.filter((each) => [organization, other].includes(each.organization));
      expect(Object.keys(lives(ours))).toHaveLength(4);
      expect(Object.values(lives(ours)).flat()).toEqual(ours);
      for (const life of Object.values(lives(ours))) {
        expect(life?.map(({ revision }) => revision)).toEqual([1, 2, 12]);
      }
      expect(await read(store.all(other))).toEqual(
        ours.filter((each) => each.organization === other),
      );
    });

    it("counts each write of a batch once, in whatever company it is told again", async () => {
      const store = open();
      const organization = organizationId();
      const writes = Array.from({ length: 12 }, (_, number) => {
        const patient = `p${number % 4}`;
        const revision = 1 + Math.floor(number / 4);
        return write([row(organization, { patient, revision })], tally("enrolled"));
      });
      const part = (from: number, to: number) => writes.slice(from, to);
      await store.append(part(0, 5));
      await store.append(part(3, 9));
      await Promise.all([store.append(part(0, 12)), store.append(part(6, 12))]);
      expect(await read(store.all(organization))).toHaveLength(12);
      expect(await store.reach(organization)).toEqual([tally("enrolled", 12)]);
    });

    it("takes a batch that counts for more campaigns than one transaction holds", async () => {
      const store = open();
      const organization = organizationId();
      const writes = Array.from({ length: 130 }, (_, number) => {
        const counted = { ...tally("enrolled"), campaign: `screening/c${number}` };
        return write([row(organization, { patient: `p${number}` })], counted);
      });
      await store.append(writes);
      await store.append(writes.slice(40, 90));
      const reach = await store.reach(organization);
      expect(reach).toHaveLength(130);
      expect(reach.every(({ count }) => count === 1)).toBe(true);
    });

    it("takes a write with more rows than one transaction holds, and its repeat", async () => {
      const store = open();
      const organization = organizationId();
      const rows = Array.from({ length: 230 }, (_, index) => row(organization, { index }));
      const counts = Array.from({ length: 60 }, (_, number) => tally(`answer:a${number}`));
      await store.append([write(rows, ...counts)]);
      await store.append([write(rows, ...counts)]);
      expect(await read(store.of(organization, "p1"))).toEqual(rows);
      const reach = await store.reach(organization);
      expect(reach).toHaveLength(60);
      expect(reach.every((entry) => entry.count === 1)).toBe(true);
    });

    it("tells the reach of one campaign and of some weeks", async () => {
      const store = open();
      const organization = organizationId();
      const among = { by: "language", value: "es" } as const;
      const counts = [
        tally("enrolled"),
        { ...tally("enrolled"), among },
        { ...tally("enrolled"), week: "2026-W53" },
        { ...tally("enrolled"), week: "2027-W01", version: 12 },
        { ...tally("enrolled"), campaign: "screening/check-up" },
      ];
      await store.append([write([row(organization)], ...counts)]);
      const campaign = "screening/check";
      const weeks = async (of: ReachOf) =>
        (await store.reach(organization, of)).map(({ week }) => week);
      expect(await store.reach(organization)).toHaveLength(5);
      expect(await weeks({ campaign })).toEqual(["2026-W48", "2026-W48", "2026-W53", "2027-W01"]);
      expect(await weeks({ campaign, from: "2026-W49", through: "2026-W53" })).toEqual([
        "2026-W53",
      ]);
      expect(await weeks({ from: "2027-W01" })).toEqual(["2027-W01"]);
      expect(await store.reach(organization, { campaign, through: "2026-W48" })).toEqual([
        tally("enrolled"),
        { ...tally("enrolled"), among },
      ]);
    });

    it("adds many batches up", async () => {
      const store = open();
      const organization = organizationId();
      for (let revision = 1; revision <= 70; revision += 1) {
        const week = revision % 2 === 0 ? "2026-W48" : "2026-W49";
        const counted = { ...tally("touched"), week };
        await store.append([write([row(organization, { revision })], counted)]);
      }
      const sums = (await store.reach(organization)).map(({ week, count }) => [week, count]);
      expect(sums).toEqual([
        ["2026-W48", 35],
        ["2026-W49", 35],
      ]);
    });

    it("lists those who are counted together, each once, page after page", async () => {
      const store = open();
      const organization = organizationId();
      const named = (number: number) => `p${number}`;
      for (const revision of [1, 2]) {
        await store.append(
          Array.from({ length: 7 }, (_, number) =>
            write([row(organization, { patient: named(number), revision })], tally("enrolled")),
          ),
        );
      }
      const other = { ...tally("enrolled"), week: "2026-W49" };
      await store.append([write([row(organization, { patient: "p9" })], other)]);
      const cohort = { campaign: "screening/check", week: "2026-W48" };
      const first = await store.cohort(organization, cohort, { limit: 4 });
      expect(first).toMatchObject({ isLast: false });
      const after = first.patients.at(-1)?.place ?? "";
      const second = await store.cohort(organization, cohort, { limit: 4, after });
      expect(second).toMatchObject({ isLast: true });
      const patients = [...first.patients, ...second.patients].map(({ patient }) => patient);
      expect(patients.toSorted()).toEqual(Array.from({ length: 7 }, (_, number) => named(number)));
      expect(after).not.toContain(first.patients.at(-1)?.patient);
      const nobody = await store.cohort(organizationId(), cohort, { limit: 4 });
      expect(nobody).toEqual({ patients: [], isLast: true });
    });

    it("writes nothing for nothing, and keeps organizations apart", async () => {
      const store = open();
      const organization = organizationId();
      await store.append([]);
      await store.append([write([])]);
      await store.append([write([row(organization, { patient: "reach" })], tally("enrolled"))]);
      expect(await read(store.all(organizationId()))).toEqual([]);
      expect(await read(store.of(organization, "reach"))).toHaveLength(1);
      expect(await store.reach(organization)).toEqual([tally("enrolled")]);
    });
  });
}
