import { describe, expect, it } from "vitest";
import { capacitySection } from "#cli/forecast/capacity-in-words";
import { paintFor } from "#cli/report/table";
import { scriptedTerminal } from "#support/scripted-terminal";

const paint = paintFor(scriptedTerminal());
const day = { day: "2026-12-01", touches: 900, units: 1_800, late: 0, longestWaitMs: 90_000 };

const said = (lane: object, environment = "prod") =>
  capacitySection(
    {
      environment,
      capacity: [{ lane: "sms", perSecond: 1, late: 0, days: [day], ...lane }],
    },
    paint,
  );

describe("the pace of a forecast, in words", () => {
  it("says how long the last waits when all leave in time", () => {
    expect(said({})).toContain("texts: 1 parts a second, all leave in time, waiting 90 s at most");
    expect(said({ days: [{ ...day, longestWaitMs: 14 * 3_600_000 }] })).toContain("14 h at most");
  });

  it("names the days on which contacts go stale, and the pace that would do", () => {
    const words = said({ late: 312, paceNeeded: 3.4, days: [{ ...day, late: 312 }] });
    expect(words).toContain(
      "On these numbers 312 texts of 2026-12-01 cannot leave before their notAfter.",
    );
    expect(words).toContain("A pace of 3.4 a second would do: ask for more at the carriers");
    expect(words).toContain("begin with part of the audience");
  });

  it("does not promise that a faster pace helps where hours are too short", () => {
    const words = said({ late: 2, days: [{ ...day, late: 2 }] });
    expect(words).toContain("No pace would do");
  });

  it("says nothing where no deployment was named", () => {
    expect(capacitySection({ capacity: [] }, paint)).toBe("");
  });
});
