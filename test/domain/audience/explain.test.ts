import { describe, expect, it } from "vitest";
import type { Audience } from "#domain/audience/audience";
import { explain } from "#domain/audience/explain";
import { concepts, day, fact, result, subject } from "#support/subject";

const known = concepts("mammogram", "diabetes", "hospice", {
  name: "hba1c",
  title: "HbA1c",
  codes: ["x|hba1c"],
});

const due: Audience = {
  all: [
    { sex: "female" },
    { age: { from: 42, through: 74 } },
    { none: { of: "mammogram", within: "27 months" } },
    { outside: "hospice" },
  ],
};

describe("the reasons", () => {
  it("go through the conditions one by one, in plain words", () => {
    const on = day("2026-11-23");
    expect(explain(due, subject(), known, on)).toEqual([
      { condition: "female", holds: true, facts: ["Patient/p1"] },
      {
        condition: "age 42 to 74",
        holds: true,
        facts: ["Patient/p1"],
        since: day("2008-06-15"),
        until: day("2041-06-14"),
      },
      { condition: "no mammogram within 27 months", holds: true, facts: [] },
      { condition: "not in hospice", holds: true, facts: [] },
    ]);
  });

  it("name the facts that decide, and how long the answer stays", () => {
    const done = fact({ codes: ["x|mammogram"], from: day("2025-03-10") });
    const before = fact({ codes: ["x|mammogram"], from: day("2025-01-10") });
    const because = explain(due, subject({ facts: [before, done] }), known, day("2026-11-23"));
    expect(because[2]).toEqual({
      condition: "no mammogram within 27 months",
      holds: false,
      facts: [done.id, before.id],
      since: day("2025-01-10"),
      until: day("2027-06-09"),
    });
  });

  it("say when something cannot be known", () => {
    const { birthDate: _, ...who } = subject();
    const because = explain(due, who, known, day("2026-11-23"));
    expect(because.map(({ holds }) => holds)).toEqual([true, "unknown", true, true]);
  });

  it("open up what is made of several conditions", () => {
    const rule: Audience = {
      all: [
        {
          "any-of": [{ has: "diabetes" }, { latest: { of: "hba1c", "at-least": 6.5, unit: "%" } }],
        },
      ],
    };
    const measured = result("2026-01-05", "x|hba1c", 7);
    const [because] = explain(rule, subject({ facts: [measured] }), known, day("2026-11-23"));
    expect(because).toMatchObject({
      condition: "either has diabetes, or latest HbA1c at least 6.5 %",
      holds: true,
      facts: [measured.id],
      of: [
        { condition: "has diabetes", holds: false, facts: [] },
        { condition: "latest HbA1c at least 6.5 %", holds: true, facts: [measured.id] },
      ],
    });
  });

  it("begin with death", () => {
    const because = explain(
      due,
      subject({ deceased: day("2026-05-05") }),
      known,
      day("2026-11-23"),
    );
    expect(because[0]).toEqual({
      condition: "alive",
      holds: false,
      facts: ["Patient/p1"],
      since: day("2026-05-05"),
    });
  });

  it("name few facts of a long chart", () => {
    const facts = Array.from({ length: 50 }, (_, i) =>
      fact({ codes: ["x|mammogram"], from: day("2025-03-10") + i }),
    );
    const because = explain(due, subject({ facts }), known, day("2026-11-23"));
    expect(because[2]?.facts).toHaveLength(5);
    expect(because[2]?.facts[0]).toBe(facts.at(-1)?.id);
  });
});
