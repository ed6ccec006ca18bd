import { describe, expect, it } from "vitest";
import { numberValue } from "#domain/reply/number-value";
import type { Takes } from "#domain/reply/takes";
import { understand } from "#domain/reply/understand";
import { normalise } from "#domain/triage/normalise";

/** Any number from 20 to 600, in the unit of the question if it has one. */
const within = (unit?: string) =>
  ({ means: "told-value", from: 20, through: 600, ...(unit ? { unit } : {}) }) as const;

/** The number that is told for sure; "unsure" where a person must read it; nothing where none is. */
function told(text: string, takes: NonNullable<Takes["number"]>): number | "unsure" | undefined {
  const said = numberValue({ words: normalise(text).words, text }, takes);
  return said === undefined ? undefined : (said.value ?? "unsure");
}

describe("the unit of a question", () => {
  it.each([
    ["mg/dL", "120 mg/dl"],
    ["mg/dL", "120mg"],
    ["mg/dL", "120 mgdl."],
    ["mmol/L", "120 mmol per l"],
    ["%", "120%"],
    ["%", "120 %"],
    ["%", "120 percent"],
    ["%", "120 por ciento"],
    ["%", "ciento veinte por ciento"],
    ["mmHg", "120 mm hg"],
    ["mmHg", "120 mm Hg today"],
    ["lb", "120 pounds"],
    ["f", "120F"],
  ])("%s may be written with the number: %s", (unit, text) => {
    expect(told(text, within(unit))).toBe(120);
    expect(told(text, within(unit === "lb" ? "kg" : "lb"))).toBe("unsure");
    expect(told(text, within())).toBe("unsure");
  });

  it.each([
    "120",
    "120 today",
    "120. Pounds I do not know",
    "120! % I do not know",
    "120 up 5 mmol",
    "120 this time",
  ])("may be left out: %s", (text) => {
    expect(told(text, within("mg/dL"))).toBe(120);
    expect(told(text, within())).toBe(120);
  });

  it.each(["120x", "120e6", "12.5e2"])("is none that nobody knows: %s", (text) => {
    expect(told(text, within("mg/dL"))).toBe("unsure");
    expect(told(text, within("x"))).toBe("unsure");
  });

  it("tells the number that is meant from others", () => {
    expect(told("180 lbs and 120", within("mg/dL"))).toBe(120);
    expect(told("after 3 days 120 mg/dl, 2 pills", within("mg/dL"))).toBe(120);
    expect(told("at 8:30 it was 120", within("mg/dL"))).toBe(120);
    expect(told("it was 120 at 8:30", within("mg/dL"))).toBe(120);
  });
});

describe("a number is sure", () => {
  it.each([
    ["19", "unsure"],
    ["20", 20],
    ["600", 600],
    ["601", "unsure"],
  ] as const)("within the bounds of the question: %s", (text, number) => {
    expect(told(text, within())).toBe(number);
  });

  it.each([
    ["120, yes 120", 120],
    ["ciento", 100],
    ["120 twenty minutes ago", 120],
    ["120 or 130", "unsure"],
    ["120 130 120", "unsure"],
    ["120/120", "unsure"],
    ["120/80 mmhg", "unsure"],
    ["120/A1c not back", 120],
    ["120, 80 mmhg", 120],
  ] as const)("when it is one: %s", (text, number) => {
    expect(told(text, within("mg/dL"))).toBe(number);
  });

  it.each(["not 120", "never 120", "minus 120", "menos 120", "-120", "it was -120", "x-120"])(
    "unless it is denied or below zero: %s",
    (text) => {
      expect(told(text, within())).toBe("unsure");
    },
  );

  it.each([
    "2 hundred",
    "2 hundred and ten",
    "12 hundred",
    "two thousand five hundred",
    "a thousand and twenty",
    "dos mil quinientos",
    "mil y veinte",
    "120 and a half",
    "ciento veinte y media",
    "veinte y medio",
    "120 mg and a half",
    "120 mg y media",
    "20, I mean two thousand twenty",
    "−120",
    "–120",
  ])("or part of another: %s", (text) => {
    expect(told(text, within("mg/dL"))).toBe("unsure");
  });

  it.each([
    "120 not more",
    "120 cada semana y media",
    "120 y mediodía",
    "por 120",

    "- 120",
    "it was not high, 120",
    "8:30-120",
    "(120)",
    "120-",
  ])("whatever else stands near it: %s", (text) => {
    expect(told(text, within())).toBe(120);
  });

  it.each(["Sugar: 120", "at 8 am:120", "120: that was it", "por ciento veinte"])(
    "and needs no more words than a name: %s",
    (text) => {
      expect(told(text, within())).toBe(120);
    },
  );

  it.each(["", "high", "8:30", "8: 30", "at 8:30 or 9:15", "por ciento"])(
    "and is missing in: %s",
    (text) => {
      expect(told(text, within())).toBeUndefined();
    },
  );

  it.each([
    ["my weight is 180 lbs, 6 feet", "answer/unsure", "180"],
    ["first it was 120, 130 later", "answer/unsure", "first"],
    ["it was one hundred and ten today", "value/number:110", "one hundred and ten"],
  ])("and is shown to whoever checks: %s", (text, rule, words) => {
    const question = { answers: {}, takes: { number: within("mg/dL") } };
    const shown = understand(text, { question }).spans.filter((span) => span.rule === rule);
    expect(shown.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });
});
