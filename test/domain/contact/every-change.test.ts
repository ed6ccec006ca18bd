import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { closesAt, isOpen, nextOpen } from "#domain/contact/hours";
import type { ContactWindow } from "#domain/contact/window";
import { parseWindow } from "#domain/contact/window-text";
import { dayFrom, formatDay, minuteMs } from "#domain/time";
import { clockClasses } from "#support/every-zone";
import { type WallTime, wallClock } from "#support/wall-clock";

const window = (hours: string, days?: string) => parseWindow(hours, days) as ContactWindow;
const closedDay = dayFrom(2026, 3, 30);

/** The windows that are asked, each list as one question. */
const questions: Readonly<Record<string, readonly ContactWindow[]>> = {
  "the default policy": [defaultPolicy.window],
  "the federal hours": [window("08:00-21:00")],
  "an hour that is doubled or skipped": [window("01:15-02:45")],
  "all day, except holidays and closed days": [
    { ...window("00:00-24:00"), holidays: "closed", closedDays: [closedDay] },
  ],
  "hours that differ by the day": [
    {
      byWeekday: {
        1: { opensMinute: 0, closesMinute: 150 },
        3: { opensMinute: 90, closesMinute: 1440 },
        6: { opensMinute: 1380, closesMinute: 1440 },
        7: { opensMinute: 0, closesMinute: 135 },
      },
      holidays: { opensMinute: 60, closesMinute: 600 },
    },
  ],
  "two windows at once": [defaultPolicy.window, window("16:30-21:00", "sat-tue")],
};
const wide = [window("00:30-23:45")];
const newYork = "America/New_York";

const start = Date.parse("2024-01-01T00:00:00Z");
const end = Date.parse("2033-01-01T00:00:00Z");
const classes = clockClasses(start, end);

/** Moments at which nothing changes, and which are looked at all the same. */
const plainMoments = [
  Date.parse("2026-11-26T17:00:00Z"), // Thanksgiving
  13 * 2 ** 37, // where one table of offsets ends and the next begins
].map((moment) => Math.floor(moment / minuteMs) * minuteMs);

const around = 36 * 60;

/** Federal holidays as observed, from their definition, by the calendar of JavaScript. */
const holidays = new Set(
  Array.from({ length: 12 }, (_, index) => 2023 + index).flatMap(observedHolidays),
);

