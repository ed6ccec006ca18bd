import {
  atLocal,
  type Day,
  dayOf,
  dayParts,
  type Instant,
  minuteMs,
  parseInstant,
  weekdayOf,
  type ZoneId,
} from "#domain/time";
import { LocalProblem } from "../problem.ts";

/** When a schedule starts its target. */
export type Timing =
  | { readonly kind: "rate"; readonly everyMs: number }
  | { readonly kind: "times"; next(after: Instant): Instant | undefined };

const unitMs = { minute: minuteMs, hour: 60 * minuteMs, day: 24 * 60 * minuteMs } as const;

/** A day that no expression names within this many is never reached. */
const lookAheadDays = 366 * 5;

/**
 * Reads `rate(5 minutes)`, `at(2026-12-01T09:00:00)` or `cron(0 9 ? * MON-FRI *)` as EventBridge
 * Scheduler does (its guide, "Schedule types"). `L`, `W` and `#` are not played.
 * @throws LocalProblem for anything else.
 */
export function parseTiming(expression: string, zone: ZoneId): Timing {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  const unit = rate?.[2] as keyof typeof unitMs | undefined;
  if (unit !== undefined) return { kind: "rate", everyMs: Number(rate?.[1]) * unitMs[unit] };
  const once = /^at\((.+)\)$/.exec(expression)?.[1];
  if (once !== undefined) return { kind: "times", next: onceAt(expression, once, zone) };
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields?.length === 6) return { kind: "times", next: cron(fields, expression, zone) };
  throw unreadable(expression);
}

function onceAt(expression: string, text: string, zone: ZoneId) {
  const asUtc = parseInstant(`${text}Z`);
  if (asUtc === undefined) throw unreadable(expression);
  const day = dayOf(asUtc, "UTC");
  const minute = Math.floor((asUtc - day * unitMs.day) / minuteMs);
  const at = atLocal(day, minute, zone);
  return (after: Instant) => (at > after ? at : undefined);
}

function cron(fields: readonly string[], expression: string, zone: ZoneId) {
  const read = (at: number, from: number, through: number, names: readonly string[] = []) =>
    readField(fields[at] ?? "", { from, through, names, expression });
  const minutes = read(0, 0, 59);
  const hours = read(1, 0, 23);
  const days = read(2, 1, 31);
  const months = read(3, 1, 12, monthNames);
  const weekdays = read(4, 1, 7, weekdayNames);
  const years = read(5, 1970, 2199);
  const times = hours.flatMap((hour) => minutes.map((minute) => hour * 60 + minute));
  const isOn = (day: Day) => {
    const { year, month, day: date } = dayParts(day);
    // AWS counts from Sunday = 1, ISO 8601 from Monday = 1.
    const weekday = (weekdayOf(day) % 7) + 1;
    const isDate = days.includes(date) && weekdays.includes(weekday);
    return isDate && months.includes(month) && years.includes(year);
  };
  return (after: Instant): Instant | undefined => {
    const first = dayOf(after, zone);
    for (let day = first; day <= first + lookAheadDays; day += 1) {
      if (!isOn(day)) continue;
      const next = times.map((time) => atLocal(day, time, zone)).find((at) => at > after);
      if (next !== undefined) return next;
    }
    return undefined;
  };
}

const monthNames = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const weekdayNames = "SUN MON TUE WED THU FRI SAT".split(" ");

interface Field {
  readonly from: number;
  readonly through: number;
  readonly names: readonly string[];
  readonly expression: string;
}

/** The values that `*`, `?`, `5`, `1-5`, `MON-FRI`, `1,15`, `0/15` name, rising. */
function readField(text: string, field: Field): readonly number[] {
  const values = new Set<number>();
  for (const part of text.toUpperCase().split(",")) {
    const [range = "", step = "1"] = part.split("/");
    const [low, high] = bounds(range, part.includes("/"), field);
    const every = Number(step);
    if (!(every >= 1)) throw unreadable(field.expression);
    for (let value = low; value <= high; value += every) values.add(value);
  }
  return [...values].sort((left, right) => left - right);
}

function bounds(range: string, isStepped: boolean, field: Field): readonly [number, number] {
  const { from, through, names, expression } = field;
  if (range === "*" || range === "?") return [from, through];
  const number = (text: string) => {
    const named = names.indexOf(text);
    const value = named < 0 ? Number(text) : named + from;
    if (!Number.isInteger(value) || value < from || value > through) throw unreadable(expression);
    return value;
  };
  const [low = "", high] = range.split("-");
  return [number(low), high === undefined ? (isStepped ? through : number(low)) : number(high)];
}

function unreadable(expression: string): LocalProblem {
  return new LocalProblem(
    "local/unknown-schedule",
    `The local stack cannot read the schedule "${expression}": it knows rate(), at() and cron() ` +
      "without L, W and #.",
  );
}
