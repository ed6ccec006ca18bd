import { createInterface } from "node:readline";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Campaign } from "#domain/campaign/campaign";
import type { Channel } from "#domain/patient/contact-point";
import { channels } from "#domain/patient/contact-point";
import {
  type MadePatient,
  profileOfMade,
  recordOfMade,
  rulesOfMade,
} from "#domain/preview/made-patient";
import { Teller } from "#domain/preview/teller";
import { beginWalk, type Walk } from "#domain/preview/walk";
import { atLocal, dayOf, formatDay, isZone, parseDay } from "#domain/time";
import { CampaignProblem, loadCampaign } from "../campaign-files.ts";
import { fail, isTerminal, printLine, type Terminal } from "../terminal.ts";
import { type Ending, endingsOf } from "../try/endings.ts";
import { oakClinic } from "../try/oak-clinic.ts";
import { type Screen, screen } from "../try/screen.ts";

interface Options {
  readonly language: string;
  readonly zone: string;
  readonly has: readonly Channel[];
  readonly on?: string;
}

/** Nobody makes this many choices; a script that does has lost its way. */
const choicesMax = 500;

/** `rounds try`: walk one patient through a campaign, choosing what everybody does. */
export function registerTry(program: Command, terminal: Terminal = process): void {
  program
    .command("try")
    .description("walk one patient through a campaign in the terminal")
    .argument("<campaign>", "`screening/mammogram`, a campaign's folder or its campaign.yaml")
    .option("--language <code>", "the patient's language", "en")
    .option("--zone <zone>", "the patient's time zone", "America/New_York")
    .addOption(
      new Option("--has <channels>", "how the patient can be reached, such as sms,email")
        .argParser(channelsIn)
        .default(channels, "sms,voice,email"),
    )
    .option("--on <date>", "the day it begins, YYYY-MM-DD (default: today)")
    .addHelpText(
      "after",
      `
One choice a line: a digit answers, s lets time pass, r and u are the agent's, g meets the goal,
anything longer is what the patient writes. It runs the code that decides in production; nothing
is sent.

  rounds try screening/mammogram
  printf 's\\ns\\n1\\nr\\ng\\n' | rounds try screening/mammogram --on 2026-11-30`,
    )
    .action(async (ref: string, options: Options) => {
      try {
        await walkThrough(loadCampaign(ref), options, terminal);
      } catch (error) {
        if (!(error instanceof CampaignProblem)) throw error;
        fail(error.message, error.problems.length > 0 ? 1 : 2, terminal);
      }
    });
}

function channelsIn(text: string): readonly Channel[] {
  return text.split(",").map((part) => {
    const channel = channels.find((known) => known === part.trim());
    if (!channel) throw new InvalidArgumentError(`Choose from ${channels.join(", ")}.`);
    return channel;
  });
}

async function walkThrough(
  campaign: Campaign,
  options: Options,
  terminal: Terminal,
): Promise<void> {
  if (!isZone(options.zone)) return fail(`${options.zone} is not a time zone.`, 2, terminal);
  const day = options.on === undefined ? dayOf(Date.now(), options.zone) : parseDay(options.on);
  if (day === undefined) return fail(`${options.on} is not a date: write YYYY-MM-DD.`, 2, terminal);
  const { language, zone, has } = options;
  const player: MadePatient = { language, zone, has };
  const organization = oakClinic(zone);
  const profile = profileOfMade(player, organization, day);
  const walk = beginWalk({
    campaign,
    record: recordOfMade(profile, has, day),
    rules: rulesOfMade(campaign, organization),
    at: atLocal(day, 600, zone),
    enroll: { episode: formatDay(day) },
  });
  const view = screen(player, isTerminal(terminal.stdout));
  await printLine(`${campaign.title} (${campaign.id}), with ${organization.name}`, terminal);
  const teller = new Teller(walk, { campaign, organization, profile });
  await play({ walk, teller, view }, terminal);
  await printEnd(walk, endingsOf(campaign, player), view, terminal);
}

/** A walk, and how it is told. */
interface Playing {
  readonly walk: Walk;
  readonly teller: Teller;
  readonly view: Screen;
}

async function play(playing: Playing, terminal: Terminal): Promise<void> {
  const reader = createInterface({ input: terminal.stdin });
  try {
    await playLines(playing, terminal, reader[Symbol.asyncIterator]());
  } finally {
    // Left open, a terminal would keep the command from ending.
    reader.close();
  }
}

async function playLines(
  { walk, teller, view }: Playing,
  terminal: Terminal,
  lines: AsyncIterator<string, unknown>,
): Promise<void> {
  for (let choices = 0; choices < choicesMax; choices += 1) {
    for (const event of walk.news()) {
      const told = teller.tell(event);
      for (const line of told ? view.happened(told) : []) await printLine(line, terminal);
    }
    if (!walk.enrollment()) return;
    await printLine(`\n${view.moment(walk.rehearsal.now())}. What happens?`, terminal);
    for (const line of view.choices(walk)) await printLine(line, terminal);
    terminal.stdout.write("> ");
    const { value, done } = await lines.next();
    // A person sees the choice as it is typed; a log shows it only when it is written.
    await printLine(isTerminal(terminal.stdout) || done ? "" : String(value), terminal);
    if (done || value.trim() === "q") return;
    const refusal = choose(walk, value.trim());
    if (refusal !== undefined) await printLine(refusal, terminal);
  }
}

/** Does what was chosen; what cannot be chosen now is said. */
function choose(walk: Walk, choice: string): string | undefined {
  switch (choice) {
    case "":
      return undefined;
    case "s":
      if (walk.isRinging()) return "The phone is ringing: v or n, or a digit.";
      return walk.wait() ? undefined : "Nothing more happens by itself.";
    case "v":
    case "n":
      if (!walk.isRinging()) return "No phone is ringing.";
      walk.tookCall(choice === "v" ? "machine" : "no-answer");
      return undefined;
    case "r":
    case "u":
      if (!walk.task()) return "There is no open task.";
      walk.resolve(choice === "r" ? "resolved" : "unreachable");
      return undefined;
    case "g":
    case "x":
      walk.facts(choice === "g" ? "goal-met" : "not-eligible");
      return undefined;
    default:
      walk.say(choice);
      return undefined;
  }
}

async function printEnd(
  walk: Walk,
  endings: readonly Ending[],
  view: Screen,
  terminal: Terminal,
): Promise<void> {
  const ended = walk.rehearsal.events().findLast((event) => event.type === "enrollment-ended");
  const refused = walk.rehearsal.events().some((event) => event.type === "enrollment-refused");
  if (ended) {
    await printLine(`\nEnded ${view.moment(ended.at)}: ${ended.outcome}`, terminal);
  } else if (!refused) {
    await printLine("\nStopped before an ending.", terminal);
  }
  const task = walk.task();
  if (task) await printLine(`Still open for agents: ${task.reason}`, terminal);
  await printLine("Endings, with one way to each:", terminal);
  for (const { outcome, way } of endings) {
    const mark = outcome === ended?.outcome ? "*" : " ";
    await printLine(`  ${mark} ${outcome.padEnd(16)} ${way.join(" › ")}`, terminal);
  }
}
