import { type Names, namesOf, type Particulars } from "#domain/audience/condition";
import type { FactRole } from "#domain/audience/role";
import type { Verdict } from "#domain/audience/truth";
import type { Fact, FactKind, Subject } from "#domain/patient/fact";
import { yearsBetween } from "#domain/time";
import { agreed, beginnings, worst } from "./naive-days.ts";

/** A fact that counts, or may. */
export interface Candidate {
  readonly fact: Fact;
  readonly counts: Verdict;
}

const happenedKind = (fact: Fact) => !["service-request", "allergy"].includes(fact.kind);
export const isTrace = (fact: Fact) =>
  happenedKind(fact) && fact.status !== "planned" && !fact.isProhibited;
export const isFinal = (fact: Fact) =>
  isTrace(fact) && fact.status !== "preliminary" && fact.intent !== "plan";

const requests = ["medication-request", "service-request", "device-request"];
const kinds: Partial<Record<FactRole, readonly FactKind[]>> = {
  procedure: ["procedure"],
  result: ["observation"],
  diagnosis: ["condition"],
  visit: ["encounter"],
  medicine: ["medication-request", "medication-dispense"],
};

function plays(fact: Fact, role: FactRole, counts: (fact: Fact) => boolean): boolean {
  const isRequest = requests.includes(fact.kind);
  switch (role) {
    case "order":
      return (
        isRequest &&
        !fact.isProhibited &&
        fact.intent !== "plan" &&
        (fact.status === "active" || fact.status === "done")
      );
    case "refusal":
      return isRequest && !!fact.isProhibited && fact.status !== "planned";
    case "fill":
      return fact.kind === "medication-dispense" && fact.status === "done";
    case "allergy":
      return fact.kind === "allergy";
    default:
      return (kinds[role] ?? []).includes(fact.kind) && counts(fact);
  }
}

/** The codes that a result says. */
export const codedIn = (fact: Fact) => [...(fact.valueCodes ?? []), ...(fact.interpretation ?? [])];

const isOneOf = (codes: readonly string[] | undefined, names: Names) =>
  (codes ?? []).some((code) => namesOf(names).includes(code.slice(2)));

type Asked = { readonly of: Names } & {
  readonly [Key in keyof Particulars]?: Particulars[Key] | undefined;
};

/** The facts that a condition asks about, read one by one. */
export function chosen(
  given: Names | Asked,
  subject: Subject,
  counts: (fact: Fact) => boolean,
): readonly Candidate[] {
  const asked: Asked = typeof given === "object" && "of" in given ? given : { of: given };
  const roles = asked.as === undefined ? undefined : (namesOf(asked.as) as readonly FactRole[]);
  return subject.facts
    .filter((fact) => isOneOf(fact.codes, asked.of))
    .filter((fact) =>
      roles === undefined ? counts(fact) : roles.some((role) => plays(fact, role, counts)),
    )
    .map((fact) => ({ fact, counts: worst(answers(fact, asked, subject)) }))
    .filter((candidate) => candidate.counts !== false);
}

function answers(fact: Fact, asked: Asked, { birthDate, facts }: Subject): readonly Verdict[] {
  const number = fact.value?.number;
  const all: Verdict[] = [];
  if (asked["with-result"]) all.push(number !== undefined || fact.valueCodes !== undefined);
  if (asked.above !== undefined) all.push(number !== undefined && number > asked.above);
  if (asked.below !== undefined) all.push(number !== undefined && number < asked.below);
  const { "at-least": least, "at-most": most } = asked;
  if (least !== undefined) all.push(number !== undefined && number >= least);
  if (most !== undefined) all.push(number !== undefined && number <= most);
  if (asked.with !== undefined) all.push(isOneOf(codedIn(fact), asked.with));
  if (asked.site !== undefined) all.push(isOneOf(fact.sites, asked.site));
  if (asked.because !== undefined) all.push(isOneOf(fact.reasons, asked.because));
  if (asked.aged !== undefined) {
    const { from = 0, through = 999 } = asked.aged;
    const ages = beginnings(fact).map((day) => yearsBetween(birthDate ?? 0, day));
    const isAged = agreed(ages.map((years) => from <= years && years <= through));
    all.push(birthDate === undefined ? "unknown" : isAged);
  }
  const visits = asked["not-during"];
  if (visits !== undefined) {
    const stays = facts.filter(
      (each) => each.kind === "encounter" && isTrace(each) && isOneOf(each.codes, visits),
    );
    all.push(!stays.some((stay) => stay.from <= lastOf(fact) && fact.from <= lastOf(stay)));
  }
  return all;
}

const lastOf = (fact: Fact) =>
  fact.isOpen ? Infinity : (fact.through ?? fact.latest ?? fact.from);
