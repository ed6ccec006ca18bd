/** What a clock on the wall shows: the date, its ISO weekday and the minute of the day. */
export interface WallTime {
  /** `2026-11-23` */
  readonly date: string;
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly minute: number;
}

/**
 * Reads the clock of a zone by `Intl.DateTimeFormat` alone, one moment at a time: slow, and with
 * nothing of ours in it, so that it can judge what we compute.
 */
export function wallClock(zone: string): (at: number) => WallTime {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return (at) => {
    // `03/08/2026, 01:59`
    const text = format.format(at);
    const date = `${text.slice(6, 10)}-${text.slice(0, 2)}-${text.slice(3, 5)}`;
    return {
      date,
      weekday: weekdayOf(date),
      minute: Number(text.slice(12, 14)) * 60 + Number(text.slice(15, 17)),
    };
  };
}

const weekdays = new Map<string, WallTime["weekday"]>();

function weekdayOf(date: string): WallTime["weekday"] {
  const known = weekdays.get(date);
  if (known !== undefined) return known;
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as WallTime["weekday"];
  weekdays.set(date, weekday);
  return weekday;
}
