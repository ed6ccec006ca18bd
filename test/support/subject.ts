import { type Concept, type Concepts, conceptCatalog } from "#domain/audience/concept";
import type { Fact, Subject } from "#domain/patient/fact";
import { type Day, parseDay } from "#domain/time";

/** The day of a date that is known to exist. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no such day: ${text}`);
  return parsed;
}

/** A woman of 60 about whom nothing else is known. */
export function subject(overrides: Partial<Subject> = {}): Subject {
  return {
    patient: "p1",
    sex: "female",
    birthDate: day("1966-06-15"),
    facts: [],
    ...overrides,
  };
}

let count = 0;

/** A final event of one day. */
export function fact(overrides: Partial<Fact> & Pick<Fact, "codes" | "from">): Fact {
  count += 1;
  const kind = overrides.kind ?? "procedure";
  return { id: `${kind}/${count}`, kind, precision: "day", status: "done", ...overrides };
}

/** A fill as the pharmacy reports it. */
export function fill(on: string, days: number, ...codes: readonly string[]): Fact {
  return fact({ kind: "medication-dispense", codes, from: day(on), daysSupply: days });
}

/** A laboratory result. */
export function result(on: string, code: string, number?: number, unit = "%"): Fact {
  return fact({
    kind: "observation",
    codes: [code],
    from: day(on),
    ...(number === undefined ? {} : { value: { number, unit } }),
  });
}

/** Concepts whose one code is `x|<name>`, unless a list is given. */
export function concepts(...given: readonly (string | Concept)[]): Concepts {
  return conceptCatalog(
    given.map((concept) =>
      typeof concept === "string" ? { name: concept, codes: [`x|${concept}`] } : concept,
    ),
  );
}
