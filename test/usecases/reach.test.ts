import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createMemoryLedgerStore } from "#adapters/memory/ledger-store";
import { Reach, ReachPeople } from "#contracts/api/reach";
import { noCampaign } from "#domain/reach/tally";
import { lifeOf, redFlag, type Someone, several, thisWeek } from "#support/a-reach";
import { createListReachPeople } from "#usecases/list-reach-people";
import { createPublishLedger } from "#usecases/publish-ledger";
import { createReportReach } from "#usecases/report-reach";

const analyst = { organization: "oak", roles: ["analyst"] } as const;
const manager = { organization: "oak", roles: ["care-manager"] } as const;
const elsewhere = { organization: "elm", roles: ["care-manager"] } as const;

const weeks = { from: thisWeek, through: thisWeek };
const campaign = "screening/check";
const asked = { ...weeks, campaign };

/** A ledger with these people, of whom each is `p0`, `p1` and so on. */
async function ledgerOf(people: readonly Someone[], organization = "oak") {
  const ledger = createMemoryLedgerStore();
  const publish = createPublishLedger({ ledger });
  const rowsOf = (patient: string, events: ReturnType<typeof lifeOf>) =>
    events.map((event, index) => ({
      ...{ organization, patient, revision: 1, index, inputs: "digest", event },
    }));
  await publish(people.map((someone, number) => rowsOf(`p${number}`, lifeOf(someone))));
  await publish([rowsOf("hurt", [redFlag])]);
  return ledger;
}

const clinic = [
  ...several(60, { came: "touched", language: "en", sex: "female" }),
  ...several(30, { came: "enrolled", language: "es", sex: "male", ageBand: "60-69" }),
  ...several(20, { came: "held-out", language: "es" }),
  ...several(3, { came: "no-channel", language: "es" }),
  ...several(15, { came: "touched", language: "es", week: "2026-W50" }),
];

async function everyPage(
  list: ReturnType<typeof createListReachPeople>,
  query: Parameters<ReturnType<typeof createListReachPeople>>[1],
) {
  const people: ReachPeople["people"] = [];
  let cursor: string | undefined;
  do {
    const page = await list(manager, { ...query, ...(cursor ? { cursor } : {}) });
    if (typeof page === "string") throw new Error(page);
    people.push(...z.parse(ReachPeople, page).people);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return people;
}

describe("a report of reach", () => {
  it("is of the campaign and the weeks that are asked for", async () => {
    const report = createReportReach({ ledger: await ledgerOf(clinic) });
    const answer = await report(analyst, { ...asked, by: "language" });
    expect(z.parse(Reach, answer)).toEqual(answer);
    expect(answer.total).toMatchObject({ eligible: 113, enrolled: 90, touched: 60 });
    expect(answer.groups.map(({ value }) => value)).toEqual(["en", "es"]);
    const later = await report(analyst, { ...asked, through: "2026-W50" });
    expect(later.total).toMatchObject({ eligible: 128 });
  });

  it("is empty for another organization, and for none that was ever contacted", async () => {
    const report = createReportReach({ ledger: await ledgerOf(clinic) });
    const answer = await report(elsewhere, weeks);
    expect(answer).toMatchObject({ total: { eligible: 0 }, groups: [], withheld: [], refused: [] });
  });
});

describe("the people behind a number", () => {
  it("are as many as it says, each once, over pages", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    for (const [measure, by, value, count] of [
      ["enrolled", undefined, undefined, 90],
      ["touched", "language", "en", 60],
      ["touched", "channel", "sms", 60],
      ["enrolled", "sex", "male", 30],
      ["enrolled", "sex", "unknown", 0],
      ["refused:holdout", undefined, undefined, 20],
      ["eligible", "version", "1", 113],
    ] as const) {
      const number = { measure, ...(by && { by }), ...(value && { value }) };
      const people = await everyPage(list, { ...asked, ...number, limit: 7 });
      expect(new Set(people.map(({ patient }) => patient)).size, measure).toBe(count);
      expect(people).toHaveLength(count);
    }
  });

  it("are known by what they are counted by, and by no name", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    const [person] = await everyPage(list, {
      ...asked,
      measure: "enrolled",
      by: "sex",
      value: "male",
    });
    expect(person).toEqual({
      ...{ patient: expect.stringMatching(/^p\d+$/), campaign, version: 1, week: thisWeek },
      ...{ at: "2026-11-30T15:00:00Z", language: "es", ageBand: "60-69", sex: "male" },
    });
  });

  it("of a number that is not shown are for those who may see few", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    const few = { ...asked, measure: "refused:no-channel" } as const;
    expect(await list(analyst, few)).toBe("not-allowed");
    expect(await list(manager, few)).toMatchObject({ people: [{}, {}, {}] });
    const shown = { ...asked, measure: "enrolled" } as const;
    expect(await list(analyst, shown)).toMatchObject({ people: expect.any(Array) });
  });

  it("are found where no campaign is named, red flags too", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    const all = { from: thisWeek, through: "2026-W50" };
    expect(await everyPage(list, { ...all, measure: "touched", limit: 10 })).toHaveLength(75);
    const [hurt] = await everyPage(list, { ...all, measure: "escalated" });
    expect(hurt).toMatchObject({ patient: "hurt", campaign: noCampaign, version: 0 });
  });

  it("are nobody's of another organization", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    expect(await list(elsewhere, { ...asked, measure: "enrolled" })).toEqual({ people: [] });
  });

  it("do not go on from a place that was not made here", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    for (const cursor of ["AAAA", "bm90LWEtY3Vyc29y", "WyJhIl0"]) {
      expect(await list(manager, { ...asked, measure: "enrolled", cursor })).toBe("bad-request");
    }
  });

  it("are told by a place that names nobody", async () => {
    const list = createListReachPeople({ ledger: await ledgerOf(clinic) });
    const page = await list(manager, { ...asked, measure: "enrolled", limit: 1 });
    if (typeof page === "string") throw new Error(page);
    const place = Buffer.from(page.cursor ?? "", "base64url").toString();
    expect(place).not.toContain(page.people[0]?.patient);
  });
});
