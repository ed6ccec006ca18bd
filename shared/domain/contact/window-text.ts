import { formatClock, parseClock, type Weekday } from "../calendar.ts";
import type { ContactWindow, DayHours } from "./window.ts";

const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Hours of a day as people write them: `08:00-21:00`, from 00:00 to 24:00, opening before closing. */
export function parseHours(text: string): DayHours | undefined {
  const [opens, closes, ...more] = text.split("-").map((part) => parseClock(part.trim()));
  if (opens === undefined || closes === undefined || more.length > 0) return undefined;
  return opens < closes ? { opensMinute: opens, closesMinute: closes } : undefined;
}

/**
 * A window as people write it: hours, and the days `every`, `mon-sat`, `mon,wed,fri` or a mix; a
 * span may run over the week's end (`sat-mon`). Undefined when either cannot be read.
 */
export function parseWindow(
  hours: string,
  days = "every",
  closedOnHolidays = false,
): ContactWindow | undefined {
  const each = parseHours(hours);
  const chosen = parseWeekdays(days);
  if (each === undefined || chosen === undefined) return undefined;
  return {
    byWeekday: Object.fromEntries(chosen.map((day) => [day, each])),
    holidays: closedOnHolidays ? "closed" : "open",
  };
}

function parseWeekdays(text: string): readonly Weekday[] | undefined {
  const chosen = new Set<number>();
  for (const part of text.toLowerCase().split(",")) {
    const [first = -1, end = first, ...more] =
      part.trim() === "every"
        ? [0, 6]
        : part.split("-").map((name) => weekdayNames.indexOf(name.trim()));
    if (first < 0 || end < 0 || more.length > 0) return undefined;
    for (let day = first; ; day = (day + 1) % 7) {
      chosen.add(day + 1);
      if (day === end) break;
    }
  }
  return weekdays.filter((day) => chosen.has(day));
}

/**
 * The hours of a week, holidays aside: `09:00-20:00` when all its open days share them, as
 * `parseHours` reads it; else with their days, `mon-fri 09:00-18:00, sat 10:00-17:00`.
 */
export function formatHours(window: ContactWindow): string {
  const runs: { hours: string; first: Weekday; last: Weekday }[] = [];
  for (const day of weekdays) {
    const of = window.byWeekday[day];
    if (of === undefined) continue;
    const hours = `${formatClock(of.opensMinute)}-${formatClock(of.closesMinute)}`;
    const run = runs.at(-1);
    if (run && run.last === day - 1 && run.hours === hours) run.last = day;
    else runs.push({ hours, first: day, last: day });
  }
  const kinds = new Set(runs.map(({ hours }) => hours));
  if (kinds.size === 1) return [...kinds].join();
  return runs.map(({ hours, first, last }) => `${daysFrom(first, last)} ${hours}`).join(", ");
}

function daysFrom(first: Weekday, last: Weekday): string {
  const name = (day: Weekday) => weekdayNames[day - 1] as string;
  return first === last ? name(first) : `${name(first)}-${name(last)}`;
}
