import { existsSync } from "node:fs";
import type { Command } from "commander";
import { isSound } from "#domain/campaign/check";
import { type Day, dayOf, parseDay } from "#domain/time";
import { campaignsFolder } from "../campaign-files.ts";
import { findProblems } from "../find-problems.ts";
import { printProblems } from "../report/problems.ts";
import { fail, printJson, problem, type Terminal } from "../terminal.ts";

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
    .option("--pages <host>", "the name under which patients open your pages: care.oak.example")
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
      const { problems, files, missing } = findProblems(asked, {
        today,
        domains: options.domain.map((domain) => domain.toLowerCase()),
        ...(options.pages === undefined ? {} : { pages: options.pages }),
        ...(options.concepts === undefined ? {} : { concepts: options.concepts }),
      });
      for (const path of missing) fail(`${path}: there is no campaign here.`, 2, terminal);
      if (!isSound(problems)) problem(1, terminal);
      if (options.json) {
        for (const each of problems) await printJson(each, terminal);
        return;
      }
      await printProblems(problems, files.length, terminal);
    });
}

interface Options {
  readonly json?: true;
  readonly on?: string;
  readonly concepts?: string;
  readonly domain: readonly string[];
  readonly pages?: string;
}

function dayAsked(text: string | undefined): Day | undefined {
  // The one clock of this command: a review is past or not on the day somebody asks.
  return text === undefined ? dayOf(Date.now(), "UTC") : parseDay(text);
}
