import type { Subject } from "../patient/fact.ts";
import type { Concepts } from "./concept.ts";
import type { Names } from "./condition.ts";
import { type Coverage, type CoverageQuestion, coverage } from "./coverage.ts";
import { fillsOf } from "./fills.ts";
import { factsOf } from "./leaf.ts";
import { slotBinder } from "./slots.ts";

/**
 * Measures coverage of a class of medicines, subject by subject, from what pharmacies handed
 * over. The period ends with the life of the subject; `undefined` where no treatment begins in
 * it.
 */
export function adherenceTo(
  names: Names,
  concepts: Concepts,
): (subject: Subject, asked: CoverageQuestion) => Coverage | undefined {
  const { bind, view } = slotBinder(concepts);
  const slot = bind(names);
  return (subject, asked) => {
    const { deceased } = subject;
    const through =
      typeof deceased === "number" ? Math.min(asked.through, deceased) : asked.through;
    return coverage(fillsOf(factsOf(view(subject), slot), slot), { ...asked, through });
  };
}
