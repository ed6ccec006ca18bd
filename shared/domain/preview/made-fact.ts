import { type Concepts, codesOfConcept } from "../audience/concept.ts";
import type { Code } from "../patient/code.ts";
import type { Fact, FactKind, FactStatus } from "../patient/fact.ts";
import type { Day } from "../time.ts";
import type { MadeFactKind } from "./made-fact-kind.ts";

/** Something that is known of a made patient. */
export interface MadeFact {
  /** By its name in the organization's concepts. */
  readonly concept: string;
  readonly as: MadeFactKind;
  readonly on: Day;
  /** Of a result: its value, in `unit` where it has one. Of a fill: the days that it lasts. */
  readonly number?: number;
  readonly unit?: string;
}

const kinds: Readonly<Record<MadeFactKind, readonly [FactKind, FactStatus]>> = {
  procedure: ["procedure", "done"],
  result: ["observation", "done"],
  diagnosis: ["condition", "active"],
  fill: ["medication-dispense", "done"],
};

/** As it would be imported, by the concept's first code; nothing for a concept that is not there. */
export function factsLike(made: MadeFact, concepts: Concepts, id: string): readonly Fact[] {
  const code = firstCodeOf(made.concept, concepts);
  if (code === undefined) return [];
  const { as, on, number, unit } = made;
  const [kind, status] = kinds[as];
  return [
    {
      ...{ id, kind, status, codes: [code], from: on, precision: "day" },
      ...(as === "diagnosis" ? { isOpen: true, verification: "confirmed" } : {}),
      ...(as === "fill" && number !== undefined ? { daysSupply: number } : {}),
      ...(as === "result" && number !== undefined
        ? { value: { number, ...(unit === undefined ? {} : { unit }) } }
        : {}),
    },
  ];
}

/** A code that stands for all that begin so is used without its star. */
function firstCodeOf(name: string, concepts: Concepts): Code | undefined {
  const concept = concepts.get(name);
  const [code] = concept === undefined ? [] : codesOfConcept(concept);
  return code?.replace(/[.]?\*$/, "") as Code | undefined;
}
