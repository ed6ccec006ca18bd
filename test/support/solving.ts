import type { Audience } from "#domain/audience/audience";
import { solve } from "#domain/audience/solve";
import type { Fact, Subject } from "#domain/patient/fact";
import { formatDay } from "#domain/time";
import { concepts, day, fact } from "./subject.ts";

/** Concepts that the rules of these tests name. */
export const known = concepts(
  "mammogram",
  "bilateral-mastectomy",
  "right-mastectomy",
  "left-mastectomy",
  "hospice",
  "diabetes",
  "hba1c",
  "colonoscopy",
  { name: "systolic", codes: ["loinc|8480-6"] },
  { name: "icd", codes: ["icd10cm|E11.*", "icd10cm|I10"] },
  {
    name: "statin",
    codes: [],
    ingredients: { atorvastatin: ["rx|a10", "rx|a20"], other: ["rx|o"] },
  },
);

/** Whether the rule surely holds on that day. */
export const isIn = (rule: Audience, who: Subject, on: string) =>
  solve(rule, who, known, { from: day(on), through: day(on) }).length === 1;

/** The intervals of the rule as `first…last`; nothing stands for an open end. */
export const spans = (rule: Audience, who: Subject) =>
  solve(rule, who, known).map(({ from, through }) => {
    const end = (at: number) => (Number.isFinite(at) ? formatDay(at) : "");
    return `${end(from)}…${end(through)}`;
  });

/** A completed procedure. */
export const procedure = (name: string, on: string): Fact =>
  fact({ codes: [`x|${name}`], from: day(on) });
/** A diagnosis, active or with its end. */
export const condition = (code: string, from: string, through?: string): Fact =>
  fact({
    kind: "condition",
    codes: [code],
    from: day(from),
    ...(through === undefined
      ? { isOpen: true as const, status: "active" as const }
      : { through: day(through), status: "inactive" as const }),
  });
