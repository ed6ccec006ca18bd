import type { Verdict } from "#domain/audience/truth";
import type { Fact } from "#domain/patient/fact";
import { addMonths, type Day, dayParts } from "#domain/time";

/** How the naive reading counts days and joins answers. */
export const flip = (verdict: Verdict): Verdict => (verdict === "unknown" ? verdict : !verdict);

export function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes("unknown") ? "unknown" : true;
}

export const anyOf = (verdicts: readonly Verdict[]): Verdict => flip(worst(verdicts.map(flip)));

/** Every day on which a fact with a partial date may have begun. */
export function beginnings(fact: Fact): readonly Day[] {
  const last = fact.latest ?? fact.from;
  return Array.from({ length: last - fact.from + 1 }, (_, i) => fact.from + i);
}

export function agreed(answers: readonly boolean[]): Verdict {
  if (answers.every(Boolean)) return true;
  return answers.some(Boolean) ? "unknown" : false;
}

export function overMeanings(fact: Fact, holds: (begins: Day, ends: Day) => boolean): Verdict {
  return agreed(beginnings(fact).map((begins) => holds(begins, endOf(fact, begins))));
}

export const stateKinds = ["condition", "coverage", "medication-request"];

function endOf(fact: Fact, begins: Day): Day {
  if (fact.isOpen) return Infinity;
  if (fact.through !== undefined) return fact.through;
  const isState = stateKinds.includes(fact.kind) && !fact.isProhibited;
  return isState && fact.status === "active" ? Infinity : begins;
}

/** Whether any day from the first to the last lies in the look-back of `on`. */
export function isHit(first: Day, last: Day, on: Day, within: string | undefined): boolean {
  const [, months] = /^first (\d+)/.exec(within ?? "") ?? [];
  if (first > on) return false;
  const seen = Math.min(last, on);
  if (months === undefined) return isWithin(seen, on, within);
  const { year } = dayParts(on);
  for (let day = Math.max(first, seen - 400); day <= seen; day++) {
    const parts = dayParts(day);
    if (parts.year === year && parts.month <= Number(months)) return true;
  }
  return false;
}

export function isWithin(day: Day, on: Day, within: string | undefined): boolean {
  if (within === undefined) return true;
  if (within === "this year") return dayParts(on).year === dayParts(day).year;
  const [count = "", ...unit] = within.split(" ");
  const n = Number(count);
  switch (unit.join(" ").replace(/s$/, "")) {
    case "day":
      return on - day < n;
    case "week":
      return on - day < 7 * n;
    case "month":
      return day > addMonths(on, -n);
    case "year":
      return day > addMonths(on, -12 * n);
    default:
      return dayParts(on).year - dayParts(day).year < n || day > on;
  }
}
