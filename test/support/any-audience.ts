import * as fc from "fast-check";
import type { Condition } from "#domain/audience/condition";
import type { Fact, FactKind, FactStatus, Subject } from "#domain/patient/fact";
import { type Day, dayFrom } from "#domain/time";
import { anySupplyCondition } from "./any-supply.ts";

/** Rules and charts at random, small enough that everything in them meets everything else. */
const center: Day = dayFrom(2024, 2, 29);
export const nearDays = { min: center - 150, max: center + 150 };

const names = fc.constantFrom("a", "b", "c");
const someNames = fc.uniqueArray(names, { minLength: 1, maxLength: 2 });
const spans = fc.constantFrom(
  "1 day",
  "10 days",
  "3 weeks",
  "1 month",
  "2 months",
  "1 year",
  "1 calendar year",
  "2 calendar years",
);
const limits = fc.integer({ min: 4, max: 8 });

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ sex: fc.constantFrom("female" as const, "male" as const) }),
  fc.record({
    age: fc
      .tuple(fc.integer({ min: 38, max: 42 }), fc.integer({ min: 0, max: 2 }), fc.boolean())
      .map(([from, more, atYearEnd]) => ({
        from,
        through: from + more,
        ...(atYearEnd ? { at: "year-end" as const } : {}),
      })),
  }),
  fc.record({ any: evidence() }),
  fc.record({ none: evidence() }),
  fc.record({ filled: evidence() }),
  fc.record({ ever: someNames }),
  fc.record({ never: fc.record({ of: someNames }) }),
  fc.record({ in: fc.record({ of: someNames, evidence: spans }) }),
  fc.record({ outside: someNames }),
  fc.record({ has: someNames }),
  fc.record({ known: someNames }),
  fc.record({
    latest: fc
      .tuple(
        someNames,
        fc.constantFrom("above", "below", "at-least", "at-most"),
        limits,
        fc.constantFrom("lowest" as const, "highest" as const),
        fc.option(spans, { nil: undefined }),
      )
      .map(([of, comparison, limit, which, within]) => ({
        of,
        which,
        [comparison]: limit,
        ...(within === undefined ? {} : { within }),
      })),
  }),
  fc.record({ missing: fc.record({ of: someNames, within: spans }) }),
  fc.record({
    late: fc
      .tuple(
        someNames,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom("shift" as const, "union" as const),
      )
      .map(([of, from, more, overlap]) => ({
        of,
        overlap,
        by: { from: `${from} days`, through: `${from + more} days` },
      })),
  }),
  anySupplyCondition,
);

function evidence() {
  return fc
    .tuple(someNames, fc.option(spans, { nil: undefined }))
    .map(([of, within]) => ({ of, ...(within === undefined ? {} : { within }) }));
}

export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ "any-of": fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("node") }),
  ),
})).node;

const kinds: fc.Arbitrary<FactKind> = fc.constantFrom(
  "observation",
  "procedure",
  "condition",
  "medication-dispense",
  "medication-request",
  "service-request",
  "encounter",
  "allergy",
);
const statuses: fc.Arbitrary<FactStatus> = fc.constantFrom(
  "done",
  "done",
  "active",
  "inactive",
  "preliminary",
  "planned",
);

const fact: fc.Arbitrary<Omit<Fact, "id">> = fc
  .record({
    kind: kinds,
    codes: fc.uniqueArray(
      names.map((name) => `x|${name}`),
      { minLength: 1, maxLength: 2 },
    ),
    from: fc.integer({ min: nearDays.min - 60, max: nearDays.max }),
    status: statuses,
    length: fc.constantFrom("day", "day", "day", "vague", "period", "open"),
    days: fc.integer({ min: 1, max: 40 }),
    number: fc.option(limits, { nil: undefined }),
  })
  .map(({ length, days, number, ...rest }) => ({
    ...rest,
    precision: length === "vague" ? ("month" as const) : ("day" as const),
    ...(length === "vague" ? { latest: rest.from + days } : {}),
    ...(length === "period" ? { through: rest.from + days } : {}),
    ...(length === "open" ? { isOpen: true as const } : {}),
    ...(number === undefined ? {} : { value: { number } }),
    ...(rest.kind === "medication-dispense" ? { daysSupply: days } : {}),
  }));

export const anySubject: fc.Arbitrary<Subject> = fc
  .record({
    sex: fc.constantFrom("female" as const, "male" as const, undefined),
    birthDate: fc.option(fc.integer({ min: dayFrom(1983, 1, 1), max: dayFrom(1985, 12, 31) }), {
      nil: undefined,
    }),
    facts: fc.array(fact, { maxLength: 7 }),
  })
  .map(({ sex, birthDate, facts }) => ({
    patient: "p1",
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    facts: facts.map((each, i) => ({ ...each, id: `${each.kind}/${i}` })),
  }));
