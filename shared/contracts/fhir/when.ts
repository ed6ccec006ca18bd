import type { DatePrecision } from "#domain/patient/fact";
import { longAgo } from "#domain/patient/fact";
import { type Day, dayFrom, type Instant } from "#domain/time";
import type { Period } from "./shape.ts";

/** One FHIR date, dateTime or instant, as widely as it may be meant. */
export interface FhirDate {
  readonly first: Day;
  readonly last: Day;
  readonly precision: Exclude<DatePrecision, "unknown">;
  readonly instant?: Instant;
}

/** The dated part of a fact. */
export interface When {
  readonly from: Day;
  readonly latest?: Day;
  readonly through?: Day;
  readonly isOpen?: true;
  readonly precision: DatePrecision;
  readonly instant?: Instant;
  readonly throughInstant?: Instant;
}

/** Why there is no `When`. */
export type DateFault = "fhir/no-date" | "fhir/bad-date" | "fhir/period-reversed";

export const unknownStart: When = { from: longAgo, precision: "unknown" };

/** Years past this stand for "no end" in many exports (`9999-12-31`). */
const openEndYear = 2_200;
/** Years before this stand for "not known" (`0001-01-01`); nobody alive was born by then. */
const knownStartYear = 1_800;

const pattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

const dayMs = 86_400_000;

/**
 * Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a date and time; `undefined` for what is no date of
 * the calendar. A time without an offset (not FHIR, but common) keeps its day and no instant.
 * Source: hl7.org/fhir/R4/datatypes.html#dateTime.
 */
export function parseFhirDate(text: string): FhirDate | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) {
    return { first: dayFrom(year, 1, 1), last: dayFrom(year, 12, 31), precision: "year" };
  }
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  const monthDays = daysIn(year, month);
  if (match[3] === undefined) {
    const first = dayFrom(year, month, 1);
    return { first, last: first + monthDays - 1, precision: "month" };
  }
  const dayOfMonth = Number(match[3]);
  if (dayOfMonth < 1 || dayOfMonth > monthDays) return undefined;
  const day = dayFrom(year, month, dayOfMonth);
  if (match[4] === undefined) return { first: day, last: day, precision: "day" };
  return withTime(day, match);
}

function withTime(day: Day, match: RegExpExecArray): FhirDate | undefined {
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  if (hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = match[8];
  if (zone === undefined) return { first: day, last: day, precision: "day" };
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const fraction = match[7] === undefined ? 0 : Math.trunc(Number(`0.${match[7]}`) * 1_000);
  const instant = day * dayMs + ((hour * 60 + minute - offset) * 60 + second) * 1_000 + fraction;
  return { first: day, last: day, precision: "instant", instant };
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** An event on one date. */
export function onDate(text: string | undefined): When | DateFault {
  if (text === undefined) return "fhir/no-date";
  const date = parseFhirDate(text);
  if (!date) return "fhir/bad-date";
  if (Number(text.slice(0, 4)) < knownStartYear) return unknownStart;
  return whenOf(date);
}

/** An event over a period (a procedure, a stay): without an end it is its first day. */
export function overPeriod(period: Period | undefined): When | DateFault {
  return between(period?.start ?? period?.end, period?.end);
}

/** A state (a diagnosis, a coverage): without an end it stays open; without a start it is old. */
export function asState(start: string | undefined, end: string | undefined): When | DateFault {
  const when = start === undefined ? endingAt(end) : between(start, end);
  if (typeof when === "string" || when.through !== undefined) return when;
  return hasEnd(end) ? when : { ...when, isOpen: true };
}

function endingAt(end: string | undefined): When | DateFault {
  if (!hasEnd(end)) return unknownStart;
  const date = parseFhirDate(end);
  return date ? { ...unknownStart, through: date.last } : "fhir/bad-date";
}

function between(start: string | undefined, end: string | undefined): When | DateFault {
  const begun = onDate(start);
  if (typeof begun === "string" || !hasEnd(end)) return begun;
  const last = parseFhirDate(end);
  if (!last) return "fhir/bad-date";
  if (last.last < begun.from) return "fhir/period-reversed";
  if (last.last === begun.from) return begun;
  return {
    ...begun,
    through: last.last,
    ...(last.instant === undefined ? {} : { throughInstant: last.instant }),
  };
}

function whenOf(date: FhirDate): When {
  const when: When = { from: date.first, precision: date.precision };
  if (date.instant !== undefined) return { ...when, instant: date.instant };
  return date.last === date.first ? when : { ...when, latest: date.last };
}

function hasEnd(end: string | undefined): end is string {
  return end !== undefined && !(Number(end.slice(0, 4)) >= openEndYear);
}