function observedHolidays(year: number): readonly string[] {
  const utc = (month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
  const isoOf = (date: Date) => date.toISOString().slice(0, 10);
  const fixed = [utc(1, 1), utc(6, 19), utc(7, 4), utc(11, 11), utc(12, 25)].map((date) => {
    const shift = ({ 6: -1, 0: 1 } as Record<number, number>)[date.getUTCDay()] ?? 0;
    return isoOf(new Date(date.getTime() + shift * 86_400_000));
  });
  const nth = (month: number, weekday: number, count: number) => {
    const days = Array.from({ length: 31 }, (_, index) => utc(month, index + 1)).filter(
      (date) => date.getUTCMonth() === month - 1 && date.getUTCDay() === weekday,
    );
    return isoOf(days.at(count) as Date);
  };
  const monday = [nth(1, 1, 2), nth(2, 1, 2), nth(5, 1, -1), nth(9, 1, 0), nth(10, 1, 1)];
  return [...fixed, ...monday, nth(11, 4, 3)];
}

/** The window's own words, read off one clock. */
function shows(clock: WallTime, window: ContactWindow): boolean {
  const hours = window.byWeekday[clock.weekday];
  const isInside = (span: typeof hours) =>
    span !== undefined && clock.minute >= span.opensMinute && clock.minute < span.closesMinute;
  if (!isInside(hours)) return false;
  if (window.closedDays?.some((day) => formatDay(day) === clock.date)) return false;
  if (window.holidays === "open" || !holidays.has(clock.date)) return true;
  return window.holidays !== "closed" && isInside(window.holidays);
}

/**
 * What our functions say beside what the scan says, at each minute of the span; the differences.
 * Where the scan ends before the answer comes, the answer must lie past its end.
 */
function differences(
  first: number,
  scan: readonly boolean[],
  zones: readonly string[],
  windows: readonly ContactWindow[],
): readonly string[] {
  const found: string[] = [];
  const past = first + scan.length * minuteMs;
  /** The next minute at which the scan is open, and closed, from each minute on. */
  let opens = Number.POSITIVE_INFINITY;
  let closes = Number.POSITIVE_INFINITY;
  for (let index = scan.length - 1; index >= 0; index -= 1) {
    const at = first + index * minuteMs;
    const say = (what: string) => found.push(`${new Date(at).toISOString()} ${what}`);
    if (scan[index]) opens = at;
    else closes = at;
    if (isOpen(at, zones, windows) !== scan[index]) say("isOpen");
    const isEdge = scan[index] !== scan[index - 1] || scan[index] !== scan[index + 1];
    if (isEdge && isOpen(at + minuteMs - 1, zones, windows) !== scan[index]) say("last second");
    if (!isEdge && index % 61 !== 0) continue;
    const next = nextOpen(at, zones, windows) ?? Number.POSITIVE_INFINITY;
    if (opens < past ? next !== opens : next < past) say("nextOpen");
    const close = closesAt(at, zones, windows);
    if (closes < past ? close !== closes : close < past) say("closesAt");
  }
  return found;
}

/** Many zones change within a day of each other: their minutes in New York are read once. */
function remembering(read: (at: number) => WallTime): (at: number) => WallTime {
  const known = new Map<number, WallTime>();
  return (at) => {
    const clock = known.get(at) ?? read(at);
    known.set(at, clock);
    return clock;
  };
}

describe("hours, beside a scan of the wall clock minute by minute around every change of it", () => {
  const readNewYork = remembering(wallClock(newYork));

  it.each(classes.map((each) => ({ ...each, zone: each.zones[0] ?? "" })))(
    "$zone and those like it agree",
    ({ zone, changes }) => {
      const read = wallClock(zone);
      for (const moment of [...changes, ...plainMoments]) {
        const first = moment - around * minuteMs;
        const minutes = Array.from({ length: 2 * around + 1 }, (_, n) => first + n * minuteMs);
        const clocks = minutes.map(read);
        for (const [question, windows] of Object.entries(questions)) {
          const scan = clocks.map((clock) => windows.every((each) => shows(clock, each)));
          expect([question, differences(first, scan, [zone], windows)]).toEqual([question, []]);
        }
        const beside = minutes.map(readNewYork);
        const both = clocks.map((clock, index) =>
          wide.every((each) => shows(clock, each) && shows(beside[index] as WallTime, each)),
        );
        expect(differences(first, both, [zone, newYork], wide)).toEqual([]);
      }
    },
    60_000,
  );
});

describe("every zone", () => {
  it("is among those that were scanned, the oddest by name", () => {
    const all = classes.flatMap(({ zones }) => zones);
    expect(all.length).toBeGreaterThan(400);
    const odd = [
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "Africa/Casablanca",
      "Africa/El_Aaiun",
      "Antarctica/Troll",
      "Africa/Cairo",
      "America/Nuuk",
    ];
    expect(odd.filter((zone) => !all.includes(zone))).toEqual([]);
  });

  it("shows the same clock as the one that was scanned for it, at each change and between", () => {
    const step = 73 * 60 * minuteMs;
    const between = Array.from({ length: (end - start) / step }, (_, n) => start + n * step);
    for (const { zones, changes } of classes) {
      const [scanned, ...others] = zones.map(wallClock);
      const moments = [...between, ...changes.flatMap((at) => [at - minuteMs, at, at + minuteMs])];
      const expected = moments.map((at) => scanned?.(at));
      for (const [index, read] of others.entries()) {
        expect([zones[index + 1], moments.map(read)]).toEqual([zones[index + 1], expected]);
      }
    }
  }, 60_000);

  it("gets the same answers as the one that was scanned for it", () => {
    const windows = questions["the federal hours"] as readonly ContactWindow[];
    for (const { zones, changes } of classes) {
      const answers = (zone: string) =>
        changes.map((at) => [
          isOpen(at - 1, [zone], windows),
          isOpen(at, [zone], windows),
          nextOpen(at - around * minuteMs, [zone], windows),
          closesAt(at, [zone], windows),
        ]);
      const [scanned = "", ...others] = zones;
      for (const zone of others) expect([zone, answers(zone)]).toEqual([zone, answers(scanned)]);
    }
  });
});
