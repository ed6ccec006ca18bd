import * as fc from "fast-check";
import type { Condition } from "#domain/audience/condition";
import { factRoles } from "#domain/audience/role";
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
const comparison = fc
  .tuple(fc.constantFrom("above", "below", "at-least", "at-most"), limits)
  .map(([key, limit]) => ({ [key]: limit }));

/** One of the things that narrow which facts count, or none. */
const particulars = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc.record({
      as: fc.uniqueArray(fc.constantFrom(...factRoles), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: comparison },
  { weight: 1, arbitrary: fc.record({ with: someNames }) },
  { weight: 1, arbitrary: fc.constant({ "with-result": true as const }) },
  { weight: 1, arbitrary: fc.record({ site: someNames }) },
  { weight: 1, arbitrary: fc.record({ because: someNames }) },
  { weight: 1, arbitrary: fc.record({ "not-during": someNames }) },
  {
    weight: 1,
    arbitrary: fc.record({
      aged: fc.record({
        from: fc.integer({ min: 39, max: 40 }),
        through: fc.integer({ min: 40, max: 41 }),
      }),
    }),
  },
);
const lookBacks = fc.oneof(
  spans,
  fc.constantFrom("this year", "first 2 months of this year", "first 6 months of this year"),
);
const howLately = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  fc.record({ within: lookBacks }),
  fc.record({ "begun-within": lookBacks }),
  fc.record({ "ended-within": lookBacks }),
  fc.record({ since: fc.constantFrom("2024-01-01", "2024-03-05") }),
);
const gaps = fc.constantFrom("0 days", "5 days", "2 weeks", "1 month");

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ sex: fc.constantFrom("female" as const, "male" as const) }),
  fc.record({
    age: fc
      .tuple(
        fc.integer({ min: 38, max: 42 }),
        fc.integer({ min: 0, max: 2 }),
        fc.constantFrom(undefined, "year-end", "year-start", "2024-02-29"),
      )
      .map(([from, more, at]) => ({
        from,
        through: from + more,
        ...(at === undefined ? {} : { at }),
      })),
  }),
  fc.record({ any: evidence() }),
  fc.record({ none: evidence() }),
  fc.record({ filled: evidence() }),
  fc.record({ each: evidence() }),
  fc.record({ ever: particular() }),
  fc.record({ never: particular() }),
  fc.record({
    "at-least": fc
      .tuple(fc.integer({ min: 2, max: 3 }), evidence(), fc.boolean())
      .map(([count, asked, isApart]) => ({
        count,
        ...asked,
        ...(isApart ? { on: "different-days" as const } : {}),
      })),
  }),
  fc.record({ followed: followed() }),
  fc.record({ unfollowed: followed() }),
  fc.record({ in: fc.record({ of: someNames, evidence: spans }) }),
  fc.record({ outside: someNames }),
  fc.record({
    has: fc.oneof(
      someNames,
      fc
        .tuple(particular(), fc.option(lookBacks, { nil: undefined }))
        .map(([asked, within]) => ({ ...asked, ...(within === undefined ? {} : { within }) })),
    ),
  }),
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
  fc.record({
    latest: fc.record({ of: someNames, is: someNames, "not-during": someNames }),
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
    .tuple(someNames, howLately, particulars)
    .map(([of, limit, narrowed]) => ({ of, ...limit, ...narrowed }));
}

function particular() {
  return fc.tuple(someNames, particulars).map(([of, narrowed]) => ({ of, ...narrowed }));
}

function followed() {
  return fc
    .tuple(particular(), fc.option(spans, { nil: undefined }), particular(), gaps)
    .map(([of, begun, by, within]) => ({
      of: { ...of, ...(begun === undefined ? {} : { "begun-within": begun }) },
      by,
      within,
    }));
}

/** What counts from one thing to another, for charts in which many dates are vague. */
export const anySequence: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ followed: between() }),
  fc.record({ unfollowed: between() }),
  fc.record({ "at-least": fc.record({ count: fc.constant(2), of: names, within: spans }) }),
);

function between() {
  return fc.record({ of: fc.record({ of: names }), by: fc.record({ of: names }), within: gaps });
}

export const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ "any-of": fc.array(tie("node"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("node") }),
    fc.record({ rule: fc.record({ name: fc.constant("shared"), is: tie("node") }) }),
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
    more: fc.constantFrom(
      {},
      {},
      {},
      { valueCodes: ["x|a"] },
      { interpretation: ["x|b"], sites: ["x|a"] },
      { sites: ["x|b", "x|c"], reasons: ["x|c"] },
      { isProhibited: true as const, reasons: ["x|a"] },
      { intent: "plan" },
    ),
  })
  .map(({ length, days, number, more, ...rest }) => ({
    ...more,
    ...rest,
    precision: length === "vague" ? ("month" as const) : ("day" as const),
    ...(length === "vague" ? { latest: rest.from + days } : {}),
    ...(length === "period" ? { through: rest.from + days } : {}),
    ...(length === "open" ? { isOpen: true as const } : {}),
    ...(number === undefined ? {} : { value: { number } }),
    ...(rest.kind === "medication-dispense" ? { daysSupply: days } : {}),
  }));

/** Final procedures close together, most of them with a partial date. */
export const anyVagueSubject: fc.Arbitrary<Subject> = fc
  .array(
    fc.record({
      code: names,
      from: fc.integer({ min: nearDays.min, max: nearDays.min + 40 }),
      vague: fc.integer({ min: 0, max: 6 }),
    }),
    { maxLength: 6 },
  )
  .map((facts) => ({
    patient: "p1",
    facts: facts.map(({ code, from, vague }, i) => ({
      id: `Procedure/${i}`,
      kind: "procedure" as const,
      codes: [`x|${code}`],
      status: "done" as const,
      from,
      precision: "month" as const,
      ...(vague === 0 ? {} : { latest: from + vague }),
    })),
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
