import { addMonths, type Day, dayFrom, dayParts, daysInMonth, weekdayOf } from "../calendar.ts";
import type { Word } from "../triage/normalise.ts";
import { dayWords, monthNames, spanUnits, weekdayNames } from "./date-words.ts";
import { numberAt } from "./said-number.ts";
import type { Takes } from "./takes.ts";

/** What is needed to tell which day words mean. */
export interface DateReading {
  readonly words: readonly Word[];
  /** The patient's own day. */
  readonly on: Day;
  readonly takes: NonNullable<Takes["date"]>;
  /** A patient who writes Spanish may put the day before the month. */
  readonly language?: string;
}

/** Days that words could mean; several where the words do not tell, none where it is no day. */
interface Candidates {
  readonly days: readonly Day[];
  readonly end: number;
}

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

const textAt = (words: readonly Word[], at: number) => words[at]?.text ?? "";

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
function ofMonth({ words, on }: DateReading, at: number): Candidates | undefined {
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

/** "2 weeks ago", "hace dos semanas", "in 3 days", "dentro de un mes". */
function agoOrAhead({ words, on }: DateReading, at: number): Candidates | undefined {
  const opening = textAt(words, at);
  const isHace = opening === "hace";
  const isAhead = ["in", "en", "within"].includes(opening) || opening === "dentro";
  const from = opening === "dentro" ? at + 2 : isHace || isAhead ? at + 1 : at;
  const span = spanAt(words, from);
  if (span === undefined) return undefined;
  const after = textAt(words, span.end);
  if (isHace) return { days: [moved(on, span, -1)], end: span.end };
  if (after === "ago" || after === "back" || after === "atras") {
    return { days: [moved(on, span, -1)], end: span.end + 1 };
  }
  if (after === "from" && ["now", "today"].includes(textAt(words, span.end + 1))) {
    return { days: [moved(on, span, 1)], end: span.end + 2 };
  }
  return isAhead ? { days: [moved(on, span, 1)], end: span.end } : undefined;
}

interface SaidSpan {
  readonly count: number;
  readonly unit: { readonly days?: number; readonly months?: number };
  readonly end: number;
}

function spanAt(words: readonly Word[], at: number): SaidSpan | undefined {
  let start = at;
  while (
    ["about", "like", "unos", "unas", "around", "exactly", "como"].includes(textAt(words, start))
  )
    start += 1;
  const isOne = ["a", "an"].includes(textAt(words, start));
  const isCouple = isOne && textAt(words, start + 1) === "couple";
  const number = numberAt(words, start);
  const count = isCouple ? 2 : isOne ? 1 : number?.value;
  let end = isCouple ? start + 2 : isOne ? start + 1 : (number?.end ?? start);
  if (isCouple && textAt(words, end) === "of") end += 1;
  const unit = spanUnits.get(textAt(words, end));
  if (count === undefined || unit === undefined || !Number.isInteger(count) || count > 999) {
    return undefined;
  }
  return { count, unit, end: end + 1 };
}

function moved(on: Day, { count, unit }: SaidSpan, sign: 1 | -1): Day {
  return unit.months === undefined
    ? on + sign * count * (unit.days ?? 1)
    : addMonths(on, sign * count * unit.months);
}

const lastWords: ReadonlySet<string> = new Set(["last", "past", "pasado", "pasada"]);
const nextWords: ReadonlySet<string> = new Set([
  "next",
  "coming",
  "proximo",
  "proxima",
  "viene",
  "entrante",
  "siguiente",
]);

/** "Tuesday", "last Tuesday", "el martes pasado", "next Friday", "el viernes que viene". */
function weekday({ words, on, takes }: DateReading, at: number): Candidates | undefined {
  const opening = textAt(words, at);
  const hasOpening = lastWords.has(opening) || nextWords.has(opening) || opening === "this";
  const nameAt = hasOpening ? at + 1 : at;
  const name = weekdayNames.get(textAt(words, nameAt));
  if (name === undefined) return undefined;
  let end = nameAt + 1;
  let word = hasOpening ? opening : "";
  const after = textAt(words, end) === "que" ? end + 1 : end;
  if (lastWords.has(textAt(words, after)) || nextWords.has(textAt(words, after))) {
    word = textAt(words, after);
    end = after + 1;
  }
  const ahead = (name - weekdayOf(on) + 7) % 7;
  const coming = on + (ahead === 0 ? 7 : ahead);
  const gone = on - ((weekdayOf(on) - name + 7) % 7 || 7);
  const monday = on - weekdayOf(on) + 1;
  // "Last Monday" on a Friday, and "next Friday" on a Monday, can mean either of two weeks.
  if (lastWords.has(word)) return { days: gone >= monday ? [gone, gone - 7] : [gone], end };
  if (nextWords.has(word))
    return { days: coming < monday + 7 ? [coming, coming + 7] : [coming], end };
  const both = takes.back !== undefined && takes.ahead !== undefined;
  const near = ahead === 0 ? [on] : both ? [gone, coming] : takes.back ? [gone] : [coming];
  return { days: near, end };
}

/** "Last week", "el mes pasado": about when, and no day. */
function vague({ words }: DateReading, at: number): Candidates | undefined {
  const [first, second] = [textAt(words, at), textAt(words, at + 1)];
  const isBefore = lastWords.has(first) || nextWords.has(first) || first === "this";
  if (isBefore && spanUnits.has(second)) return { days: [], end: at + 2 };
  const then = second === "que" ? textAt(words, at + 2) : second;
  const isAfter = spanUnits.has(first) && (lastWords.has(then) || nextWords.has(then));
  return isAfter ? { days: [], end: at + (second === "que" ? 3 : 2) } : undefined;
}

/** "The 3rd", "el 3": of the month that lies on the asked side of today. */
function dayOfMonth({ words, on }: DateReading, at: number): Candidates | undefined {
  const opening = textAt(words, at);
  const isOpened = ["the", "el"].includes(opening) || (opening === "dia" && at > 0);
  const dayAt = isOpened ? at + 1 : at;
  const day = dayNumber(words, dayAt);
  const end = afterOrdinal(words, dayAt);
  const isOrdinal = ordinals.has(textAt(words, end - 1));
  if (day === undefined || !(isOrdinal || opening === "el" || opening === "dia")) return undefined;
  const { year, month } = dayParts(on);
  return { days: [-1, 0, 1].flatMap((shift) => existingIn(year, month + shift, day)), end };
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
