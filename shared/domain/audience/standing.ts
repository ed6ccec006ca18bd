import type { Fact, FactKind } from "../patient/fact.ts";
import { lastDay } from "../patient/fact.ts";
import type { Day } from "../time.ts";
import { isOrdered } from "./role.ts";

/**
 * What a fact can stand for. An order for a mammogram is no mammogram, a family's history is not
 * the patient's, an allergy to a statin is no statin.
 */
const neverHappened: ReadonlySet<FactKind> = new Set([
  "service-request",
  "appointment",
  "communication",
  "care-plan",
  "family-history",
  "flag",
  "allergy",
]);

const states: ReadonlySet<FactKind> = new Set([
  "condition",
  "coverage",
  "medication-request",
  "medication-statement",
  "flag",
  "care-plan",
]);

/**
 * It happened, and for certain: final results, completed procedures, conditions, filled or
 * ordered medicines, devices handed out. A plan or a proposal is no order yet. Preliminary results may still change and do not count
 * (status filters of the public eCQM library `Status` 1.15.0).
 */
export function isEvent(fact: Fact): boolean {
  return (
    !neverHappened.has(fact.kind) &&
    !fact.isProhibited &&
    fact.status !== "planned" &&
    fact.status !== "preliminary" &&
    isOrdered(fact)
  );
}

/**
 * Any sign at all, even unverified or still under way: what keeps a patient out must fail toward
 * not contacting. A relative's history and an order not to do it say nothing.
 */
export function isSign(fact: Fact): boolean {
  return fact.kind !== "family-history" && !fact.isProhibited && fact.status !== "planned";
}

/** As `isSign`, for what must have happened: orders and appointments alone are left out. */
export function isTrace(fact: Fact): boolean {
  return !neverHappened.has(fact.kind) && !fact.isProhibited && fact.status !== "planned";
}

/** A state of the patient that holds over a period. */
export function isState(fact: Fact): boolean {
  return states.has(fact.kind) && !fact.isProhibited && fact.status !== "planned";
}

/** The last day of a state; `Infinity` while it is open or in force with no end known. */
export function lastDayOfState(fact: Fact): Day {
  if (fact.isOpen) return Number.POSITIVE_INFINITY;
  if (fact.through === undefined && fact.status === "active") return Number.POSITIVE_INFINITY;
  return fact.through ?? fact.latest ?? fact.from;
}

/** The last day the fact itself reaches, `Infinity` for what has no end. */
export function lastDayOf(fact: Fact): Day {
  return isState(fact) ? lastDayOfState(fact) : (lastDay(fact) ?? Number.POSITIVE_INFINITY);
}

/** The last day it may reach: what has no date at all may have happened at any time. */
export function perhapsThrough(fact: Fact): Day {
  const isUndated = fact.precision === "unknown" && fact.through === undefined;
  return isUndated && !isState(fact) ? Number.POSITIVE_INFINITY : lastDayOf(fact);
}

/** Whether its source left open when it was. */
export function isVague(fact: Fact): boolean {
  return fact.latest !== undefined || fact.precision === "unknown";
}

/** As `lastDayOf`, at the least: a partial date may mean its first day. */
export function surelyThrough(fact: Fact): Day {
  if (fact.latest === undefined || fact.through !== undefined) return lastDayOf(fact);
  return lastDayOf({ ...fact, latest: fact.from });
}

/** The first day on which the fact has surely begun: a partial date may mean its last day. */
export function surelyFrom(fact: Fact): Day {
  return fact.latest ?? fact.from;
}
