import type { Code } from "./code.ts";
import type { Fact } from "./fact.ts";

/** Every code by which a rule may find the fact: its own, its parts', where a stay led to. */
export function codesIn(fact: Fact): readonly Code[] {
  if (fact.components === undefined && fact.dispositions === undefined) return fact.codes;
  return [
    ...fact.codes,
    ...(fact.components ?? []).flatMap((component) => component.codes),
    ...(fact.dispositions ?? []),
  ];
}
