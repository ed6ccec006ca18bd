import type { Fact } from "../patient/fact.ts";
import { lastDay } from "../patient/fact.ts";
import { addYears } from "../time.ts";
import { comparisonOf, verdictOfValues } from "./comparison.ts";
import { type Names, namesOf, type Particulars } from "./condition.ts";
import { type Interval, intervalMeeting, union } from "./interval.ts";
import { type Bind, factsOf, type Slot, type View } from "./leaf.ts";
import { type FactRole, plays } from "./role.ts";
import { isTrace, lastDayOf } from "./standing.ts";
import type { Verdict } from "./truth.ts";

/** The facts that count: those that do for sure, and those that may for all that is known. */
export interface Chosen {
  readonly sure: readonly Fact[];
  readonly perhaps: readonly Fact[];
}

/** Picks the facts of a condition. */
export interface Choice {
  readonly slot: Slot;
  /** Whether there is a list for every concept that it names. */
  readonly isDefined: boolean;
  of(view: View): Chosen;
}

type Test = (fact: Fact, view: View) => Verdict;

/**
 * Binds what a condition asks about and what narrows it. A vague birthday or date, a value off
 * the scale or in a unit that cannot be converted makes a fact one that may count.
 *
 * @param counts which facts can stand for the deed, unless `as` says otherwise.
 */
export function choosing(
  asked: { readonly of: Names } & Particulars,
  bind: Bind,
  counts: (fact: Fact) => boolean,
): Choice {
  const slot = bind(asked.of);
  const others: Slot[] = [];
  const also = (names: Names) => {
    const other = bind(names);
    others.push(other);
    return other;
  };
  const isCounted = countedAs(asked.as, counts);
  const tests = testsOf(asked, slot, also);
  return {
    slot,
    get isDefined() {
      return slot.isDefined && others.every(({ isDefined }) => isDefined);
    },
    of(view) {
      const counted = factsOf(view, slot).filter(isCounted);
      if (tests.length === 0) return { sure: counted, perhaps: [] };
      const sure: Fact[] = [];
      const perhaps: Fact[] = [];
      for (const fact of counted) {
        const verdicts = tests.map((test) => test(fact, view));
        if (verdicts.includes(false)) continue;
        (verdicts.includes("unknown") ? perhaps : sure).push(fact);
      }
      return { sure, perhaps };
    },
  };
}

function countedAs(as: Particulars["as"], counts: (fact: Fact) => boolean) {
  if (as === undefined) return counts;
  const roles = namesOf(as) as readonly FactRole[];
  return (fact: Fact) => roles.some((role) => plays(fact, role, counts));
}

function testsOf(asked: Particulars, slot: Slot, also: (names: Names) => Slot): readonly Test[] {
  const tests: Test[] = [];
  if (asked["with-result"]) tests.push((fact) => hasResult(fact, slot));
  if (comparisonOf(asked) !== undefined) {
    tests.push((fact) => verdictOfValues(fact, slot, asked));
  }
  if (asked.with !== undefined) {
    const { holds } = also(asked.with);
    tests.push((fact) => codedResults(fact, slot).some(holds));
  }
  if (asked.site !== undefined) {
    const { holds } = also(asked.site);
    tests.push((fact) => (fact.sites ?? []).some(holds));
  }
  if (asked.because !== undefined) {
    const { holds } = also(asked.because);
    tests.push((fact) => (fact.reasons ?? []).some(holds));
  }
  if (asked.aged !== undefined) tests.push(agedTest(asked.aged));
  if (asked["not-during"] !== undefined) tests.push(notDuring(also(asked["not-during"])));
  return tests;
}

/** Whether the result says anything at all about the concept, in a number or otherwise. */
export function hasResult(fact: Fact, slot: Slot): boolean {
  const isOwn = fact.codes.some(slot.holds);
  return (
    (isOwn &&
      (fact.value !== undefined ||
        fact.valueCodes !== undefined ||
        fact.valueBoolean !== undefined ||
        fact.hasOtherValue === true)) ||
    (fact.components ?? []).some(
      ({ codes, value, valueCodes }) =>
        (value !== undefined || valueCodes !== undefined) && codes.some(slot.holds),
    )
  );
}

/** The codes that a result says: its own and its interpretation, or those of the part asked about. */
export function codedResults(fact: Fact, slot: Slot): readonly string[] {
  const parts = (fact.components ?? []).filter(({ codes }) => codes.some(slot.holds));
  const own = fact.codes.some(slot.holds)
    ? [...(fact.valueCodes ?? []), ...(fact.interpretation ?? [])]
    : [];
  return [...own, ...parts.flatMap(({ valueCodes = [] }) => valueCodes)];
}

function agedTest({ from, through }: NonNullable<Particulars["aged"]>): Test {
  return (fact, { subject: { birthDate } }) => {
    if (birthDate === undefined || fact.precision === "unknown") return "unknown";
    const first = from === undefined ? Number.NEGATIVE_INFINITY : addYears(birthDate, from);
    const last =
      through === undefined ? Number.POSITIVE_INFINITY : addYears(birthDate, through + 1) - 1;
    const latest = fact.latest ?? fact.from;
    if (latest < first || fact.from > last) return false;
    return fact.from >= first && latest <= last ? true : "unknown";
  };
}

function notDuring(visits: Slot): Test {
  const stays = new WeakMap<View, readonly Interval[]>();
  return (fact, view) => {
    let days = stays.get(view);
    if (days === undefined) {
      days = union(
        factsOf(view, visits)
          .filter((fact) => plays(fact, "visit", isTrace))
          .map((visit) => ({ from: visit.from, through: lastDayOf(visit) })),
      );
      stays.set(view, days);
    }
    return !intervalMeeting(days, fact.from, lastDay(fact) ?? Number.POSITIVE_INFINITY);
  };
}
