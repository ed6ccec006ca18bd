import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Audience } from "#domain/audience/audience";
import { explain } from "#domain/audience/explain";
import { includes } from "#domain/audience/interval";
import { solve } from "#domain/audience/solve";
import { anyFills, anySupplyCondition } from "#support/any-supply";
import { naively } from "#support/naive-audience";
import { known, spans } from "#support/solving";
import { concepts, day, fact, fill, subject } from "#support/subject";

const read = (rule: unknown) => Audience.parse(rule);
/** V8 of the worked cases: 90 days each, the third a gap of 11 days after the second. */
const threeFills = subject({
  facts: ["2026-01-10", "2026-04-15", "2026-07-25"].map((on) => fill(on, 90, "rx|a10")),
});

describe("the share of days covered, in an audience", () => {
  const low = read({ pdc: { of: "statin", over: "this year", below: "80 %" } });

  it("falls below on the day on which too many days are missed, until the year is over", () => {
    // 10 January to 10 December are 335 days, of which 268 would be 80 %; 270 are covered.
    expect(spans(low, threeFills)).toEqual(["2026-12-13…2026-12-31"]);
    expect(270 / 338).toBeLessThan(0.8);
    expect(270 / 337).toBeGreaterThan(0.8);
  });

  it("begins anew with the year", () => {
    const facts = [fill("2025-11-01", 30, "rx|a10"), fill("2026-01-05", 30, "rx|a10")];
    expect(spans(low, subject({ facts }))).toEqual([
      "2025-12-08…2025-12-31",
      "2026-02-11…2026-12-31",
    ]);
  });

  it("looks back over months when told so, to the last day that sees a fill", () => {
    const rule = read({ pdc: { of: "statin", over: "6 months", below: "50 %" } });
    const facts = [fill("2026-01-01", 30, "rx|a10")];
    expect(spans(rule, subject({ facts }))).toEqual(["2026-03-02…2026-06-30"]);
  });

  it("waits until the treatment is long enough and was filled often enough to be measured", () => {
    const rule = read({
      pdc: { of: "statin", below: "80 %", treated: "91 days", fills: 2 },
    });
    const facts = [fill("2026-01-01", 30, "rx|a10")];
    expect(spans(rule, subject({ facts }))).toEqual([]);
    facts.push(fill("2026-03-01", 30, "rx|a10"));
    expect(spans(rule, subject({ facts }))).toEqual(["2026-04-01…2026-12-31"]);
  });

  it("does not count days in hospital when told where they are", () => {
    const stay = (from: string, through: string) =>
      fact({ kind: "encounter", codes: ["x|hospice"], from: day(from), through: day(through) });
    const facts = [fill("2026-01-01", 30, "rx|a10"), stay("2026-01-31", "2026-02-28")];
    const rule = read({ pdc: { of: "statin", below: "80 %", "except-in": "hospice" } });
    expect(spans(low, subject({ facts }))[0]).toBe("2026-02-07…2026-12-31");
    expect(spans(rule, subject({ facts }))[0]).toBe("2026-03-08…2026-12-31");
  });

  it("is nobody's who began no treatment", () => {
    expect(spans(low, subject())).toEqual([]);
    expect(spans(read({ pdc: { of: "statin", "at-least": "1 %" } }), subject())).toEqual([]);
  });

  it("says in words what it asks, and on which fills it rests", () => {
    const [because] = explain(low, threeFills, known, day("2026-12-20"));
    expect(because).toMatchObject({ holds: true, since: day("2026-12-13") });
    expect(because?.condition).toBe("statin covered below 80 % of days this year");
    expect(because?.facts).toHaveLength(3);
  });
});

describe("the days that are left, in an audience", () => {
  it("run down while there is no supply, to the end of the year", () => {
    // 71 may be missed: 5 in April, 11 in July; from 23 October on one more each day.
    const atMost = (days: number) => read({ "days-left": { of: "statin", "at-most": days } });
    expect(spans(atMost(15), threeFills)).toEqual(["2026-12-02…2026-12-31"]);
    expect(spans(atMost(-1), threeFills)).toEqual(["2026-12-18…2026-12-31"]);
  });

  it("can be named", () => {
    const rule = read({ "days-left": { of: "statin", is: ["critical", "high"] } });
    expect(spans(rule, threeFills)).toEqual(["2026-12-02…2026-12-17"]);
  });
});

describe("supply, for any rule and any fills", () => {
  it("is counted as a shelf of tablets is, one each day", () => {
    const all = concepts("a", "b", "c");
    fc.assert(
      fc.property(anySupplyCondition, anyFills, (rule, who) => {
        const answer = solve(rule, who, all);
        for (let on = day("2023-11-01"); on < day("2025-03-01"); on += 1) {
          const counted = naively(rule, who, on);
          if (includes(answer, on) !== counted)
            expect({ on, is: !counted }).toEqual({ on, is: counted });
        }
      }),
      { numRuns: 150 },
    );
  });

  it("reads what it has written, and refuses what cannot be meant", () => {
    fc.assert(
      fc.property(anySupplyCondition, (rule) => {
        expect(Audience.parse(JSON.parse(JSON.stringify(Audience.parse(rule))))).toEqual(
          Audience.parse(rule),
        );
      }),
      { numRuns: 50 },
    );
    const refused = (rule: unknown) => Audience.safeParse(rule).error?.issues[0]?.message ?? "";
    expect(refused({ pdc: { of: "statin" } })).toContain("exactly one of below, at-least");
    expect(refused({ pdc: { of: "statin", below: 80 } })).toContain("80 %");
    expect(
      refused({ pdc: { of: "statin", below: "80 %", over: "6 months", "carry-in": true } }),
    ).toContain("this year");
    expect(refused({ "days-left": { of: "statin" } })).toContain("at-most, at-least or is");
    expect(refused({ "days-left": { of: "statin", is: "urgent" } })).toContain("critical");
  });
});
