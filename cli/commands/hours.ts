import type { Command } from "commander";
import * as z from "zod";
import { defaultPolicy } from "#domain/contact/default-policy";
import { isOpen, nextOpen } from "#domain/contact/hours";
import type { ContactWindow } from "#domain/contact/window";
import { formatHours, parseWindow } from "#domain/contact/window-text";
import { formatInstant, type Instant, isZone, parseInstant, type ZoneId } from "#domain/time";
import {
  fail,
  isTerminal,
  printJson,
  printLine,
  problem,
  readLines,
  type Terminal,
} from "../terminal.ts";

const Query = z.object({
  zones: z.array(z.string()).optional(),
  at: z.string(),
  window: z.string().optional(),
  days: z.union([z.string(), z.array(z.string())]).optional(),
  closedOnHolidays: z.boolean().optional(),
});
type Query = z.infer<typeof Query>;

interface Options {
  readonly zone?: readonly string[];
  readonly zone2?: readonly string[];
  readonly at?: string;
  readonly window?: string;
  readonly days?: string;
  readonly closedOnHolidays?: boolean;
  readonly json?: true;
}

interface Hours {
  readonly open: boolean;
  /** Null when the zones are not open together within 35 days. */
  readonly nextOpen: string | null;
}

/** `rounds hours`: whether a contact may start, by the same rule as every send. */
export function registerHours(program: Command, terminal: Terminal = process): void {
  const several = (value: string, before: readonly string[] = []) => [...before, value];
  program
    .command("hours")
    .description("tell whether a contact may start at an instant, in every zone given")
    .option("--zone <zone>", "IANA zone of the patient; repeat it to intersect several", several)
    .option("--zone2 <zone>", "the same as a second --zone", several)
    .option("--at <instant>", "ISO 8601 with offset; without it, queries are read from stdin")
    .option("--window <hours>", "local opening hours, as 08:00-21:00")
    .option("--days <days>", "every, or a list such as mon-sat or mon,wed,fri")
    .option("--closed-on-holidays", "closed on US federal holidays, on the days observed")
    .option("--json", "one object a line: open, nextOpen")
    .addHelpText("after", help)
    .action(async (options: Options) => {
      if (options.at !== undefined) return askOnce(options, options.at, terminal);
      await askEachLine(options, terminal);
    });
}

const help = `
nextOpen is the first instant, the one asked for included, at which every zone is open: when it is
open now, nextOpen is that very instant. It is written in the first zone's offset, and null when the
zones are not open together within 35 days.

Without --window, --days and --closed-on-holidays the default policy holds: Monday to Saturday
${formatHours(defaultPolicy.window)}, closed on US federal holidays. With any of them, the hours not given are those,
the days not given are every day, and holidays are open unless asked otherwise.

On stdin, one JSON object a line; what it leaves out is taken from the options:
  {"zones":["America/New_York"],"at":"2026-03-08T12:59:00Z","window":"08:00-21:00","days":"every"}
("closedOnHolidays": true closes holidays.) A line that cannot be read answers {"error","line"}, the
rest goes on, and the exit code is 1.`;

async function askOnce(options: Options, at: string, terminal: Terminal): Promise<void> {
  const answer = hoursAt(withDefaults({ at }, options));
  if (typeof answer === "string") return fail(`hours: ${answer}`, 2, terminal);
  await answerWith(answer, options, terminal);
}

async function askEachLine(options: Options, terminal: Terminal): Promise<void> {
  if ("isTTY" in terminal.stdin && terminal.stdin.isTTY && isTerminal(terminal.stderr)) {
    terminal.stderr.write("One JSON query a line; Ctrl-D ends. (--help shows its shape.)\n");
  }
  let line = 0;
  for await (const text of readLines(terminal.stdin)) {
    line++;
    if (text.trim() === "") continue;
    const query = parseQuery(text);
    const answer = typeof query === "string" ? query : hoursAt(withDefaults(query, options));
    if (typeof answer !== "string") await answerWith(answer, options, terminal);
    else if (options.json) {
      problem(1, terminal);
      await printJson({ error: answer, line }, terminal);
    } else fail(`line ${line}: ${answer}`, 1, terminal);
  }
}

function parseQuery(text: string): Query | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "not a JSON object";
  }
  const parsed = Query.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join(".") || "query"}: ${issue?.message ?? "cannot be read"}`;
}

function withDefaults(query: Query, options: Options): Query {
  const zones = [...(options.zone ?? []), ...(options.zone2 ?? [])];
  return {
    zones: query.zones ?? zones,
    at: query.at,
    window: query.window ?? options.window,
    days: query.days ?? options.days,
    closedOnHolidays: query.closedOnHolidays ?? options.closedOnHolidays,
  };
}

/** The answer, or in words why the question cannot be answered. */
function hoursAt(query: Query): Hours | string {
  const zones = query.zones ?? [];
  if (zones.length === 0) return "no zone given";
  const unknown = zones.find((zone) => !isZone(zone));
  if (unknown !== undefined) return `unknown zone: ${unknown}`;
  const at = parseInstant(query.at);
  if (at === undefined) return `not an instant with its offset: ${query.at}`;
  const window = windowOf(query);
  if (typeof window === "string") return window;
  return ask(at, zones, window);
}

function windowOf({ window, days, closedOnHolidays }: Query): ContactWindow | string {
  if (window === undefined && days === undefined && closedOnHolidays === undefined) {
    return defaultPolicy.window;
  }
  const hours = window ?? formatHours(defaultPolicy.window);
  const list = days === undefined || typeof days === "string" ? days : days.join(",");
  return (
    parseWindow(hours, list, closedOnHolidays) ??
    `cannot read the window: ${hours}${list === undefined ? "" : `, ${list}`}`
  );
}

function ask(at: Instant, zones: readonly ZoneId[], window: ContactWindow): Hours {
  const opens = nextOpen(at, zones, [window]);
  return {
    open: isOpen(at, zones, [window]),
    nextOpen: opens === undefined ? null : formatInstant(opens, zones[0]),
  };
}

async function answerWith(answer: Hours, options: Options, terminal: Terminal): Promise<void> {
  if (options.json) return printJson(answer, terminal);
  if (answer.open) return printLine(`open at ${answer.nextOpen}`, terminal);
  await printLine(
    answer.nextOpen === null
      ? "closed, and not open within 35 days"
      : `closed, opens ${answer.nextOpen}`,
    terminal,
  );
}
