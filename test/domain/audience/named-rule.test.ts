import { describe, expect, it } from "vitest";
import type { Condition } from "#domain/audience/condition";
import { RuleDefinition, ruleProblems, withRules } from "#domain/audience/named-rule";
import { spans } from "#support/solving";
import { day, fact, subject } from "#support/subject";

const book = (rules: Readonly<Record<string, Condition>>) =>
  new Map(Object.entries(rules).map(([name, is]) => [name, { title: `the ${name} rule`, is }]));

describe("a named rule", () => {
  const rules = book({
    "cared-for": { "any-of": [{ in: "hospice" }, { rule: "lost-breasts" }] },
    "lost-breasts": { ever: "bilateral-mastectomy" },
  });

  it("says what its file says, and so do the rules that it names", () => {
    const written = withRules({ all: [{ not: { rule: "cared-for" } }] }, rules);
    expect(ruleProblems(written, rules)).toEqual([]);
    const lost = fact({ codes: ["x|bilateral-mastectomy"], from: day("2026-05-01") });
    expect(spans(written, subject({ facts: [lost] }))).toEqual(["…2026-04-30"]);
  });

  it("is written out once and for all, so that a campaign keeps its meaning", () => {
    const written = withRules({ rule: "lost-breasts" }, rules);
    expect(written).toEqual({
      rule: {
        name: "lost-breasts",
        title: "the lost-breasts rule",
        is: { ever: "bilateral-mastectomy" },
      },
    });
    expect(withRules(written, rules)).toEqual(written);
  });

  it("that is not there is named with the nearest", () => {
    expect(ruleProblems({ not: { rule: "cared-fro" } }, rules)).toEqual([
      {
        code: "unknown-rule",
        name: "cared-fro",
        message: "There is no rule `cared-fro`. Did you mean `cared-for`?",
      },
    ]);
  });

  it("that goes round in a circle is refused with the circle, wherever one enters it", () => {
    const round = book({
      a: { rule: "b" },
      b: { all: [{ rule: "c" }] },
      c: { not: { rule: "b" } },
    });
    const [problem] = ruleProblems({ rule: "a" }, round);
    expect(problem).toMatchObject({ code: "cyclic-rule", name: "a" });
    expect(problem?.message).toContain("b → c → b");
  });

  it("that was never looked up selects nobody, on either side of a not", () => {
    expect(spans({ rule: "nowhere" }, subject())).toEqual([]);
    expect(spans({ not: { rule: "nowhere" } }, subject())).toEqual([]);
    expect(withRules({ rule: "nowhere" }, rules)).toEqual({ rule: "nowhere" });
  });

  it("has a title and a condition, and nothing else", () => {
    expect(RuleDefinition.safeParse({ is: { sex: "male" } }).success).toBe(true);
    expect(RuleDefinition.safeParse({ is: { sex: "m" } }).success).toBe(false);
    expect(RuleDefinition.safeParse({ was: { sex: "male" } }).success).toBe(false);
  });
});
