import * as z from "zod";
import { Audience } from "#domain/audience/audience";
import { type Concepts, conceptCatalog } from "#domain/audience/concept";
import { conceptsOf } from "#domain/audience/condition";
import type { FactRole } from "#domain/audience/role";
import type { Fact, FactKind, Subject } from "#domain/patient/fact";
import { day } from "./subject.ts";

/** As the guide of the language writes dates. */
const DateText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const kinds = {
  order: "service-request",
  refusal: "service-request",
  procedure: "procedure",
  result: "observation",
  report: "report",
  diagnosis: "condition",
  visit: "encounter",
  medicine: "medication-request",
  fill: "medication-dispense",
} satisfies Partial<Record<FactRole, FactKind>>;

const ChartFact = z.strictObject({
  what: z.string(),
  on: DateText,
  through: DateText.optional(),
  as: z.enum(Object.keys(kinds) as (keyof typeof kinds)[]),
  value: z.number().optional(),
  unit: z.string().optional(),
  result: z.string().optional(),
  site: z.string().optional(),
  because: z.string().optional(),
  days: z.number().optional(),
});
type ChartFact = z.infer<typeof ChartFact>;

/** An example of the guide: a condition, a chart, and the days on which it holds and fails. */
export const Chart = z.strictObject({
  condition: Audience,
  sex: z.enum(["female", "male"]).default("female"),
  born: DateText.default("1966-06-15"),
  facts: z.array(ChartFact).default([]),
  units: z
    .record(
      z.string(),
      z.array(
        z.strictObject({ from: z.string(), to: z.string(), times: z.number(), plus: z.number() }),
      ),
    )
    .default({}),
  holds: z.array(DateText).min(1),
  fails: z.array(DateText).min(1),
});
export type Chart = z.infer<typeof Chart>;

/** Concepts whose one code is `x|<name>`. */
export function conceptsOfChart({ condition, units }: Chart): Concepts {
  return conceptCatalog(
    conceptsOf(condition).map((name) => ({
      name,
      codes: [`x|${name}`],
      ...(units[name] === undefined ? {} : { units: units[name] }),
    })),
  );
}

export function subjectOfChart({ sex, born, facts }: Chart): Subject {
  return { patient: "p1", sex, birthDate: day(born), facts: facts.map(factOf) };
}

function factOf(given: ChartFact, index: number): Fact {
  const kind = kinds[given.as];
  const isState = ["diagnosis", "order", "medicine"].includes(given.as);
  return {
    id: `${kind}/${index}`,
    kind,
    codes: [`x|${given.what}`],
    from: day(given.on),
    precision: "day",
    status: isState && given.through === undefined ? "active" : "done",
    ...(given.through === undefined ? {} : { through: day(given.through) }),
    ...(isState && given.through === undefined ? { isOpen: true as const } : {}),
    ...(given.as === "refusal" ? { isProhibited: true as const } : {}),
    ...(given.value === undefined ? {} : { value: quantityOf(given.value, given.unit) }),
    ...(given.result === undefined ? {} : { valueCodes: [`x|${given.result}`] }),
    ...(given.site === undefined ? {} : { sites: [`x|${given.site}`] }),
    ...(given.because === undefined ? {} : { reasons: [`x|${given.because}`] }),
    ...(given.days === undefined ? {} : { daysSupply: given.days }),
  };
}

function quantityOf(number: number, unit: string | undefined) {
  return unit === undefined ? { number } : { number, unit };
}
