import * as fc from "fast-check";
import type { Condition } from "#domain/audience/condition";
import type { Subject } from "#domain/patient/fact";
import { dayFrom } from "#domain/time";

/** Conditions on the supply of medicines, and people with little but fills, at random. */
const names = fc.constantFrom("a", "b", "c");
const someNames = fc.uniqueArray(names, { minLength: 1, maxLength: 2 });
const periods = fc.constantFrom(
  "30 days",
  "2 months",
  "6 months",
  "1 calendar year",
  "2 calendar years",
);

const rules = fc.record({
  overlap: fc.constantFrom("shift" as const, "union" as const),
  "same-day": fc.constantFrom("sum" as const, "max" as const),
  "carry-in": fc.boolean(),
});

const pdc = fc
  .tuple(
    fc.record({ of: someNames, fills: fc.integer({ min: 0, max: 2 }) }),
    rules,
    periods,
    fc.integer({ min: 20, max: 95 }),
    fc.boolean(),
    fc.option(names, { nil: undefined }),
    fc.integer({ min: 1, max: 30 }),
  )
  .map(([{ of, fills }, rule, over, percent, isBelow, away, treated]) => ({
    of,
    ...(fills === 0 ? {} : { fills }),
    ...rule,
    "carry-in": rule["carry-in"] && over.includes("calendar"),
    over,
    treated: `${treated} days`,
    [isBelow ? "below" : "at-least"]: `${percent} %`,
    ...(away === undefined ? {} : { "except-in": [away] }),
  }));

const daysLeft = fc
  .tuple(someNames, fc.integer({ min: -20, max: 80 }), fc.integer({ min: 0, max: 30 }), rules)
  .map(([of, least, more, rule]) => ({
    of,
    "at-least": least,
    "at-most": least + more,
    ...rule,
  }));

export const anySupplyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ pdc }),
  fc.record({ "days-left": daysLeft }),
);

const fact = fc.record({
  isStay: fc.constantFrom(false, false, false, true),
  code: names,
  from: fc.integer({ min: dayFrom(2023, 10, 1), max: dayFrom(2025, 1, 31) }),
  days: fc.constantFrom(1, 7, 30, 30, 60, 90),
});

/** Fills and stays around a leap year, on few enough days that some fall together. */
export const anyFills: fc.Arbitrary<Subject> = fc
  .array(fact, { minLength: 1, maxLength: 9 })
  .map((facts) => ({
    patient: "p1",
    facts: facts.map(({ isStay, code, from, days }, i) => ({
      id: `${i}`,
      codes: [`x|${code}`],
      from: from - (from % 7),
      precision: "day" as const,
      status: "done" as const,
      ...(isStay
        ? { kind: "encounter" as const, through: from - (from % 7) + Math.min(days, 20) }
        : { kind: "medication-dispense" as const, daysSupply: days }),
    })),
  }));
