import { type Condition, keyed, namesOf, type StateOf } from "#domain/audience/condition";
import type { Verdict } from "#domain/audience/truth";
import type { Fact, Subject } from "#domain/patient/fact";
import { addMonths, type Day, dayFrom, dayParts, yearsBetween } from "#domain/time";
import { naiveDaysLeft, naivePdc } from "./naive-supply.ts";

/**
 * The audience language a second time, told as a care manager would check one chart on one day:
 * no intervals, no set operations, no inverse date arithmetic. Concepts are `x|<name>`. It exists
 * to disagree with the solver.
 */
export function naively(condition: Condition, subject: Subject, on: Day): Verdict {
  const { facts, birthDate, sex } = subject;
  const asked = keyed(condition);
  const about = (names: Parameters<typeof namesOf>[0]) =>
    facts.filter((fact) => namesOf(names).some((name) => mentions(fact, `x|${name}`)));
  switch (asked.key) {
    case "all":
      return worst(asked.value.map((each) => naively(each, subject, on)));
    case "any-of":
      return flip(worst(asked.value.map((each) => flip(naively(each, subject, on)))));
    case "not":
      return flip(naively(asked.value, subject, on));
    case "sex":
      return sex === undefined ? "unknown" : sex === asked.value;
    case "age": {
      if (birthDate === undefined) return "unknown";
      const day = asked.value.at === "year-end" ? dayFrom(dayParts(on).year, 12, 31) : on;
      const years = yearsBetween(birthDate, day);
      return (asked.value.from ?? 0) <= years && years <= (asked.value.through ?? 999);
    }
    case "any":
      return happened(about(asked.value), on, limitsOf(asked.value));
    case "filled":
      return happened(
        about(asked.value).filter(
          ({ kind, status }) => kind === "medication-dispense" && status === "done",
        ),
        on,
        limitsOf(asked.value),
      );
    case "none":
      return flip(happened(about(asked.value), on, limitsOf(asked.value)));
    case "ever":
      return wasSeen(about(asked.value), on);
    case "never":
      return flip(wasSeen(about(asked.value), on));
    case "known":
      return about(asked.value).some((fact) => isTrace(fact) && fact.from <= on);
    case "in":
      return showsSign(about(asked.value), on, asked.value);
    case "outside":
      return flip(showsSign(about(asked.value), on, asked.value));
    case "has":
      return anyOf(about(asked.value).map((fact) => has(fact, on)));
    case "latest":
    case "missing":
      return byLatest(asked, about(asked.value), on);
    case "late":
      return isLate(asked.value, about(asked.value), on);
    case "pdc":
      return naivePdc(asked.value, about(asked.value), about(asked.value["except-in"] ?? []), on);
    case "days-left":
      return naiveDaysLeft(asked.value, about(asked.value), on);
  }
}

const mentions = (fact: Fact, code: string) => fact.codes.includes(code);
const flip = (verdict: Verdict): Verdict => (verdict === "unknown" ? verdict : !verdict);

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes("unknown") ? "unknown" : true;
}

const anyOf = (verdicts: readonly Verdict[]): Verdict => flip(worst(verdicts.map(flip)));

/** Every day on which a fact with a partial date may have begun. */
function beginnings(fact: Fact): readonly Day[] {
  const last = fact.latest ?? fact.from;
  return Array.from({ length: last - fact.from + 1 }, (_, i) => fact.from + i);
}

function overMeanings(fact: Fact, holds: (begins: Day, ends: Day) => boolean): Verdict {
  const answers = beginnings(fact).map((begins) => holds(begins, endOf(fact, begins)));
  if (answers.every(Boolean)) return true;
  return answers.some(Boolean) ? "unknown" : false;
}

const stateKinds = ["condition", "coverage", "medication-request"];

function endOf(fact: Fact, begins: Day): Day {
  if (fact.isOpen) return Infinity;
  if (fact.through !== undefined) return fact.through;
  return stateKinds.includes(fact.kind) && fact.status === "active" ? Infinity : begins;
}

const happenedKind = (fact: Fact) => !["service-request", "allergy"].includes(fact.kind);
const isTrace = (fact: Fact) => happenedKind(fact) && fact.status !== "planned";
const isFinal = (fact: Fact) => isTrace(fact) && fact.status !== "preliminary";

