import { type Day, dayFrom, dayParts, daysInMonth } from "../calendar.ts";
import type { Word } from "../triage/normalise.ts";
import { type Candidates, type DateReading, textAt } from "./date-reading.ts";
import { dayWords, monthNames } from "./date-words.ts";
import { agoOrAhead, vague, weekday } from "./relative-dates.ts";
import { numberAt } from "./said-number.ts";

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

function namedDay({ words, on }: DateReading, at: number): Candidates | undefined {
  for (const [name, days] of dayWords) {
    const parts = name.split(" ");
    if (parts.every((part, index) => textAt(words, at + index) === part)) {
      // "en la mañana" is a time of the day.
      const isMorning = name === "manana" && ["la", "las", "de"].includes(textAt(words, at - 1));
      return isMorning ? undefined : { days: [on + days], end: at + parts.length };
    }
  }
  return undefined;
}

/** "2026-12-03" */
function isoDate({ words }: DateReading, at: number): Candidates | undefined {
  const [year, month, day] = [0, 1, 2].map((offset) => textAt(words, at + offset));
  const isWritten =
    /^(19|20)\d\d$/.test(year ?? "") &&
    /^\d\d?$/.test(month ?? "") &&
    /^\d\d?$/.test(day ?? "") &&
    ["-", "/"].includes(words[at + 1]?.before ?? "") &&
    words[at + 1]?.before === words[at + 2]?.before;
  return isWritten
    ? { days: existing(Number(year), Number(month), Number(day)), end: at + 3 }
    : undefined;
}

/** "12/3", "12/3/26", "12-3-2026": the month first, as is usual in the United States. */
function figures(reading: DateReading, at: number): Candidates | undefined {
  const { words, on, language } = reading;
  const [first, second] = [textAt(words, at), textAt(words, at + 1)];
  const divider = words[at + 1]?.before;
  const isPair = /^\d\d?$/.test(first) && /^\d\d?$/.test(second);
  if (!isPair || (divider !== "/" && divider !== "-")) return undefined;
  const third = words[at + 2];
  const hasYear = third?.before === divider && /^(\d\d|(19|20)\d\d)$/.test(third.text);
  if (divider === "-" && !hasYear) return undefined;
  const year = hasYear ? fullYear(third.text) : undefined;
  const orders: [month: number, day: number][] = [[Number(first), Number(second)]];
  if (language?.startsWith("es")) orders.push([Number(second), Number(first)]);
  return {
    days: orders.flatMap(([month, day]) => inYears(on, month, day, year)),
    end: at + (hasYear ? 3 : 2),
  };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

const ordinals: ReadonlySet<string> = new Set(["st", "nd", "rd", "th"]);

/** "Dec 3", "December 3rd, 2026", "3 de diciembre", "the 3rd of December". */
function ofMonth({ words, on }: DateReading, from: number): Candidates | undefined {
  const at = ["the", "el"].includes(textAt(words, from)) ? from + 1 : from;
  const named = monthNames.get(textAt(words, at));
  let end = at;
  let month = named;
  let day: number | undefined;
  if (named === undefined) {
    day = dayNumber(words, at);
    if (day === undefined) return undefined;
    end = afterOrdinal(words, at);
    if (["de", "of", "del"].includes(textAt(words, end))) end += 1;
    month = monthNames.get(textAt(words, end));
    end += 1;
  } else {
    const next = textAt(words, at + 1) === "the" ? at + 2 : at + 1;
    day = dayNumber(words, next);
    end = day === undefined ? at + 1 : afterOrdinal(words, next);
  }
  if (month === undefined) return undefined;
  // A month alone is a month, and "may" and "mar" are words of their own.
  if (day === undefined) return undefined;
  const yearAt = ["de", "del"].includes(textAt(words, end)) ? end + 1 : end;
  const isYear = /^(19|20)\d\d$/.test(textAt(words, yearAt));
  const year = isYear ? Number(textAt(words, yearAt)) : undefined;
  return { days: inYears(on, month, day, year), end: isYear ? yearAt + 1 : end };
}

function dayNumber(words: readonly Word[], at: number): number | undefined {
  const number = numberAt(words, at);
  const isDay = number !== undefined && Number.isInteger(number.value) && number.value <= 31;
  return isDay && number.value >= 1 ? number.value : undefined;
}

function afterOrdinal(words: readonly Word[], at: number): number {
  const end = numberAt(words, at)?.end ?? at + 1;
  return ordinals.has(textAt(words, end)) ? end + 1 : end;
}

/** "The 3rd", "el 3": the nearest of that number on the asked side of today. */
function dayOfMonth({ words, on, takes }: DateReading, at: number): Candidates | undefined {
  const opening = textAt(words, at);
  const isOpened = ["the", "el"].includes(opening) || (opening === "dia" && at > 0);
  const dayAt = isOpened ? at + 1 : at;
  const day = dayNumber(words, dayAt);
  const end = afterOrdinal(words, dayAt);
  const isOrdinal = ordinals.has(textAt(words, end - 1));
  if (day === undefined || !(isOrdinal || opening === "el" || opening === "dia")) return undefined;
  const { year, month } = dayParts(on);
  const around = [-1, 0, 1].flatMap((shift) => existingIn(year, month + shift, day));
  const last = around.findLast((candidate) => candidate <= on);
  const next = around.find((candidate) => candidate >= on);
  const near = [takes.back && last, takes.ahead && next];
  return { days: near.filter((candidate) => typeof candidate === "number"), end };
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
