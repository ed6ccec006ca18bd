import { describe, expect, it } from "vitest";
import { Problem } from "#contracts/api/problem";
import { Reach, ReachPeople } from "#contracts/api/reach";
import { lifeOf, type Someone, several, thisWeek } from "#support/a-reach";
import { createPublishLedger } from "#usecases/publish-ledger";
import { type ClinicName, staffClinic } from "../support/staff-clinic.ts";

const weeks = { from: thisWeek, through: thisWeek };
const asked = { ...weeks, campaign: "screening/check" };

/** Two clinics of which oak has contacted these people, `r0`, `r1` and so on. */
async function reached(people: readonly Someone[]) {
  const clinic = await staffClinic();
  await createPublishLedger(clinic)(
    people.map((someone, number) =>
      lifeOf(someone).map((event, index) => ({
        ...{ organization: "oak", patient: `r${number}`, revision: 1, index, inputs: "i", event },
      })),
    ),
  );
  const as = (role: string, organization: ClinicName = "oak") => ({
    reach: (query: Record<string, string>) =>
      clinic.ask({ route: "GET /v1/reach", groups: `[${role}]`, organization, query }),
    people: (query: Record<string, string>) =>
      clinic.ask({ route: "GET /v1/reach/people", groups: `[${role}]`, organization, query }),
  });
  return { clinic, as, analyst: as("analyst"), manager: as("care-manager") };
}

const clinicPeople = [
  ...several(40, { came: "touched", language: "en" }),
  ...several(20, { came: "touched", language: "es" }),
  ...several(4, { came: "touched", language: "vi" }),
];

describe("reach", () => {
  it("is told with small numbers hidden", async () => {
    const { analyst } = await reached(clinicPeople);
    const { statusCode, body } = await analyst.reach({ ...asked, by: "language" });
    expect(statusCode).toBe(200);
    const { total, groups } = Reach.parse(body);
    expect(total).toMatchObject({ touched: 64 });
    expect(groups.map(({ value, funnel }) => [value, funnel.touched])).toEqual([
      ["en", 40],
      ["es", null],
      ["unknown", 0],
      ["vi", null],
    ]);
  });

  it("is told of no weeks that are none", async () => {
    const { analyst } = await reached([]);
    const { body } = await analyst.reach({ ...asked, from: "2026-W60" });
    expect(Problem.parse(body)).toMatchObject({ code: "bad-request", at: "query.from" });
  });

  it("is each clinic's own", async () => {
    const { as } = await reached(clinicPeople);
    const elsewhere = as("care-manager", "elm");
    expect(Reach.parse((await elsewhere.reach(asked)).body).total).toMatchObject({ touched: 0 });
    const { body } = await elsewhere.people({ ...asked, measure: "touched" });
    expect(ReachPeople.parse(body)).toEqual({ people: [] });
  });
});

describe("the people behind a number", () => {
  it("are listed page after page, and it is noted who saw them", async () => {
    const { analyst, clinic } = await reached(clinicPeople);
    const first = await analyst.people({ ...asked, measure: "touched", limit: "40" });
    const { people, cursor } = ReachPeople.parse(first.body);
    const rest = await analyst.people({ ...asked, measure: "touched", cursor: cursor ?? "" });
    const all = [...people, ...ReachPeople.parse(rest.body).people];
    expect(new Set(all.map(({ patient }) => patient)).size).toBe(64);
    const { views } = await clinic.views.page("oak", "r7", { limit: 9 });
    expect(views).toMatchObject([{ route: "GET /v1/reach/people" }]);
  });

  it("are opened by care managers only where the number is not shown", async () => {
    const { analyst, manager } = await reached(clinicPeople);
    const few = { ...asked, measure: "touched", by: "language", value: "vi" };
    const refused = await analyst.people(few);
    expect([refused.statusCode, Problem.parse(refused.body).code]).toEqual([403, "not-allowed"]);
    expect(ReachPeople.parse((await manager.people(few)).body).people).toHaveLength(4);
  });

  it("do not go on from a place that was not made here", async () => {
    const { analyst } = await reached(clinicPeople);
    const { body } = await analyst.people({ ...asked, measure: "touched", cursor: "AAAA" });
    expect(Problem.parse(body)).toMatchObject({ code: "bad-request", at: "query.cursor" });
  });
});
