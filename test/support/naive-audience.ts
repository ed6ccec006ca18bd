import {
  type AtLeast,
  type Condition,
  keyed,
  namesOf,
  type StateOf,
} from "#domain/audience/condition";
import type { Verdict } from "#domain/audience/truth";
import type { Fact, Subject } from "#domain/patient/fact";
import { type Day, dayFrom, dayParts, parseDay, yearsBetween } from "#domain/time";
import { anyOf, flip, isHit, isWithin, overMeanings, stateKinds, worst } from "./naive-days.ts";
import { type Candidate, chosen, codedIn, isFinal, isTrace } from "./naive-facts.ts";
import { naivelyFollowed, naivelyUnfollowed } from "./naive-followed.ts";
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
      const day = dayOfAge(asked.value.at, on);
      if (day < birthDate) return false;
      const years = yearsBetween(birthDate, day);
      return (asked.value.from ?? 0) <= years && years <= (asked.value.through ?? 999);
    }
    case "any":
      return happened(chosen(asked.value, subject, isFinal), on, limitsOf(asked.value));
    case "each": {
      const value = asked.value;
      return worst(
        namesOf(value).map((name) =>
          naively({ any: { ...limitsOf(value), of: name } }, subject, on),
        ),
      );
    }
    case "filled":
      return happened(
        chosen(
          asked.value,
          subject,
          ({ kind, status }) => kind === "medication-dispense" && status === "done",
        ),
        on,
        limitsOf(asked.value),
      );
    case "none":
      return flip(happened(chosen(asked.value, subject, isFinal), on, limitsOf(asked.value)));
    case "ever":
      return wasSeen(chosen(asked.value, subject, isTrace), on);
    case "never":
      return flip(wasSeen(chosen(asked.value, subject, isTrace), on));
    case "at-least":
      return manyTimes(asked.value, chosen(asked.value, subject, isFinal), on);
    case "followed":
      return naivelyFollowed(asked.value, subject, on, isFinal);
    case "unfollowed":
      return naivelyUnfollowed(asked.value, subject, on, isFinal);
    case "known":
      return about(asked.value).some((fact) => isTrace(fact) && fact.from <= on);
    case "in":
      return showsSign(about(asked.value), on, asked.value);
    case "outside":
      return flip(showsSign(about(asked.value), on, asked.value));
    case "has":
      return anyOf(
        chosen(asked.value, subject, isHad).map(({ fact, counts }) =>
          worst([counts, has(fact, on, limitsOf(asked.value).within)]),
        ),
      );
    case "latest":
      return byLatest(
        asked,
        chosen(
          { of: asked.value.of, "not-during": asked.value["not-during"] },
          subject,
          isFinal,
        ).map(({ fact }) => fact),
        on,
      );
    case "missing":
      return byLatest(asked, about(asked.value), on);
    case "late":
      return isLate(asked.value, about(asked.value), on);
    case "pdc":
      return naivePdc(asked.value, about(asked.value), about(asked.value["except-in"] ?? []), on);
    case "days-left":
      return naiveDaysLeft(asked.value, about(asked.value), on);
    case "rule":
      return typeof asked.value === "string" ? "unknown" : naively(asked.value.is, subject, on);
  }
}

function dayOfAge(at: string | undefined, on: Day): Day {
  const { year } = dayParts(on);
  if (at === "year-end") return dayFrom(year, 12, 31);
  if (at === "year-start") return dayFrom(year, 1, 1);
  return at === undefined ? on : (parseDay(at) ?? on);
}

const mentions = (fact: Fact, code: string) => fact.codes.includes(code);

interface Limits {
  readonly within?: string;
  readonly "begun-within"?: string;
  readonly "ended-within"?: string;
  readonly since?: string;
  readonly evidence?: string;
}

function limitsOf(value: unknown): Limits {
  return typeof value === "object" && value !== null && "of" in value ? (value as Limits) : {};
}

function hits(fact: Fact, on: Day, limits: Limits): Verdict {
  return overMeanings(fact, (begins, ends) => {
    if (limits["begun-within"]) return isHit(begins, begins, on, limits["begun-within"]);
    if (limits["ended-within"]) return isHit(ends, ends, on, limits["ended-within"]);
    const since = limits.since === undefined ? -Infinity : (parseDay(limits.since) ?? 0);
    return Math.min(ends, on) >= since && isHit(begins, ends, on, limits.within);
  });
}

function happened(candidates: readonly Candidate[], on: Day, limits: Limits): Verdict {
  return anyOf(candidates.map(({ fact, counts }) => worst([counts, hits(fact, on, limits)])));
}

function wasSeen(candidates: readonly Candidate[], on: Day): Verdict {
  return anyOf(
    candidates.map(({ fact, counts }) =>
      worst([counts, overMeanings(fact, (begins) => begins <= on)]),
    ),
  );
}

function manyTimes(asked: AtLeast, candidates: readonly Candidate[], on: Day): Verdict {
  const found = candidates.map(({ fact, counts }) => ({
    fact,
    verdict: worst([counts, hits(fact, on, asked)]),
  }));
  const isSure = ({ verdict }: (typeof found)[number]) => verdict === true;
  const isPossible = ({ verdict }: (typeof found)[number]) => verdict !== false;
  if (asked.on === undefined) {
    if (found.filter(isSure).length >= asked.count) return true;
    return found.filter(isPossible).length >= asked.count ? "unknown" : false;
  }
  const exact = found.filter(({ fact }) => fact.latest === undefined);
  const vague = found.filter(({ fact }) => fact.latest !== undefined).filter(isPossible);
  const daysOf = (list: typeof found) => new Set(list.map(({ fact }) => fact.from)).size;
  if (daysOf(exact.filter(isSure)) >= asked.count) return true;
  return daysOf(exact.filter(isPossible)) + vague.length >= asked.count ? "unknown" : false;
}

function showsSign(facts: readonly Fact[], on: Day, state: StateOf): Verdict {
  const { evidence = "12 months" } = limitsOf(state);
  const signs = facts.filter(({ status, isProhibited }) => status !== "planned" && !isProhibited);
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

function isHad(fact: Fact): boolean {
  if (fact.kind === "medication-dispense") return fact.status === "done" && !!fact.daysSupply;
  return stateKinds.includes(fact.kind) && isFinal(fact);
}

function has(fact: Fact, on: Day, within: string | undefined): Verdict {
  return overMeanings(fact, (begins) => {
    const ends = hadUntil(fact, begins);
    return within === undefined ? begins <= on && on <= ends : isHit(begins, ends, on, within);
  });
}

function hadUntil(fact: Fact, begins: Day): Day {
  if (fact.kind === "medication-dispense") return begins + (fact.daysSupply ?? 0) - 1;
  if (fact.isOpen) return Infinity;
  return fact.through ?? (fact.status === "active" ? Infinity : begins);
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
  if (asked.key === "latest" && asked.value.is !== undefined) {
    const wanted = namesOf(asked.value.is).map((name) => `x|${name}`);
    return isThere && seen.some((fact) => codedIn(fact).some((code) => wanted.includes(code)));
  }
  const numbers = seen.flatMap(({ value }) => (value === undefined ? [] : [value.number]));
  if (asked.key === "missing") {
    return isThere && numbers.length === 0 && !seen.some(({ valueCodes }) => valueCodes);
  }
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
