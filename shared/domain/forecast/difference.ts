import type { Channel } from "../patient/contact-point.ts";
import type { ForecastTable } from "./table.ts";

/** In the order in which they are told. */
export const differenceMeasures = [
  "inAudience",
  "entered",
  "sms",
  "email",
  "voice",
  "sms-parts",
  "tasks",
  "agent-minutes",
  "cost",
] as const;
export type DifferenceMeasure = (typeof differenceMeasures)[number];

/** How a changed campaign differs from another version of it on the same patients and days. */
export type Difference = readonly DifferenceRow[];

interface DifferenceRow {
  readonly measure: DifferenceMeasure;
  readonly against: number;
  readonly now: number;
  readonly change: number;
}

export function differenceBetween(now: ForecastTable, against: ForecastTable): Difference {
  return measures.map(([measure, of]) => ({
    measure,
    against: of(against),
    now: of(now),
    change: of(now) - of(against),
  }));
}

type Measure = readonly [name: DifferenceMeasure, of: (forecast: ForecastTable) => number];

const measures: readonly Measure[] = [
  ["inAudience", ({ audience }) => audience.patients],
  ["entered", ({ audience }) => audience.entered],
  ["sms", (forecast) => contactsOn("sms", forecast)],
  ["email", (forecast) => contactsOn("email", forecast)],
  ["voice", (forecast) => contactsOn("voice", forecast)],
  ["sms-parts", ({ perDay }) => sum(perDay.filter(isText).map((row) => row.units))],
  ["tasks", ({ tasks }) => sum(tasks.map((row) => row.tasks))],
  ["agent-minutes", ({ tasks }) => sum(tasks.map((row) => row.minutes))],
  ["cost", ({ cost }) => cost.total],
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
