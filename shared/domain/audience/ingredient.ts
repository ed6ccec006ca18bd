import type { Code } from "../patient/code.ts";
import type { Fact } from "../patient/fact.ts";
import type { Concept, Concepts } from "./concept.ts";

/**
 * Which ingredients of a class a product holds: as the class lists them, else as any other
 * concept files the product, else as the source names them, else the product counts as an
 * ingredient of its own. Two strengths of one medicine share their ingredient, so an early
 * refill of the one waits for the other to be used up.
 */
export function ingredientFinder(
  of: readonly Concept[],
  concepts: Concepts,
  holds: (code: Code) => boolean,
): (fact: Fact) => readonly string[] {
  const ofClass = new Map<Code, string[]>();
  for (const { ingredients = {} } of of) {
    for (const [ingredient, codes] of Object.entries(ingredients)) {
      for (const code of codes) ofClass.set(code, [...(ofClass.get(code) ?? []), ingredient]);
    }
  }
  return (fact) => {
    const codes = [...fact.codes, ...(fact.ingredients ?? [])];
    const listed = codes.flatMap((code) => ofClass.get(code) ?? []);
    if (listed.length > 0) return [...new Set(listed)];
    const filed = codes.filter(holds).flatMap((code) => concepts.ingredientsOf(code));
    if (filed.length > 0) return [...new Set(filed)];
    const named = (fact.ingredients ?? []).filter(holds);
    if (named.length > 0) return named;
    return [codes.find(holds) ?? fact.id];
  };
}
