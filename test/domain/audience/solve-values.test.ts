import { describe, expect, it } from "vitest";
import type { Audience } from "#domain/audience/audience";
import { isIn, spans } from "#support/solving";
import { day, fact, result, subject } from "#support/subject";

describe("values", () => {
  const high: Audience = { latest: { of: "hba1c", above: 9, unit: "%" } };

  it("count from their day to the day before the next", () => {
    const facts = [
      result("2026-01-10", "x|hba1c", 9.5),
      result("2026-04-10", "x|hba1c", 8),
      result("2026-08-10", "x|hba1c", 9.1),
    ];
    expect(spans(high, subject({ facts }))).toEqual(["2026-01-10…2026-04-09", "2026-08-10…"]);
  });

  it("take the lowest or the highest of the latest day", () => {
    const facts = [result("2026-01-10", "x|hba1c", 9.5), result("2026-01-10", "x|hba1c", 8)];
    expect(isIn(high, subject({ facts }), "2026-02-01")).toBe(true);
    const lowest: Audience = { latest: { of: "hba1c", above: 9, unit: "%", which: "lowest" } };
    expect(isIn(lowest, subject({ facts }), "2026-02-01")).toBe(false);
  });

  it("are unknown in another unit or without one, not converted and not passed over", () => {
    for (const unit of ["mmol/mol", ""]) {
      const who = subject({ facts: [result("2026-01-10", "x|hba1c", 80, unit)] });
      expect(spans(high, who)).toEqual([]);
      expect(isIn({ not: high }, who, "2026-02-01")).toBe(false);
    }
  });

  it("are unknown before the first result", () => {
    const who = subject({ facts: [result("2026-01-10", "x|hba1c", 7)] });
    expect(spans({ not: high }, who)).toEqual(["2026-01-10…"]);
  });

  it.each([
    ["<", 4, "below", 4, true],
    ["<", 4, "above", 4, false],
    ["<", 4, "above", 3, undefined],
    [">", 14, "above", 14, true],
    [">", 14, "at-least", 14, true],
    [">", 14, "below", 15, undefined],
    [">=", 14, "above", 14, undefined],
    ["<=", 4, "at-most", 4, true],
  ] as const)(
    "off the scale: %s %d is %s %d? %s",
    (comparator, number, comparison, limit, expected) => {
      const measured = { ...result("2026-01-10", "x|hba1c"), value: { number, comparator } };
      const who = subject({ facts: [measured] });
      const rule = { latest: { of: "hba1c", [comparison]: limit } } as Audience;
      expect(isIn(rule, who, "2026-02-01")).toBe(expected === true);
      expect(isIn({ not: rule }, who, "2026-02-01")).toBe(expected === false);
    },
  );

  it("are read from the parts of a panel", () => {
    const panel = fact({
      kind: "observation",
      codes: ["loinc|85354-9"],
      from: day("2026-01-10"),
      components: [
        { codes: ["loinc|8480-6"], value: { number: 150, unit: "mm[Hg]" } },
        { codes: ["loinc|8462-4"], value: { number: 95, unit: "mm[Hg]" } },
      ],
    });
    const rule: Audience = { latest: { of: "systolic", above: 140 } };
    expect(isIn(rule, subject({ facts: [panel] }), "2026-02-01")).toBe(true);
    expect(
      isIn({ latest: { of: "systolic", above: 160 } }, subject({ facts: [panel] }), "2026-02-01"),
    ).toBe(false);
  });

  it("are missing where a test was done and says nothing", () => {
    const rule: Audience = { missing: { of: "hba1c", within: "1 year" } };
    expect(isIn(rule, subject(), "2026-02-01")).toBe(false);
    const blank = subject({
      facts: [result("2025-10-10", "x|hba1c", 7), result("2026-01-10", "x|hba1c")],
    });
    expect(spans(rule, blank)).toEqual(["2026-01-10…2027-01-09"]);
  });
});
