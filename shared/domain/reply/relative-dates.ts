import { addMonths, type Day, weekdayOf } from "../calendar.ts";
import type { Word } from "../triage/normalise.ts";
import { type Candidates, type DateReading, textAt } from "./date-reading.ts";
import { spanUnits, weekdayNames } from "./date-words.ts";
import { numberAt } from "./said-number.ts";

/** "2 weeks ago", "hace dos semanas", "in 3 days", "dentro de un mes". */
export function agoOrAhead({ words, on }: DateReading, at: number): Candidates | undefined {
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
export function weekday({ words, on, takes }: DateReading, at: number): Candidates | undefined {
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
export function vague({ words }: DateReading, at: number): Candidates | undefined {
  const [first, second] = [textAt(words, at), textAt(words, at + 1)];
  const isBefore = lastWords.has(first) || nextWords.has(first) || first === "this";
  if (isBefore && spanUnits.has(second)) return { days: [], end: at + 2 };
  const then = second === "que" ? textAt(words, at + 2) : second;
  const isAfter = spanUnits.has(first) && (lastWords.has(then) || nextWords.has(then));
  return isAfter ? { days: [], end: at + (second === "que" ? 3 : 2) } : undefined;
}
