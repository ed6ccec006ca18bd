import {
  dayMs,
  type Instant,
  minuteMs,
  type OffsetSpan,
  offsetSpanAt,
  type ZoneId,
} from "../zone.ts";
import { type ContactWindow, hoursOn } from "./window.ts";

/**
 * Opening hours are read off the patient's own clock: a contact may start when a clock on the wall
 * there shows a minute of the window on an open day (47 CFR 64.1200(c)(1) speaks of local time at
 * the called party's location). A doubled hour counts both times, a skipped one never. Of several
 * zones a patient may live in and several windows that apply, all must be open; of none, nothing is
 * (unknown fails closed).
 */

/** How far ahead an opening is sought: a window of Mondays only, two of them holidays, is found. */
export const openingHorizonMs = 35 * dayMs;

/** Whether a contact may start at this instant, in every zone and by every window. */
export function isOpen(
  at: Instant,
  zones: readonly ZoneId[],
  windows: readonly ContactWindow[],
): boolean {
  if (zones.length === 0 || windows.length === 0) return false;
  return windows.every((window) =>
    clocksOf(window, zones).every((zone) => isOpenBy(at, { zone, window })),
  );
}

/**
 * The earliest instant, `at` itself included, at which every zone is open by every window. Undefined
 * when there is none within 35 days (they never meet, a window is empty, or there is no zone): then
 * no contact may be planned.
 */
export function nextOpen(
  at: Instant,
  zones: readonly ZoneId[],
  windows: readonly ContactWindow[],
): Instant | undefined {
  const readings = readingsOf(zones, windows);
  if (readings.length === 0) return undefined;
  let candidate = at;
  for (let agreeing = 0, index = 0; agreeing < readings.length; index++) {
    const reading = readings[index % readings.length] as Reading;
    const opens = nextOpenBy(candidate, at + openingHorizonMs, reading);
    if (opens === undefined) return undefined;
    agreeing = opens === candidate ? agreeing + 1 : 1;
    candidate = opens;
  }
  return candidate;
}

/**
 * The end of the opening that `at` lies in: the first instant after it at which some zone is closed
 * by some window. `at` itself when it is closed already; 35 days later when nothing closes before.
 */
export function closesAt(
  at: Instant,
  zones: readonly ZoneId[],
  windows: readonly ContactWindow[],
): Instant {
  if (!isOpen(at, zones, windows)) return at;
  const until = at + openingHorizonMs;
  return Math.min(...readingsOf(zones, windows).map((reading) => closesBy(at, until, reading)));
}

/** One window read on one clock. */
interface Reading {
  readonly zone: ZoneId;
  readonly window: ContactWindow;
}

function readingsOf(
  zones: readonly ZoneId[],
  windows: readonly ContactWindow[],
): readonly Reading[] {
  if (zones.length === 0) return [];
  return windows.flatMap((window) => clocksOf(window, zones).map((zone) => ({ zone, window })));
}

function clocksOf({ zone }: ContactWindow, zones: readonly ZoneId[]): readonly ZoneId[] {
  return zone === undefined ? zones : [zone];
}

function isOpenBy(at: Instant, { zone, window }: Reading): boolean {
  return isOpenWall(at + offsetSpanAt(at, zone).offsetMs, window);
}

function isOpenWall(wallMs: number, window: ContactWindow): boolean {
  const day = Math.floor(wallMs / dayMs);
  const hours = hoursOn(day, window);
  if (hours === undefined) return false;
  const ofDay = wallMs - day * dayMs;
  return ofDay >= hours.opensMinute * minuteMs && ofDay < hours.closesMinute * minuteMs;
}

/** Walks the stretches of constant offset: within one, the wall clock runs evenly. */
function nextOpenBy(at: Instant, until: Instant, { zone, window }: Reading): Instant | undefined {
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
  { offsetMs }: OffsetSpan,
  window: ContactWindow,
): Instant | undefined {
  if (isOpenWall(from + offsetMs, window)) return from;
  const today = Math.floor((from + offsetMs) / dayMs);
  for (let day = today; day * dayMs - offsetMs < end; day++) {
    const hours = hoursOn(day, window);
    if (hours === undefined) continue;
    const opens = day * dayMs + hours.opensMinute * minuteMs - offsetMs;
    if (opens > from && opens < end) return opens;
  }
  return undefined;
}

function closesBy(at: Instant, until: Instant, { zone, window }: Reading): Instant {
  for (let from = at; from < until; ) {
    const { end, offsetMs } = offsetSpanAt(from, zone);
    const day = Math.floor((from + offsetMs) / dayMs);
    const hours = hoursOn(day, window);
    if (hours === undefined) return from;
    const closes = Math.min(day * dayMs + hours.closesMinute * minuteMs - offsetMs, end);
    if (!isOpenBy(closes, { zone, window })) return closes;
    from = closes;
  }
  return until;
}
