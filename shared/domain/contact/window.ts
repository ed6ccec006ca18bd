import { type Day, type Weekday, weekdayOf } from "../calendar.ts";
import type { ZoneId } from "../zone.ts";
import { isFederalHoliday } from "./holidays.ts";

/** From when until when, on one day: minutes after local midnight, 0…1440, the close not included. */
export interface DayHours {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/**
 * When contacts may start, as plain JSON. Whatever it names can only narrow the week: a holiday or
 * a closed day never opens a day that its weekday keeps closed.
 */
export interface ContactWindow {
  /** By ISO weekday, 1 Monday … 7 Sunday; one that is left out is closed. */
  readonly byWeekday: Readonly<Partial<Record<Weekday, DayHours>>>;
  /** US federal holidays, on the days observed: as any other day, closed, or within these hours. */
  readonly holidays: "open" | "closed" | DayHours;
  /** Days on which nobody is contacted: the organization's own holidays. */
  readonly closedDays?: readonly Day[];
  /** The clock it is read on, where a law names one; else that of the patient. */
  readonly zone?: ZoneId;
}

/** The hours of one day; undefined when it is closed, also by hours that end before they begin. */
export function hoursOn(day: Day, window: ContactWindow): DayHours | undefined {
  const hours = window.byWeekday[weekdayOf(day)];
  if (hours === undefined || window.closedDays?.includes(day)) return undefined;
  if (window.holidays === "open" || !isFederalHoliday(day)) return opening(hours);
  return window.holidays === "closed" ? undefined : opening(common(hours, window.holidays));
}

function common(a: DayHours, b: DayHours): DayHours {
  return {
    opensMinute: Math.max(a.opensMinute, b.opensMinute),
    closesMinute: Math.min(a.closesMinute, b.closesMinute),
  };
}

function opening(hours: DayHours): DayHours | undefined {
  return hours.opensMinute < hours.closesMinute ? hours : undefined;
}
