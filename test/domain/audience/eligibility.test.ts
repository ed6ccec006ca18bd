import { describe, expect, it } from "vitest";
import { goalSince, solveEligibility } from "#domain/audience/eligibility";
import type { Subject } from "#domain/patient/fact";
import { concepts, day, fact, result, subject } from "#support/subject";

const known = concepts("mammogram", "hba1c");
const campaign = {
  id: "screening/mammogram",
  version: 3,
  audience: {
    all: [{ age: { from: 42 } }, { none: { of: "mammogram", within: "27 months" } }],
  },
  goal: { any: "mammogram" },
} as const;

const mammogram = (on: string) => fact({ codes: ["x|mammogram"], from: day(on) });
const entries = (who: Subject, today: string, horizonDays = 365) =>
  solveEligibility(campaign, who, known, day(today), horizonDays);

describe("eligibility", () => {
  it("is the interval around today", () => {
    expect(entries(subject(), "2026-11-23")).toEqual([
      {
        campaign: "screening/mammogram",
        version: 3,
        from: day("2008-06-15"),
        startsOn: day("2008-06-15"),
        episode: "2008-06-15",
      },
    ]);
  });

  it("is the next one within the horizon otherwise", () => {
    const who = subject({ facts: [mammogram("2024-12-01")] });
    expect(entries(who, "2026-11-23")).toMatchObject([{ from: day("2027-03-01") }]);
    expect(entries(who, "2026-11-23", 90)).toEqual([]);
  });

  it("tells the end of the interval, and the interval after it", () => {
    const who = subject({ facts: [mammogram("2026-12-01")] });
    expect(entries(who, "2026-11-23", 3650)).toMatchObject([
      { from: day("2008-06-15"), through: day("2026-11-30"), nextFrom: day("2029-03-01") },
    ]);
  });

  it("does not change from day to day while the interval lasts", () => {
    expect(entries(subject(), "2026-11-23")).toEqual(entries(subject(), "2027-05-01"));
  });

  it("has a first day that can be stored even where it has always held", () => {
    const [entry] = solveEligibility(
      [{ id: "a/b", version: 1, audience: { sex: "female" } }],
      subject(),
      known,
      day("2026-11-23"),
      30,
    );
    expect(entry).toMatchObject({ from: day("1900-01-01"), episode: "1900-01-01" });
    expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  });

  it("is nothing for who is never in", () => {
    expect(entries(subject({ deceased: true }), "2026-11-23")).toEqual([]);
  });
});

describe("a goal", () => {
  const since = day("2026-11-01");
  const isMet = (
    facts: Subject["facts"],
    goal: Parameters<typeof goalSince>[0]["goal"] = campaign.goal,
  ) => goalSince({ goal }, subject({ facts }), known, since);

  it("is met by what happened on the day or later, not by what was before", () => {
    expect(isMet([])).toBe(false);
    expect(isMet([mammogram("2026-10-31")])).toBe(false);
    expect(isMet([mammogram("2026-11-01")])).toBe(true);
    expect(isMet([mammogram("2026-10-01"), mammogram("2026-12-24")])).toBe(true);
  });

  it("is not met by something else", () => {
    expect(isMet([result("2026-11-05", "x|hba1c", 7)])).toBe(false);
  });

  it("asks for the value where the campaign does", () => {
    const goal = { latest: { of: "hba1c", below: 8 } };
    expect(isMet([result("2026-11-05", "x|hba1c", 7)], goal)).toBe(true);
    expect(isMet([result("2026-11-05", "x|hba1c", 9)], goal)).toBe(false);
  });

  it("counts as met where it may be, for the error must be a contact too few", () => {
    const vague = {
      ...mammogram("2026-01-01"),
      latest: day("2026-12-31"),
      precision: "year" as const,
    };
    expect(isMet([vague])).toBe(true);
  });
});
