import { Temporal } from "temporal-polyfill";
import { defaultPolicy } from "#domain/contact/default-policy";
import { isFederalHoliday } from "#domain/contact/holidays";
import { isOpen } from "#domain/contact/hours";
import { stateWindows } from "#domain/contact/state-hours";
import type { ContactWindow } from "#domain/contact/window";
import { dayFrom, type Instant, minuteMs, parseInstant } from "#domain/time";
import { computed, figuresOf, type Result } from "./figures.ts";

const zones = defaultPolicy.unknownZones;
const windows = [defaultPolicy.window, ...stateWindows(["NY"])];
const rounds = 9;
/** Enough of each for the clock, which counts in steps of milliseconds. */
const decisions = 200_000;
const decisionsByTemporal = 2_000;

/**
 * May a contact start, with four possible zones and two windows: the dearest case, for all of them
 * are open and so all are asked. Beside the same decision by Temporal's own calendar, turn by turn.
 */
export function hours(): readonly Result[] {
  const ratios: number[] = [];
  const costs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = microsecondsEach(decisions, (at) => isOpen(at, zones, windows));
    const theirs = microsecondsEach(decisionsByTemporal, isOpenByTemporal);
    if (round === 0) continue;
    ratios.push(theirs / ours);
    costs.push(ours);
  }
  return [
    {
      name: "Hours, 4 zones and 2 windows, of Temporal's rate",
      unit: "×",
      figures: figuresOf(ratios),
      bar: { is: "at-least", value: 10 },
    },
    {
      name: "  one decision",
      unit: "µs",
      figures: figuresOf(costs),
      bar: { is: "at-most", value: 5 },
    },
  ];
}

const firstMoment = parseInstant("2026-11-23T13:00:00-05:00") as Instant;

function microsecondsEach(count: number, decide: (at: Instant) => boolean): number {
  let open = 0;
  const spent = computed(() => {
    for (let turn = 0; turn < count; turn += 1) {
      if (decide(firstMoment + (turn % 300) * minuteMs)) open += 1;
    }
  });
  if (open !== count) throw new Error("not everything was open");
  return (1000 * spent) / count;
}

function isOpenByTemporal(at: Instant): boolean {
  return zones.every((zone) => {
    const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return windows.every((window) => shows(clock, window));
  });
}

function shows(clock: Temporal.ZonedDateTime, { byWeekday, holidays }: ContactWindow): boolean {
  const span = byWeekday[clock.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7];
  const minute = clock.hour * 60 + clock.minute;
  if (!span || minute < span.opensMinute || minute >= span.closesMinute) return false;
  return holidays !== "closed" || !isFederalHoliday(dayFrom(clock.year, clock.month, clock.day));
}
