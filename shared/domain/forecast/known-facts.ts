import { isInFacility } from "../patient/facility.ts";
import type { Subject } from "../patient/fact.ts";
import type { Day } from "../time.ts";

/**
 * The subject as the files showed them on that day: what is dated later has not come in yet. What
 * is only planned was known before its day.
 */
export function knownBy(subject: Subject, day: Day): Subject {
  const isKnown = ({ status, from }: Subject["facts"][number]) =>
    status === "planned" || from <= day;
  return subject.facts.every(isKnown)
    ? subject
    : { ...subject, facts: subject.facts.filter(isKnown) };
}

/** The days after `on` and up to `through` on which something new is known, in order. */
export function daysOfNews(subject: Subject, on: Day, through: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const fact of subject.facts) {
    if (fact.status !== "planned") days.add(fact.from);
    // Whoever leaves a hospital may be contacted again from the day after.
    const { through: last } = fact;
    if (last !== undefined && isInFacility([fact], last)) days.add(last + 1);
  }
  return [...days].filter((day) => day > on && day <= through).toSorted((a, b) => a - b);
}
