import { formatClock, parseClock, weekdayOf } from "../calendar.ts";
import {
  dayMs,
  type Instant,
  minuteMs,
  type OffsetSpan,
  offsetSpanAt,
  type ZoneId,
} from "../zone.ts";
import { isFederalHoliday } from "./holidays.ts";
import type { ContactWindow } from "./policy.ts";

/**
 * Opening hours are read off the patient's own clock: a contact may start when a clock on the wall
 * there shows a minute of the window on an open day (47 CFR 64.1200(c)(1) speaks of local time at
 * the called party's location). A doubled hour counts both times, a skipped one never. Of several
 * zones a patient may live in, all must be open; of none, nothing is (unknown fails closed).
 */

/** How far ahead an opening is sought: a window of Mondays only, two of them holidays, is found. */
const horizonMs = 35 * dayMs;

/** Whether a contact may start at this instant in every zone. */
export function isOpen(at: Instant, zones: readonly ZoneId[], window: ContactWindow): boolean {
  if (zones.length === 0) return false;
  return zones.every((zone) => isOpenWall(at + offsetSpanAt(at, zone).offsetMs, window));
}

/**
 * The earliest instant, `at` itself included, at which every zone is open. Undefined when there is
 * none within 35 days (the windows never meet, the window is empty, or there is no zone): then no
 * contact may be planned.
 */
export function nextOpen(
  at: Instant,
  zones: readonly ZoneId[],
  window: ContactWindow,
): Instant | undefined {
  if (zones.length === 0) return undefined;
  let candidate = at;
  for (let agreeing = 0, index = 0; agreeing < zones.length; index++) {
    const zone = zones[index % zones.length] as ZoneId;
    const opens = nextOpenIn(candidate, at + horizonMs, zone, window);
    if (opens === undefined) return undefined;
    agreeing = opens === candidate ? agreeing + 1 : 1;
    candidate = opens;
  }
  return candidate;
}

/**
 * The end of the opening that `at` lies in: the first instant after it at which some zone is
 * closed. `at` itself when it is closed already; 35 days later when nothing closes before.
 */
export function closesAt(at: Instant, zones: readonly ZoneId[], window: ContactWindow): Instant {
  if (!isOpen(at, zones, window)) return at;
  return Math.min(...zones.map((zone) => closesIn(at, at + horizonMs, zone, window)));
}

function isOpenWall(wallMs: number, window: ContactWindow): boolean {
  const day = Math.floor(wallMs / dayMs);
  const ofDay = wallMs - day * dayMs;
  if (ofDay < window.opensMinute * minuteMs || ofDay >= window.closesMinute * minuteMs) {
    return false;
  }
  return isOpenDay(day, window);
}

function isOpenDay(day: number, window: ContactWindow): boolean {
  return (
    window.weekdays.includes(weekdayOf(day)) && !(window.closedOnHolidays && isFederalHoliday(day))
  );
}

/** Walks the stretches of constant offset: within one, the wall clock runs evenly. */
function nextOpenIn(
  at: Instant,
  until: Instant,
  zone: ZoneId,
  window: ContactWindow,
): Instant | undefined {
  for (let from = at; from <= until; ) {
    const span = offsetSpanAt(from, zone);
    const opens = nextOpenWithin(from, Math.min(span.end, until + 1), span, window);
    if (opens !== undefined) return opens;
    from = span.end;
  }
  return undefined;
}

function nextOpenWithin(
  from: Instant,
  end: Instant,
  span: OffsetSpan,
  window: ContactWindow,
): Instant | undefined {
  if (isOpenWall(from + span.offsetMs, window)) return from;
  if (window.opensMinute >= window.closesMinute) return undefined;
  for (let day = Math.floor((from + span.offsetMs) / dayMs); ; day++) {
    const opens = day * dayMs + window.opensMinute * minuteMs - span.offsetMs;
    if (opens >= end) return undefined;
    if (opens > from && isOpenDay(day, window)) return opens;
  }
}

function closesIn(at: Instant, until: Instant, zone: ZoneId, window: ContactWindow): Instant {
  for (let from = at; from < until; ) {
    const { end, offsetMs } = offsetSpanAt(from, zone);
    const day = Math.floor((from + offsetMs) / dayMs);
    const closes = Math.min(day * dayMs + window.closesMinute * minuteMs - offsetMs, end);
    if (!isOpenWall(closes + offsetSpanAt(closes, zone).offsetMs, window)) return closes;
    from = closes;
  }
  return until;
}

const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/**
 * A window as people write it: `08:00-21:00` (from 00:00 to 24:00, opening before closing) and the
 * days `every`, `mon-sat`, `mon,wed,fri` or a mix; a span may run over the week's end (`sat-mon`).
 * Undefined when either cannot be read.
 */
export function parseWindow(
  hours: string,
  days = "every",
  closedOnHolidays = false,
): ContactWindow | undefined {
  const [opens, closes, ...more] = hours.split("-").map((text) => parseClock(text.trim()));
  const weekdays = parseWeekdays(days);
  if (opens === undefined || closes === undefined || more.length > 0) return undefined;
  if (opens >= closes || weekdays === undefined) return undefined;
  return { opensMinute: opens, closesMinute: closes, weekdays, closedOnHolidays };
}

function parseWeekdays(text: string): readonly number[] | undefined {
  const chosen = new Set<number>();
  for (const part of text.toLowerCase().split(",")) {
    const [first, last, ...more] =
      part.trim() === "every"
        ? [0, 6]
        : part.split("-").map((name) => weekdayNames.indexOf(name.trim()));
    const end = last ?? first;
    if (first === undefined || end === undefined || first < 0 || end < 0 || more.length > 0) {
      return undefined;
    }
    for (let day = first; ; day = (day + 1) % 7) {
      chosen.add(day + 1);
      if (day === end) break;
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

/** `09:00-20:00`, as `parseWindow` reads it. */
export function formatHours(window: ContactWindow): string {
  return `${formatClock(window.opensMinute)}-${formatClock(window.closesMinute)}`;
}
