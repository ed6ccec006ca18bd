import { dayFrom, formatDay } from "#domain/calendar";
import { candidatesAt } from "#domain/reply/date-forms";
import type { DateReading } from "#domain/reply/date-reading";
import { normalise } from "#domain/triage/normalise";

/** A Wednesday. */
export const wednesday = dayFrom(2026, 11, 25);

const either: DateReading["takes"] = {
  means: "told-day",
  back: { unit: "years", count: 2 },
  ahead: { unit: "years", count: 2 },
};

/**
 * Everything in a text that speaks of days, in order, as "its words → the days it may mean";
 * "→ no day" for words such as "last week" and for dates that do not exist.
 */
export function daysIn(text: string, asked: Partial<DateReading> = {}): readonly string[] {
  const { words } = normalise(text);
  const found: string[] = [];
  let at = 0;
  while (at < words.length) {
    const candidates = candidatesAt({ words, on: wednesday, takes: either, ...asked }, at);
    if (candidates !== undefined) {
      const said = text.slice(words[at]?.start, words[candidates.end - 1]?.end);
      const days = candidates.days.map(formatDay).join(" or ");
      found.push(`${said} → ${days === "" ? "no day" : days}`);
    }
    at = Math.max(at + 1, candidates?.end ?? 0);
  }
  return found;
}
