import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { Reach, ReachPeople, ReachPeopleQuery, ReachQuery } from "#contracts/api/reach";

const weeks = { from: "2026-W01", through: "2026-W48" };

describe("what reach is asked", () => {
  it("is some weeks, of one campaign or all, in groups or none", () => {
    expect(z.safeParse(ReachQuery, weeks).success).toBe(true);
    const campaign = "screening/mammogram";
    expect(z.safeParse(ReachQuery, { ...weeks, campaign, by: "age-band" }).success).toBe(true);
  });

  it.each([
    { ...weeks, from: "2026-W54" },
    { ...weeks, from: "2026-1" },
    { ...weeks, by: "name" },
    { ...weeks, campaign: "screening" },
    { ...weeks, organization: "oak" },
    {},
  ])("is refused when it is %o", (query) => {
    expect(z.safeParse(ReachQuery, query).success).toBe(false);
  });

  it("is who stands behind one number", () => {
    const asked = { ...weeks, measure: "withheld:stale", by: "language", value: "es" };
    expect(z.safeParse(ReachPeopleQuery, asked).success).toBe(true);
    expect(z.safeParse(ReachPeopleQuery, { ...weeks, measure: "name" }).success).toBe(false);
    expect(z.safeParse(ReachPeopleQuery, weeks).success).toBe(false);
  });
});

describe("what reach answers", () => {
  it("says nothing of a patient but what the contract names", () => {
    const person = {
      patient: "p1",
      campaign: "screening/mammogram",
      version: 1,
      week: "2026-W48",
      at: "2026-11-23T15:00:00Z",
      sex: "female",
    };
    const answer = ReachPeople.parse({ people: [{ ...person, given: "Ana", phone: "+1" }] });
    expect(answer).toEqual({ people: [person] });
  });

  it("may hide any number", () => {
    const hidden = { total: { eligible: null }, groups: [], withheld: [], refused: [] };
    expect(z.safeParse(Reach, hidden).success).toBe(true);
  });
});
