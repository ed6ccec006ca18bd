import type { ForecastTable } from "#domain/forecast/table";
import type { ReasonCount } from "#domain/forecast/tally";
import { inWords, touchWords } from "#domain/ledger/in-words/reasons";
import type { Channel } from "#domain/patient/contact-point";
import { bar } from "../report/funnel.ts";
import { count, percent, several } from "../report/numbers.ts";
import { type Paint, table } from "../report/table.ts";
import { capacitySection } from "./capacity-in-words.ts";
import { dayRows } from "./day-rows.ts";
import { money } from "./money.ts";

/** The forecast for a person: who enters, what they get, whose work it makes, what it costs. */
export function forecastInWords(forecast: ForecastTable, paint: Paint): string {
  const sections = [
    headOf(forecast, paint),
    audienceSection(forecast, paint),
    daysSection(forecast, paint),
    lanesSection(forecast, paint),
    touchesSection(forecast, paint),
    enrollmentsSection(forecast, paint),
    agentsSection(forecast, paint),
    costSection(forecast, paint),
    capacitySection(forecast, paint),
    summaryOf(forecast),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function headOf({ campaign, on, through, answers, seed }: ForecastTable, paint: Paint): string {
  const model = answers === "silence" ? "if nobody answers" : `likely answers, seed ${seed}`;
  return `${paint.bold(campaign)}  ${paint.dim(`${on} to ${through}, ${model}`)}`;
}

function audienceSection({ patients, audience }: ForecastTable, paint: Paint): string {
  const share = percent(audience.patients, patients);
  return [
    `${paint.bold("Audience")}: ${count(audience.patients)} of ${count(patients)} patients (${share})`,
    `  ${count(audience.entered)} enter`,
    ...reasonLines(audience.keptOut, (reason) => keptOut[reason] ?? inWords("refused", reason)),
  ].join("\n");
}

/** Why somebody of the audience is kept out, where the record's own reason says less. */
const keptOut: Readonly<Record<string, string>> = {
  deceased: "have died",
  inactive: "are marked as inactive",
  replaced: "were merged into another record",
  minor: "are minors whose guardian cannot be reached",
  holdout: "kept out to measure what outreach does",
};

function reasonLines(
  reasons: readonly ReasonCount[],
  words: (reason: string) => string,
): readonly string[] {
  const width = Math.max(0, ...reasons.map((each) => count(each.count).length));
  return reasons.map(
    (each) => `  ${count(each.count).padStart(width)}  ${each.reason}: ${words(each.reason)}`,
  );
}

const dayBar = 24;

function daysSection(forecast: ForecastTable, paint: Paint): string {
  const { span, rows } = dayRows(forecast);
  if (rows.length === 0) return "";
  const most = Math.max(1, ...rows.map((row) => row.contacts));
  const head = [span, "enter", "texts", "parts", "mails", "calls", "tasks", ""];
  const lines = rows.map((row) => [
    ...[row.from, row.entering, row.texts, row.parts, row.mails, row.calls, row.tasks],
    paint.cyan(bar(row.contacts / most, dayBar)),
  ]);
  return `${paint.bold(`Each ${span}`)}\n${table(head, lines, paint)}`;
}

function lanesSection({ perDay }: ForecastTable, paint: Paint): string {
  if (perDay.length === 0) return "";
  const sums = new Map<string, [string, string, number, number]>();
  for (const { lane, language, touches, notices, units } of perDay) {
    const key = `${lane}/${language}`;
    const [, , before = 0, unitsBefore = 0] = sums.get(key) ?? [];
    const sum = before + touches + notices;
    sums.set(key, [`${touchWords[lane]}s`, language, sum, unitsBefore + units]);
  }
  const rows = [...sums.values()].toSorted((a, b) => b[2] - a[2] || (a[1] < b[1] ? -1 : 1));
  return `${paint.bold("By lane and language")}\n${table(["", "language", "contacts", "parts"], rows, paint)}`;
}

function touchesSection({ touches }: ForecastTable, paint: Paint): string {
  const { planned, made, withheld, waiting } = touches;
  return [
    `${paint.bold("Contacts planned")}: ${count(planned)}`,
    `  ${count(made)} made, ${count(waiting)} still to come when the days are over`,
    ...reasonLines(withheld, (reason) => inWords("withheld", reason)),
  ].join("\n");
}

function enrollmentsSection({ enrollments }: ForecastTable, paint: Paint): string {
  return [
    `${paint.bold("Enrollments")}: ${count(enrollments.entered)}`,
    ...enrollments.ended.map((each) => `  ${count(each.count)} end: ${each.reason}`),
    `  ${count(enrollments.underWay)} still under way when the days are over`,
  ].join("\n");
}

function agentsSection({ tasks, assumptions }: ForecastTable, paint: Paint): string {
  if (tasks.length === 0) return `${paint.bold("Agents")}: no task`;
  const queues = [...new Set(tasks.map(({ queue }) => queue))].toSorted();
  const rows = queues.map((queue) => {
    const own = tasks.filter((row) => row.queue === queue);
    const busiest = own.reduce((most, row) => (row.tasks > most.tasks ? row : most));
    const minutes = own.reduce((sum, row) => sum + row.minutes, 0);
    const sum = own.reduce((all, row) => all + row.tasks, 0);
    return [queue, sum, hours(minutes), `${busiest.day}: ${count(busiest.tasks)}`];
  });
  const each = `${assumptions["agentMinutesPerTask"]} minutes each`;
  return `${paint.bold("Agents")}  ${paint.dim(each)}\n${table(["queue", "tasks", "work", "busiest day"], rows, paint)}`;
}

function hours(minutes: number): string {
  return minutes < 90 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`;
}

const lineWords: Readonly<Record<string, string>> = {
  "sms-part": "parts of texts",
  email: "mails",
  "call-minute": "minutes of calls",
  "telephony-minute": "minutes on the phone network",
  "agent-task": "tasks in Connect",
  platform: "contacts, for the platform",
};

function costSection({ cost }: ForecastTable, paint: Paint): string {
  const rows = cost.lines
    .filter(({ quantity }) => quantity > 0)
    .map(({ line, quantity, each, amount, isVerified }) => [
      money(amount, cost.currency),
      count(Math.round(quantity)),
      lineWords[line] ?? line,
      `at ${each}`,
      isVerified ? "" : "unverified",
    ]);
  const title = `${paint.bold("Cost")}: ${money(cost.total, cost.currency)}, ${money(cost.perThousand, cost.currency)} for a thousand contacts`;
  const dated = paint.dim(`  prices of ${cost.asOf}, without the pay of agents`);
  if (rows.length === 0) return `${title}${dated}`;
  return `${title}${dated}\n${table(["", "", "", "", ""], rows, paint).split("\n").slice(1).join("\n")}`;
}

function summaryOf(forecast: ForecastTable): string {
  const { campaign, answers, days, audience, cost, tasks, capacity } = forecast;
  const made = (lane: Channel) =>
    forecast.perDay
      .filter((row) => row.lane === lane)
      .reduce((sum, row) => sum + row.touches + row.notices, 0);
  const contacts = (["sms", "email", "voice"] as const)
    .map((lane) => several(made(lane), touchWords[lane]))
    .join(", ");
  const minutes = tasks.reduce((sum, row) => sum + row.minutes, 0);
  const work = tasks.reduce((sum, row) => sum + row.tasks, 0);
  const when = answers === "silence" ? "If nobody answers" : "If people answer as assumed";
  const enter = `${several(audience.entered, "patient")} ${audience.entered === 1 ? "enters" : "enter"}`;
  const late = capacity.reduce((sum, lane) => sum + lane.late, 0);
  const warning = late === 0 ? "" : ` ${several(late, "contact")} cannot leave in time.`;
  return (
    `${when}, ${enter} ${campaign} within ${several(days, "day")}: ` +
    `${contacts}, ${several(work, "task")} for agents (${hours(minutes)}), ` +
    `about ${money(cost.total, cost.currency)}.${warning}`
  );
}
