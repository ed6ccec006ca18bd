import type { Day, Instant } from "../time.ts";
import { dayOf } from "../time.ts";
import type { PatientId } from "./profile.ts";

/** The FHIR R4 resource a fact was read from, in our own word for it. */
export type FactKind =
  | "observation"
  | "condition"
  | "procedure"
  | "report"
  | "medication-request"
  | "medication-dispense"
  | "medication-statement"
  | "medication-administration"
  | "encounter"
  | "coverage"
  | "immunization"
  | "allergy"
  | "appointment"
  | "service-request"
  | "device-request"
  | "care-plan"
  | "communication"
  | "family-history"
  | "adverse-event"
  | "flag";

/**
 * How far a fact may be relied on. Whatever was entered in error, refuted, cancelled or not done
 * never becomes a fact.
 * - `done`: it happened and is final (observation final/amended/corrected, procedure completed,
 *   encounter finished, dispense completed/in-progress/on-hold);
 * - `active`: a state that still holds, or an order in force;
 * - `inactive`: a state or order that held once and no longer does (condition resolved, order
 *   stopped or on hold, coverage that lapsed); counts inside its own dates only;
 * - `preliminary`: said, but may still change (observation registered/preliminary, procedure or
 *   encounter under way, dispense in preparation);
 * - `planned`: agreed, for a day to come (appointment booked, encounter planned, order proposed).
 *
 * Source of the split: FHIR R4 value sets of `status`, and the status filters of the public eCQM
 * library `Status` 1.15.0.
 */
export type FactStatus = "done" | "active" | "inactive" | "preliminary" | "planned";

/** How exact the source's date was; `unknown`: it gave none, and `from` is `longAgo`. */
export type DatePrecision = "year" | "month" | "day" | "instant" | "unknown";

/**
 * `from` of a state or a procedure whose source names no date (1 January 1900): evidence that
 * somebody has diabetes or no breasts must not be lost for want of a date. A rule with a
 * look-back never finds it recent.
 */
export const longAgo: Day = -25_567;

/**
 * A measured amount. `unit` is the UCUM code where the source has one, else its printed unit;
 * absent when the source gives none. `comparator` tells a result off the scale (`< 4`).
 */
export interface Quantity {
  readonly number: number;
  readonly unit?: string;
  readonly comparator?: "<" | "<=" | ">=" | ">";
}

/** One part of a panel: the systolic value of a blood pressure. */
export interface FactComponent {
  readonly codes: readonly string[];
  readonly value?: Quantity;
  readonly valueCodes?: readonly string[];
}

/**
 * One dated clinical event or state. Codes are `system|code` with the short system names of
 * `codeOf` (`loinc|4548-4`, `rxnorm|617312`, `icd10cm|E11.9`); an unknown system keeps its URL.
 *
 * Dates. `from` is the first day, `through` the last day inclusive, when the source gives a
 * period of more than one day. `isOpen` marks a state with a start and no end; without it and
 * without `through` the fact is an event of one day. A partial date is read as widely as it may
 * be meant: `from` is the first day it can mean and `latest` the last (`2019` → 1 January and
 * 31 December 2019); `latest` is absent when the source names a day. An end that is partial is
 * widened to its last day.
 *
 * A date and time with an offset is stored as the day that the offset's own clock showed, and the
 * instant beside it, so that `inZone` can tell the patient's own day once the zone is known.
 */
export interface Fact {
  /** `Observation/123`: the same resource again replaces the fact. */
  readonly id: string;
  readonly kind: FactKind;
  readonly codes: readonly string[];
  readonly from: Day;
  readonly latest?: Day;
  readonly through?: Day;
  readonly isOpen?: true;
  readonly precision: DatePrecision;
  /** The moments behind `from` and `through`, when the source carried a time with an offset. */
  readonly instant?: Instant;
  readonly throughInstant?: Instant;

  readonly status: FactStatus;
  /** The source's own status code (`on-hold`, `stopped`, `remission`), for rules that need it. */
  readonly statusCode?: string;
  /** Of a condition or allergy; absent when the source is silent. */
  readonly verification?: "confirmed" | "unconfirmed" | "provisional" | "differential";
  /** Of a request: `order`, `plan`, `proposal`, … */
  readonly intent?: string;
  /** An order not to do it. */
  readonly isProhibited?: true;
  readonly categories?: readonly string[];

  readonly value?: Quantity;
  readonly valueCodes?: readonly string[];
  readonly valueBoolean?: boolean;
  /** There is a result, though in words or in a form that is not kept. */
  readonly hasOtherValue?: true;
  readonly components?: readonly FactComponent[];
  /** Result flags such as `H`, `A`, `POS`. */
  readonly interpretation?: readonly string[];
  /** Body site and laterality. */
  readonly sites?: readonly string[];
  readonly reasons?: readonly string[];

  /** Whole days that one fill lasts: stated, else quantity ÷ (dose × doses a day), cut down. */
  readonly daysSupply?: number;
  /** Of an order: fills allowed after the first. */
  readonly repeats?: number;
  /** Of a medicine: its ingredients, where the source names them. */
  readonly ingredients?: readonly string[];

  /** Of an encounter: `act|IMP`, `act|AMB`, … */
  readonly encounterClass?: string;
  /** Of an encounter: where the patient was discharged to. */
  readonly dispositions?: readonly string[];
  /** Ids of facts that belong to it: its encounter, diagnoses, orders. */
  readonly encounter?: string;
  readonly diagnoses?: readonly string[];
  readonly basedOn?: readonly string[];

  /** When the source last changed the resource: of two versions the later one counts. */
  readonly updatedAt?: Instant;
}

/** All facts of a patient that any live campaign asks about. `revision` 0: never stored. */
export interface PatientFacts {
  readonly patient: PatientId;
  readonly revision: number;
  readonly facts: readonly Fact[];
}

/** What an audience is solved from: one person without name or address. */
export interface Subject {
  readonly patient: PatientId;
  readonly sex?: "female" | "male";
  readonly birthDate?: Day;
  /** The day of death, or `true` where only the fact is known. */
  readonly deceased?: Day | true;
  readonly facts: readonly Fact[];
}

/**
 * The last day that the fact may stand for, for an event: the end of a period (the result of a
 * test counts from its latest moment), else the latest day that a partial date can mean. States
 * that are still open have none.
 */
export function lastDay(fact: Fact): Day | undefined {
  if (fact.isOpen) return undefined;
  return fact.through ?? fact.latest ?? fact.from;
}

/** The same fact with its days as the patient's own calendar showed them. */
export function inZone(fact: Fact, zone: string): Fact {
  if (fact.instant === undefined && fact.throughInstant === undefined) return fact;
  const from = fact.instant === undefined ? fact.from : dayOf(fact.instant, zone);
  if (fact.throughInstant === undefined) return from === fact.from ? fact : { ...fact, from };
  const { through: _, ...rest } = fact;
  const through = dayOf(fact.throughInstant, zone);
  return through > from ? { ...rest, from, through } : { ...rest, from };
}
