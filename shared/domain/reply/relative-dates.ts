import { addMonths, type Day, weekdayOf } from "../calendar.ts";
import type { Word } from "../triage/normalise.ts";
import { type Candidates, type DateReading, onAskedSide } from "./date-reading.ts";
import { type SpanUnit, spanUnits, weekdayNames } from "./date-words.ts";
import { isAndHalf, numberAt } from "./said-number.ts";
import { dividerAt, textAt } from "./word-at.ts";

/** "2 weeks ago", "hace dos semanas", "in 3 days", "dentro de un mes". */
export function agoOrAhead({ words, on }: DateReading, at: number): Candidates | undefined {
  const opening = textAt(words, at);
  const isHace = opening === "hace";
  const isAhead = ["in", "en", "within"].includes(opening) || opening === "dentro";
  const from = opening === "dentro" ? at + 2 : isHace || isAhead ? at + 1 : at;
  const span = spanAt(words, from);
  if (span === undefined) return undefined;
  const isExact = !isEndOfRange(words, from) && !isAndHalf(words, span.end);
  const days = (sign: 1 | -1) => (isExact ? [moved(on, span, sign)] : []);
  const after = textAt(words, span.end);
  if (isHace) return { days: days(-1), end: span.end };
  if (after === "ago" || after === "back" || after === "atras") {
    return { days: days(-1), end: span.end + 1 };
  }
  if (after === "from" && ["now", "today"].includes(textAt(words, span.end + 1))) {
    return { days: days(1), end: span.end + 2 };
  }
  return isAhead ? { days: days(1), end: span.end } : undefined;
}

/** The 4 of "3-4 weeks ago", "3 or 4 weeks ago"; the hundred of "2 hundred days ago". */
function isEndOfRange(words: readonly Word[], at: number): boolean {
  const isNear = ["", "-", ","].includes(dividerAt(words, at));
  const last = ["or", "to", "o", "a"].includes(textAt(words, at - 1)) ? at - 2 : at - 1;
  return isNear && [last, at].every((place) => numberAt(words, place) !== undefined);
}

interface SaidSpan {
  readonly count: number;
  readonly unit: SpanUnit;
  readonly end: number;
}

/** Beyond it nobody counts. */
const countMax = 999;

const roundly: ReadonlySet<string> = new Set("about like unos unas around exactly como".split(" "));

function spanAt(words: readonly Word[], at: number): SaidSpan | undefined {
  let start = at;
  while (roundly.has(textAt(words, start))) start += 1;
  const said = countAt(words, start);
  if (said === undefined) return undefined;
  const { value: count, end } = said;
  const unit = spanUnits.get(textAt(words, end));
  const isCounted = Number.isInteger(count) && count <= countMax;
  return unit !== undefined && isCounted ? { count, unit, end: end + 1 } : undefined;
}

/** "3", "a", "a couple of" */
function countAt(words: readonly Word[], at: number): { value: number; end: number } | undefined {
  if (!["a", "an"].includes(textAt(words, at))) return numberAt(words, at);
  if (textAt(words, at + 1) !== "couple") return { value: 1, end: at + 1 };
  return { value: 2, end: textAt(words, at + 2) === "of" ? at + 3 : at + 2 };
}

function moved(on: Day, { count, unit }: SaidSpan, sign: 1 | -1): Day {
  return "days" in unit ? on + sign * count * unit.days : addMonths(on, sign * count * unit.months);
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
export function weekday({ words, on, takes }: DateReading, at: number): Candidates | undefined {
  const nameAt = opensWhich(words, at) ? at + 1 : at;
  const name = weekdayNames.get(textAt(words, nameAt));
  if (name === undefined) return undefined;
  const after = whichAfter(words, nameAt + 1);
  const which = textAt(words, after ?? at);
  const end = (after ?? nameAt) + 1;
  const ahead = (name - weekdayOf(on) + 7) % 7;
  const gone = on + ahead - 7;
  const coming = on + (ahead === 0 ? 7 : ahead);
  const monday = on - weekdayOf(on) + 1;
  // "Last Monday" on a Friday, and "next Friday" on a Monday, can mean either of two weeks.
  if (lastWords.has(which)) return { days: gone >= monday ? [gone, gone - 7] : [gone], end };
  if (nextWords.has(which))
    return { days: coming < monday + 7 ? [coming, coming + 7] : [coming], end };
  return { days: ahead === 0 ? [on] : onAskedSide(takes, gone, coming), end };
}

/** "Last week", "el mes pasado": about when, and no day. */
export function vague({ words }: DateReading, at: number): Candidates | undefined {
  if (opensWhich(words, at)) {
    return spanUnits.has(textAt(words, at + 1)) ? { days: [], end: at + 2 } : undefined;
  }
  const after = whichAfter(words, at + 1);
  const isSpan = spanUnits.has(textAt(words, at)) && after !== undefined;
  return isSpan ? { days: [], end: after + 1 } : undefined;
}

function isWhich(word: string): boolean {
  return lastWords.has(word) || nextWords.has(word);
}

/** "Last" or "this" before what it tells apart. */
function opensWhich(words: readonly Word[], at: number): boolean {
  return isWhich(textAt(words, at)) || textAt(words, at) === "this";
}

/** Where "pasado" or "que viene" stands behind what it tells apart; `undefined` when nowhere. */
function whichAfter(words: readonly Word[], at: number): number | undefined {
  const after = textAt(words, at) === "que" ? at + 1 : at;
  return isWhich(textAt(words, after)) ? after : undefined;
}
