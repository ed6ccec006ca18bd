import { type Day, dayFrom, dayParts, daysInMonth } from "../calendar.ts";
import type { Word } from "../triage/normalise.ts";
import { type Candidates, type DateReading, onAskedSide } from "./date-reading.ts";
import { dayWords, monthNames } from "./date-words.ts";
import { agoOrAhead, vague, weekday } from "./relative-dates.ts";
import { numberAt } from "./said-number.ts";
import { dividerAt, textAt } from "./word-at.ts";

const fullYear = /^(19|20)\d\d$/;
const shortOrFullYear = /^(\d\d|(19|20)\d\d)$/;
const oneOrTwoDigits = /^\d\d?$/;
const articles: ReadonlySet<string> = new Set(["the", "el"]);
const ofWords: ReadonlySet<string> = new Set(["de", "of", "del"]);
const ordinals: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

/** The days that may be meant by words that begin here; `undefined` when none begins. */
export function candidatesAt(reading: DateReading, at: number): Candidates | undefined {
  return (
    namedDay(reading, at) ??
    isoDate(reading, at) ??
    figures(reading, at) ??
    ofMonth(reading, at) ??
    agoOrAhead(reading, at) ??
    weekday(reading, at) ??
    vague(reading, at) ??
    dayOfMonth(reading, at)
  );
}

const namedDays = dayWords.map(([name, days]) => ({ parts: name.split(" "), days }));

function namedDay({ words, on }: DateReading, at: number): Candidates | undefined {
  const named = namedDays.find(({ parts }) =>
    parts.every((part, index) => textAt(words, at + index) === part),
  );
  if (named === undefined) return undefined;
  // "en la mañana" is a time of the day.
  const isMorning =
    textAt(words, at) === "manana" && ["la", "las", "de"].includes(textAt(words, at - 1));
  return isMorning ? undefined : { days: [on + named.days], end: at + named.parts.length };
}

/** "2026-12-03" */
function isoDate({ words }: DateReading, at: number): Candidates | undefined {
  const [year, month, day] = [textAt(words, at), textAt(words, at + 1), textAt(words, at + 2)];
  const divider = dividerAt(words, at + 1);
  const isWritten =
    fullYear.test(year) &&
    oneOrTwoDigits.test(month) &&
    oneOrTwoDigits.test(day) &&
    (divider === "-" || divider === "/") &&
    dividerAt(words, at + 2) === divider;
  return isWritten
    ? { days: existing(Number(year), Number(month), Number(day)), end: at + 3 }
    : undefined;
}

/** "12/3", "12/3/26", "12-3-2026": the month first, as is usual in the United States. */
function figures({ words, on, language }: DateReading, at: number): Candidates | undefined {
  const [first, second, third] = [textAt(words, at), textAt(words, at + 1), textAt(words, at + 2)];
  const divider = dividerAt(words, at + 1);
  const hasYear = dividerAt(words, at + 2) === divider && shortOrFullYear.test(third);
  const isDivided = divider === "/" || (divider === "-" && hasYear);
  if (!isDivided || !oneOrTwoDigits.test(first) || !oneOrTwoDigits.test(second)) return undefined;
  const orders: [month: number, day: number][] = [[Number(first), Number(second)]];
  if (language?.startsWith("es")) orders.push([Number(second), Number(first)]);
  const year = hasYear ? inFull(third) : undefined;
  return {
    days: orders.flatMap(([month, day]) => inYears(on, month, day, year)),
    end: at + (hasYear ? 3 : 2),
  };
}

function inFull(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** "Dec 3", "December 3rd, 2026", "3 de diciembre", "the 3rd of December". */
function ofMonth({ words, on }: DateReading, from: number): Candidates | undefined {
  const at = articles.has(textAt(words, from)) ? from + 1 : from;
  const named = monthThenDay(words, at) ?? dayThenMonth(words, at);
  if (named === undefined) return undefined;
  const { month, day, end } = named;
  const yearAt = ofWords.has(textAt(words, end)) ? end + 1 : end;
  const year = textAt(words, yearAt);
  return fullYear.test(year)
    ? { days: existing(Number(year), month, day), end: yearAt + 1 }
    : { days: inYears(on, month, day, undefined), end };
}

interface DayOfMonth {
  readonly month: number;
  readonly day: number;
  readonly end: number;
}

/** A month alone is a month, and "may" and "mar" are words of their own. */
function monthThenDay(words: readonly Word[], at: number): DayOfMonth | undefined {
  const month = monthNames.get(textAt(words, at));
  if (month === undefined) return undefined;
  const number = dayNumber(words, textAt(words, at + 1) === "the" ? at + 2 : at + 1);
  return number && { month, day: number.day, end: number.end };
}

function dayThenMonth(words: readonly Word[], at: number): DayOfMonth | undefined {
  const number = dayNumber(words, at);
  if (number === undefined) return undefined;
  const monthAt = ofWords.has(textAt(words, number.end)) ? number.end + 1 : number.end;
  const month = monthNames.get(textAt(words, monthAt));
  return month === undefined ? undefined : { month, day: number.day, end: monthAt + 1 };
}

interface DayNumber {
  readonly day: number;
  readonly isOrdinal: boolean;
  readonly end: number;
}

/** "3", "3rd", "three" */
function dayNumber(words: readonly Word[], at: number): DayNumber | undefined {
  const number = numberAt(words, at);
  if (number === undefined || !Number.isInteger(number.value)) return undefined;
  const { value: day, end } = number;
  const isOrdinal = ordinals.has(textAt(words, end));
  return day >= 1 && day <= 31 ? { day, isOrdinal, end: isOrdinal ? end + 1 : end } : undefined;
}

/** "The 3rd", "el 3": the nearest of that number on the asked side of today. */
function dayOfMonth({ words, on, takes }: DateReading, at: number): Candidates | undefined {
  const opening = textAt(words, at);
  const isDia = opening === "dia" && at > 0;
  const number = dayNumber(words, isDia || articles.has(opening) ? at + 1 : at);
  if (number === undefined) return undefined;
  const { day, isOrdinal, end } = number;
  if (!isOrdinal && !isDia && opening !== "el") return undefined;
  const { year, month } = dayParts(on);
  const around = [-1, 0, 1].flatMap((shift) => existingIn(year, month + shift, day));
  const last = around.findLast((candidate) => candidate <= on);
  const next = around.find((candidate) => candidate >= on);
  return { days: onAskedSide(takes, last, next), end };
}

function existingIn(year: number, month: number, day: number): readonly Day[] {
  const first = dayParts(dayFrom(year, month, 1));
  return existing(first.year, first.month, day);
}

/** That date, when it exists. */
function existing(year: number, month: number, day: number): readonly Day[] {
  const isThere = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isThere ? [dayFrom(year, month, day)] : [];
}

function inYears(on: Day, month: number, day: number, year: number | undefined): readonly Day[] {
  if (year !== undefined) return existing(year, month, day);
  const now = dayParts(on).year;
  return [now - 1, now, now + 1].flatMap((candidate) => existing(candidate, month, day));
}
