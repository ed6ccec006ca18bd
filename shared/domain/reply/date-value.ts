import type { Day } from "../calendar.ts";
import { shiftDay } from "../shift-day.ts";
import type { Word } from "../triage/normalise.ts";
import { candidatesAt } from "./date-forms.ts";
import type { DateReading } from "./date-reading.ts";
import { type SaidValue, unsure } from "./said-value.ts";
import { dividerAt, isOneSignAfter, textAt } from "./word-at.ts";

/**
 * The day that an answer names, relative to the patient's own day and within the bounds of the
 * question: "yesterday", "last Tuesday", "Dec 3", "12/3" (month first), "el 3", "hace dos
 * semanas". What fits two days, none, or another one than asked for is not sure.
 */
export function dateValue(reading: DateReading): SaidValue<Day> | undefined {
  const { words } = reading;
  const from = earliest(reading);
  const through = latest(reading);
  let said: SaidValue<Day> | undefined;
  let at = 0;
  while (at < words.length) {
    const candidates = candidatesAt(reading, at);
    if (candidates === undefined) {
      at += 1;
      continue;
    }
    const fitting = new Set(candidates.days.filter((day) => day >= from && day <= through));
    const [day] = fitting;
    const isOther = said !== undefined && said.value !== day;
    const isOpen = isTurned(words, at) || isRangeFrom(words, candidates.end);
    if (day === undefined || fitting.size > 1 || isOther || isOpen) {
      return unsure(at, candidates.end);
    }
    said ??= { value: day, start: at, end: candidates.end };
    at = candidates.end;
  }
  return said;
}

function earliest({ on, takes }: DateReading): Day {
  return takes.back === undefined ? on : shiftDay(on, takes.back, -1);
}

function latest({ on, takes }: DateReading): Day {
  return takes.ahead === undefined ? on : shiftDay(on, takes.ahead, 1);
}

/** Before a day these deny it, or make another one of it: "two weeks before May 13". */
const turning: ReadonlySet<string> = new Set(
  "not never until till before after from since by hasta nunca antes despues desde".split(" "),
);

function isTurned(words: readonly Word[], at: number): boolean {
  return turning.has(textAt(words, at - 1)) || turning.has(textAt(words, at - 2));
}

const rangeWords: ReadonlySet<string> = new Set("or to through thru o a".split(" "));

/** Behind a day these name another one as well: "Dec 3 or 4", "Dec 3-5". */
function isRangeFrom(words: readonly Word[], end: number): boolean {
  const isHyphenated = dividerAt(words, end) === "-" && isOneSignAfter(words, end);
  const isJoined = rangeWords.has(textAt(words, end));
  const next = textAt(words, isJoined ? end + 1 : end);
  return (isJoined || isHyphenated) && /^\d/.test(next);
}
