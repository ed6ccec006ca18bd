import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import {
  type CampaignFiles,
  findCampaigns,
  type LocatedProblem,
  readCampaignFiles,
} from "#adapters/files/campaign-files";
import {
  problemsOfConversation,
  problemsOfSharedConversations,
} from "#adapters/files/conversation-files";
import { problemsOfNotices } from "#adapters/files/notice-files";
import { problemsOfRules, readRules } from "#adapters/files/rule-files";
import { type CheckContext, check, isSound } from "#domain/campaign/check";
import { checkCatalog } from "#domain/campaign/checks/catalog";
import { type Day, dayOf, parseDay } from "#domain/time";
import { findBeside } from "../beside-campaigns.ts";
import { campaignsFolder } from "../campaign-files.ts";
import { loadConcepts } from "../concepts.ts";
import { loadRules, ruleFolders } from "../rules.ts";
import { fail, isTerminal, printJson, printLine, problem, type Terminal } from "../terminal.ts";

/** `rounds check`: every problem of campaign files at once, with file, line and what to do. */
export function registerCheck(program: Command, terminal: Terminal = process): void {
  program
    .command("check")
    .description("name every problem of campaign files")
    .argument("[path...]", "a folder of campaigns, a campaign's folder or one of its files")
    .option("--json", "one object a line: file, line, column, code, severity, message")
    .option("--concepts <folder>", "concept lists of your own (FHIR ValueSets)")
    .option(
      "--domain <domain...>",
      "the organization's own domains, to which messages may link: oak.example",
      [],
    )
    .option("--on <date>", "judge review dates on this day, YYYY-MM-DD (default: today)")
    .addHelpText(
      "after",
      `
Exits with 0 when there is no error (warnings may be there), 1 with errors, 2 when asked wrongly.

  rounds check campaigns/screening
  rounds check --json campaigns | jq .code`,
    )
    .action(async (paths: readonly string[], options: Options) => {
      const today = dayAsked(options.on);
      if (today === undefined) {
        fail(`${options.on} is not a date: write YYYY-MM-DD.`, 2, terminal);
        return;
      }
      if (options.concepts !== undefined && !existsSync(options.concepts)) {
        fail(`${options.concepts}: there is no such folder.`, 2, terminal);
        return;
      }
      const asked = paths.length > 0 ? paths : [campaignsFolder()];
      const { campaigns, ...beside } = findBeside(asked);
      const { files, missing } = findCampaigns(campaigns);
      for (const path of missing) fail(`${path}: there is no campaign here.`, 2, terminal);
      const problems = problemsIn(files, beside, {
        today,
        concepts: loadConcepts(options.concepts).concepts,
        domains: options.domain.map((domain) => domain.toLowerCase()),
      });
      if (!isSound(problems)) problem(1, terminal);
      if (options.json) {
        for (const each of problems) await printJson(each, terminal);
        return;
      }
      await printAll(problems, files.length, terminal);
    });
}

interface Options {
  readonly json?: true;
  readonly on?: string;
  readonly concepts?: string;
  readonly domain: readonly string[];
}

function dayAsked(text: string | undefined): Day | undefined {
  // The one clock of this command: a review is past or not on the day somebody asks.
  return text === undefined ? dayOf(Date.now(), "UTC") : parseDay(text);
}

function problemsInRules(folder: string): readonly LocatedProblem[] {
  const { rules, problems } = readRules([...ruleFolders(), folder]);
  const own = problems.filter(({ file }) => dirname(resolve(file)) === resolve(folder));
  return [...own, ...problemsOfRules(folder, rules)];
}

function problemsIn(
  paths: readonly string[],
  beside: Omit<ReturnType<typeof findBeside>, "campaigns">,
  context: CheckContext,
): readonly LocatedProblem[] {
  const campaigns = paths.map(readCampaignFiles);
  const found = campaigns.flatMap((files) => [
    ...files.mistakes,
    ...check(files.source, { ...context, rules: loadRules(files.file).rules }).map(files.locate),
    ...files.conversations.flatMap(problemsOfConversation),
  ]);
  const twice = checkCatalog(campaigns.map(({ source }) => source));
  for (const { index, problem: each } of twice)
    found.push((campaigns[index] as CampaignFiles).locate(each));
  found.push(
    ...beside.notices.flatMap((folder) => problemsOfNotices(folder, context.domains)),
    ...beside.rules.flatMap(problemsInRules),
    ...beside.conversations.flatMap(problemsOfSharedConversations),
  );
  return found.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function printAll(
  problems: readonly LocatedProblem[],
  campaigns: number,
  terminal: Terminal,
): Promise<void> {
  const paint = pc.createColors(isTerminal(terminal.stdout));
  for (const { file, line, column, severity, code, message } of problems) {
    const kind = severity === "error" ? paint.red(severity) : paint.yellow(severity);
    await printLine(`${file}:${line}:${column} ${kind} ${code} ${message}`, terminal);
  }
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const counts = `${plural(errors, "error")}, ${plural(warnings, "warning")}`;
  const what = plural(campaigns, "campaign");
  await printLine(
    errors > 0 ? paint.red(`${what}: ${counts}`) : paint.green(`${what}: ${counts}`),
    terminal,
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
