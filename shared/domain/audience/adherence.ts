import type { Subject } from "../patient/fact.ts";
import type { Concepts } from "./concept.ts";
import type { Names } from "./condition.ts";
import { type Coverage, type CoverageQuestion, coverage } from "./coverage.ts";
import { fillsOf, staysOf } from "./fills.ts";
import { factsOf } from "./leaf.ts";
import { slotBinder } from "./slots.ts";

/**
 * Measures coverage of a class of medicines, subject by subject, from what pharmacies handed
 * over. The period ends with the life of the subject; `undefined` where no treatment begins in
 * it.
 *
 * @param exceptIn stays in a facility, which leave the account: nobody refills in hospital.
 */
export function adherenceTo(
  names: Names,
  concepts: Concepts,
  exceptIn?: Names,
): (subject: Subject, asked: Omit<CoverageQuestion, "stays">) => Coverage | undefined {
  const { bind, view } = slotBinder(concepts);
  const slot = bind(names);
  const away = exceptIn === undefined ? undefined : bind(exceptIn);
  return (subject, asked) => {
    const { deceased } = subject;
    const through =
      typeof deceased === "number" ? Math.min(asked.through, deceased) : asked.through;
    const seen = view(subject);
    const stays = away === undefined ? [] : staysOf(factsOf(seen, away));
    return coverage(fillsOf(factsOf(seen, slot), slot), { ...asked, through, stays });
  };
}
