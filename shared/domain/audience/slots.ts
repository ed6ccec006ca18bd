import type { Code } from "../patient/code.ts";
import { codesIn } from "../patient/codes-in.ts";
import type { Fact, Subject } from "../patient/fact.ts";
import { CodeIndex } from "./code-index.ts";
import { type Concept, type Concepts, codesOfConcept } from "./concept.ts";
import { type Names, namesOf } from "./condition.ts";
import { ingredientFinder } from "./ingredient.ts";
import type { Bind, Slot, View } from "./leaf.ts";

/**
 * Gives every condition its slot, and then sorts the facts of subjects to the slots in one pass:
 * one look-up per code, however many conditions ask.
 */
export function slotBinder(concepts: Concepts): {
  readonly bind: Bind;
  /** To be called once everything is bound. */
  view(subject: Subject): View;
} {
  const lists: (readonly Code[])[] = [];
  let index: CodeIndex | undefined;
  const indexOfCodes = () => {
    index ??= new CodeIndex(lists);
    return index;
  };
  return {
    bind: (names) => {
      const slot = slotOf(names, lists.length, concepts, indexOfCodes);
      lists.push(slot.concepts.flatMap(codesOfConcept));
      index = undefined;
      return slot;
    },
    view: (subject) => viewOf(subject, indexOfCodes(), lists.length),
  };
}

function slotOf(names: Names, index: number, concepts: Concepts, codes: () => CodeIndex): Slot {
  const all = namesOf(names).map((name) => concepts.get(name));
  const found = all.filter((concept): concept is Concept => concept !== undefined);
  const holds = (code: Code) => codes().listsOf(code).includes(index);
  return {
    index,
    isDefined: found.length === all.length,
    ingredientsOf: ingredientFinder(found, concepts, holds),
    holds,
    concepts: found,
  };
}

function viewOf(subject: Subject, index: CodeIndex, slots: number): View {
  const facts: Fact[][] = [];
  for (let slot = 0; slot < slots; slot += 1) facts.push([]);
  for (const fact of subject.facts) {
    for (const code of codesIn(fact)) addTo(facts, index.listsOf(code), fact);
    for (const code of fact.ingredients ?? []) addTo(facts, index.listsOf(code), fact);
  }
  for (const list of facts) {
    if (list.length < 2) continue;
    if (list.some((fact, i) => fact.from < (list[i - 1]?.from ?? Number.NEGATIVE_INFINITY))) {
      list.sort((a, b) => a.from - b.from);
    }
  }
  return { subject, facts };
}

function addTo(facts: readonly Fact[][], slots: readonly number[], fact: Fact): void {
  for (const slot of slots) {
    const list = facts[slot];
    // A fact comes up again only by another of its codes, so a repeat is the last one added.
    if (list !== undefined && list.at(-1) !== fact) list.push(fact);
  }
}
