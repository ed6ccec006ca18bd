import type { ForecastTable } from "#domain/forecast/table";
import { formatDay, parseDay } from "#domain/time";

/** What happens on one day, or in the week that begins with it. */
export interface DayRow {
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly entering: number;
  readonly texts: number;
  readonly parts: number;
  readonly mails: number;
  readonly calls: number;
  readonly tasks: number;
  readonly contacts: number;
}

/** More rows than a screen holds are told by week. Days. */
const daysMax = 42;

/** The days on which anything happens, or the weeks from the first day where there are many. */
export function dayRows(forecast: ForecastTable): {
  readonly span: "day" | "week";
  readonly rows: readonly DayRow[];
} {
  const span = forecast.days > daysMax ? "week" : "day";
  const start = parseDay(forecast.on) ?? 0;
  const rows = new Map<string, DayRow>();
  const add = (day: string, more: Partial<Omit<DayRow, "from">>) => {
    const offset = (parseDay(day) ?? start) - start;
    const from = formatDay(start + (span === "week" ? offset - (offset % 7) : offset));
    rows.set(from, summed(rows.get(from) ?? { ...nothing, from }, more));
  };
  for (const { day, enrollments } of forecast.entering) add(day, { entering: enrollments });
  for (const { day, tasks } of forecast.tasks) add(day, { tasks });
  for (const { day, lane, touches, notices, units } of forecast.perDay) {
    const contacts = touches + notices;
    if (lane === "sms") add(day, { texts: contacts, parts: units, contacts });
    else add(day, { [lane === "email" ? "mails" : "calls"]: contacts, contacts });
  }
  return { span, rows: [...rows.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

const nothing = { entering: 0, texts: 0, parts: 0, mails: 0, calls: 0, tasks: 0, contacts: 0 };

function summed(row: DayRow, more: Partial<Omit<DayRow, "from">>): DayRow {
  const sum = (name: keyof typeof nothing) => row[name] + (more[name] ?? 0);
  return {
    from: row.from,
    entering: sum("entering"),
    texts: sum("texts"),
    parts: sum("parts"),
    mails: sum("mails"),
    calls: sum("calls"),
    tasks: sum("tasks"),
    contacts: sum("contacts"),
  };
}
