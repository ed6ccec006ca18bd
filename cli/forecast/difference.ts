import { touchWords } from "#domain/ledger/in-words/reasons";
import type { Channel } from "#domain/patient/contact-point";
import { count } from "../report/numbers.ts";
import { type Paint, table } from "../report/table.ts";
import { money } from "./money.ts";
import type { ForecastTable } from "./table.ts";

/** How a changed campaign differs from another version of it on the same patients and days. */
export type Difference = readonly DifferenceRow[];

interface DifferenceRow {
  /** `inAudience`, `entered`, `sms`, `sms-parts`, `email`, `voice`, `tasks`, `agent-minutes`, `cost`. */
  readonly measure: string;
  readonly against: number;
  readonly now: number;
  readonly change: number;
}

export function differenceBetween(now: ForecastTable, against: ForecastTable): Difference {
  return measures.map(([measure, , of]) => ({
    measure,
    against: of(against),
    now: of(now),
    change: of(now) - of(against),
  }));
}

type Measure = readonly [name: string, words: string, of: (forecast: ForecastTable) => number];

const measures: readonly Measure[] = [
  ["inAudience", "in the audience", ({ audience }) => audience.patients],
  ["entered", "enter", ({ audience }) => audience.entered],
  ...(["sms", "email", "voice"] as const).map(
    (lane): Measure => [lane, `${touchWords[lane]}s`, (forecast) => contactsOn(lane, forecast)],
  ),
  [
    "sms-parts",
    "parts of texts",
    ({ perDay }) => sum(perDay.filter(isText).map((row) => row.units)),
  ],
  ["tasks", "tasks for agents", ({ tasks }) => sum(tasks.map((row) => row.tasks))],
  ["agent-minutes", "minutes of agents", ({ tasks }) => sum(tasks.map((row) => row.minutes))],
  ["cost", "cost", ({ cost }) => cost.total],
];

function isText({ lane }: ForecastTable["perDay"][number]): boolean {
  return lane === "sms";
}

function contactsOn(lane: Channel, { perDay }: ForecastTable): number {
  return sum(perDay.filter((row) => row.lane === lane).map((row) => row.touches + row.notices));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function differenceInWords(
  difference: Difference,
  { against, currency }: { readonly against: string; readonly currency: string },
  paint: Paint,
): string {
  const rows = difference.map((row) => {
    const shown = (value: number) =>
      row.measure === "cost" ? money(value, currency) : count(value);
    const words = measures.find(([measure]) => measure === row.measure)?.[1] ?? row.measure;
    const sign = row.change > 0 ? "+" : "";
    return [words, shown(row.against), shown(row.now), `${sign}${shown(row.change)}`];
  });
  return `${paint.bold("Against")} ${against}\n${table(["", "before", "now", "change"], rows, paint)}`;
}
