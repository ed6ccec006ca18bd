import { inWords } from "#domain/ledger/in-words/reasons";
import { formatInstant, type ZoneId } from "#domain/time";
import type { Account } from "#local/account";
import { funnel } from "./funnel.ts";
import { lawLines } from "./laws.ts";
import { count, several } from "./numbers.ts";
import { byReason, campaignsIn, type Reach, reachOf } from "./reach.ts";
import { type Paint, table } from "./table.ts";
import { openTasks } from "./tasks.ts";

/** Open tasks that are listed; the rest is counted. */
const tasksShownMax = 8;

/** Violations that are listed; `rounds verify` names all. */
const violationsShownMax = 10;

/** The account of a run, for a person: a funnel per campaign, tasks, reasons, laws. */
export function reportOf(account: Account, zone: ZoneId, paint: Paint): string {
  const reach = reachOf(account.reach);
  const sections = [
    ...campaignsIn(reach).map((campaign) => campaignSection(campaign, reach, paint)),
    tasksSection(account, zone, paint),
    reasonsSection("Touches withheld", byReason(reach, "withheld"), "withheld", paint),
    reasonsSection("Enrollments refused", byReason(reach, "refused"), "refused", paint),
    lawsSection(account, paint),
    troubleSection(account, paint),
  ];
  return sections.filter((section) => section !== "").join("\n\n");
}

function campaignSection(campaign: string, reach: Reach, paint: Paint): string {
  const measures = reach[campaign] ?? {};
  const sent = (["sms", "email", "voice"] as const).map((channel) => {
    const value = measures[`sent:${channel}`] ?? 0;
    return several(value, { sms: "text", email: "mail", voice: "call" }[channel]);
  });
  const answers = Object.entries(measures)
    .filter(([measure]) => measure.startsWith("answer:"))
    .toSorted((a, b) => b[1] - a[1])
    .map(([measure, value]) => `${measure.slice("answer:".length)} ${count(value)}`);
  return [
    `${paint.bold(campaign)}  ${paint.dim(sent.join(", "))}`,
    ...funnel(measures, paint),
    ...(answers.length > 0 ? [paint.dim(`  answers: ${answers.join(", ")}`)] : []),
  ].join("\n");
}

function tasksSection({ rows, asOf }: Account, zone: ZoneId, paint: Paint): string {
  const open = openTasks(rows, asOf);
  if (open.length === 0) return `${paint.bold("Open tasks")}\n  none`;
  const lines = open.slice(0, tasksShownMax).map(({ patient, task, raised, isLate }) => {
    const due = formatInstant(task.deadline, zone).slice(0, 16).replace("T", " ");
    return [
      task.priority,
      task.queue,
      task.reason,
      patient,
      isLate ? paint.red(`${due} late`) : due,
      raised,
    ];
  });
  const head = ["priority", "queue", "reason", "patient", "due", "raised"];
  const more = open.length - lines.length;
  return [
    paint.bold(`Open tasks: ${count(open.length)}`),
    table(head, lines, paint),
    ...(more > 0 ? [paint.dim(`  and ${count(more)} more`)] : []),
  ].join("\n");
}

function reasonsSection(
  title: string,
  reasons: readonly (readonly [string, number])[],
  kind: "withheld" | "refused",
  paint: Paint,
): string {
  if (reasons.length === 0) return `${paint.bold(title)}\n  none`;
  const rows = reasons.map(([reason, value]) => [value, reason, inWords(kind, reason)]);
  return `${paint.bold(title)}\n${table(["", "", ""], rows, paint).split("\n").slice(1).join("\n")}`;
}

function lawsSection({ rows, accepted, laws }: Account, paint: Paint): string {
  const lines = lawLines(rows, accepted.length, laws).map((line) => [
    line.violations === 0 ? paint.green("✓") : paint.red("✗"),
    line.law,
    line.title,
    line.evidence,
    line.violations,
  ]);
  const total = laws.violations.length;
  const verdict = `${several(total, "violation")} in ${several(laws.rows, "ledger row")}`;
  const named = laws.violations
    .slice(0, violationsShownMax)
    .map(({ law, patient, subject, message }) => `  law ${law}: ${patient} ${subject}: ${message}`);
  return [
    `${paint.bold("Law check")}: ${total === 0 ? paint.green(verdict) : paint.red(verdict)}`,
    table(["", "law", "", "checked on", "violations"], lines, paint),
    ...named,
  ].join("\n");
}

/** What did not go through the machinery: files, messages, processes. */
function troubleSection(account: Account, paint: Paint): string {
  const lines = [
    ...Object.entries(account.deadLetters).map(([queue, value]) =>
      paint.red(`  ${several(value, "message")} in ${queue}: nobody could handle them`),
    ),
    ...(account.quarantined > 0
      ? [
          `  ${several(account.quarantined, "line")} of the files could not be read and were quarantined`,
        ]
      : []),
    ...killsOf(account),
  ];
  return lines.length === 0 ? "" : `${paint.bold("Put aside")}\n${lines.join("\n")}`;
}

function killsOf({ functions }: Account): readonly string[] {
  const kills = functions.reduce((sum, each) => sum + each.kills, 0);
  return kills === 0
    ? []
    : [`  ${several(kills, "function process", "function processes")} killed`];
}