export function isWithin(day: Day, on: Day, within: string | undefined): boolean {
  if (within === undefined) return true;
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

interface Limits {
  readonly within?: string;
  readonly evidence?: string;
}

function limitsOf(value: unknown): Limits {
  return typeof value === "object" && value !== null && "of" in value ? (value as Limits) : {};
}

function happened(facts: readonly Fact[], on: Day, { within }: Limits): Verdict {
  return anyOf(
    facts
      .filter(isFinal)
      .map((fact) =>
        overMeanings(
          fact,
          (begins, ends) => begins <= on && isWithin(Math.min(ends, on), on, within),
        ),
      ),
  );
}

function wasSeen(facts: readonly Fact[], on: Day): Verdict {
  return anyOf(facts.filter(isTrace).map((fact) => overMeanings(fact, (begins) => begins <= on)));
}

function showsSign(facts: readonly Fact[], on: Day, state: StateOf): Verdict {
  const { evidence = "12 months" } = limitsOf(state);
  const signs = facts.filter(({ status }) => status !== "planned");
  return anyOf(
    signs.map((fact) =>
      overMeanings(fact, (begins, ends) => {
        if (begins > on) return false;
        if (isDatedState(fact)) return on <= ends;
        return isWithin(Math.min(ends, on), on, evidence);
      }),
    ),
  );
}

function isDatedState(fact: Fact): boolean {
  return stateKinds.includes(fact.kind) && (fact.through !== undefined || fact.status !== "done");
}

function has(fact: Fact, on: Day): Verdict {
  if (fact.kind === "medication-dispense") {
    if (fact.status !== "done") return false;
    return overMeanings(fact, (begins) => begins <= on && on < begins + (fact.daysSupply ?? 0));
  }
  if (!stateKinds.includes(fact.kind) || !isFinal(fact)) return false;
  return overMeanings(fact, (begins, ends) => begins <= on && on <= ends);
}

type ByLatest = Extract<ReturnType<typeof keyed>, { key: "latest" | "missing" }>;

function byLatest(asked: ByLatest, facts: readonly Fact[], on: Day): Verdict {
  const results = facts.filter((fact) => fact.kind === "observation" && isFinal(fact));
  const isVague = results.some(
    ({ from, latest }) => latest !== undefined && from <= on && on < latest,
  );
  if (isVague) return "unknown";
  const counted = (fact: Fact) => fact.through ?? fact.latest ?? fact.from;
  const day = Math.max(...results.map(counted).filter((each) => each <= on));
  const seen = results.filter((fact) => counted(fact) === day);
  const isThere = seen.length > 0 && isWithin(day, on, limitsOf(asked.value).within);
  const numbers = seen.flatMap(({ value }) => (value === undefined ? [] : [value.number]));
  if (asked.key === "missing") return isThere && numbers.length === 0;
  if (!isThere || numbers.length === 0) return "unknown";
  const number = asked.value.which === "lowest" ? Math.min(...numbers) : Math.max(...numbers);
  const { above, below, "at-least": least, "at-most": most } = asked.value;
  if (above !== undefined) return number > above;
  if (below !== undefined) return number < below;
  return least !== undefined ? number >= least : number <= (most ?? 0);
}

/** Takes one tablet a day from the shelf of each medicine, from the first fill to today. */
function isLate(
  { by, overlap }: Extract<Condition, { readonly late: unknown }>["late"],
  facts: readonly Fact[],
  on: Day,
): Verdict {
  const fills = facts
    .filter(
      (fact) => fact.kind === "medication-dispense" && fact.status === "done" && fact.from <= on,
    )
    .toSorted((a, b) => a.from - b.from);
  const used = new Map<string, Set<Day>>();
  for (const { codes, from, daysSupply = 0 } of fills) {
    const drug = codes[0] ?? "";
    const days = used.get(drug) ?? new Set<Day>();
    used.set(drug, days);
    const begins = overlap === "union" ? from : Math.max(from, ...[...days].map((day) => day + 1));
    for (let i = 0; i < daysSupply; i++) days.add(begins + i);
  }
  const all = [...used.values()].flatMap((days) => [...days]);
  if (all.length === 0) return false;
  const late = on - (Math.max(...all) + 1);
  return late >= Number.parseInt(by.from, 10) && late <= Number.parseInt(by.through ?? "9999", 10);
}
