import { type Command, InvalidArgumentError, Option } from "commander";
import { type Day, formatDay, parseDay } from "#domain/calendar";
import { understand } from "#domain/reply/understand";
import type { AnswerValue, ReplyContext, Understanding } from "#domain/reply/understanding";
import { lexicon } from "#domain/triage/lexicon";
import { CampaignProblem, loadCampaign } from "../campaign-files.ts";
import { fail, printJson, printLine, readLines, type Terminal } from "../terminal.ts";

interface Options {
  readonly language?: string;
  readonly open?: string;
  readonly channel?: "sms" | "voice" | "email";
  readonly on?: Day;
  readonly confidence?: number;
  readonly json?: true;
}

/** `rounds understand`: what each line of stdin means as a patient's reply. */
export function registerUnderstand(program: Command, terminal: Terminal = process): void {
  program
    .command("understand")
    .description("read patients' replies, one a line on stdin, and say what they mean")
    .option("--language <code>", "the patient's language, tried first: en, es")
    .option(
      "--open <campaign/step>",
      "the open question, such as screening/mammogram/invite; or a campaign file and /step",
    )
    .addOption(
      new Option("--channel <channel>", "how it came; a key press on a call is `voice`").choices([
        "sms",
        "voice",
        "email",
      ]),
    )
    .option("--on <date>", "the patient's day, for “yesterday” and “last Tuesday”", dayOption)
    .option("--confidence <0…1>", "how sure speech recognition was of a transcript", shareOption)
    .option(
      "--json",
      "one object a line: text, optOut, optIn, help, wrongNumber, answer, tier, review, spans",
    )
    .addHelpText(
      "after",
      `
Tiers: T0 self-harm or violence, T1 possible threat to life, T2 same day, T3 clinical, T4 service.
review: a person must read it. Spans are UTF-16 offsets in the line, with the rule that matched.
Digits, dates and words count as answers only with --open.
Red flags by docs/red-flags.md, version ${lexicon.version}.

  echo 'STOP I have chest pain' | rounds understand --json
  echo '2 please' | rounds understand --open screening/mammogram/invite`,
    )
    .action(async (options: Options) => {
      const context = contextOf(options, terminal);
      if (context === undefined) return;
      for await (const text of readLines(terminal.stdin)) {
        const understanding = understand(text, context);
        if (options.json) await printJson(asJson(text, understanding), terminal);
        else await printLine(inWords(text, understanding), terminal);
      }
    });
}

function contextOf(options: Options, terminal: Terminal): ReplyContext | undefined {
  const { language, channel, open, on, confidence } = options;
  const about = {
    ...(language ? { language } : {}),
    ...(channel ? { channel } : {}),
    ...(on === undefined ? {} : { on }),
    ...(confidence === undefined ? {} : { confidence }),
  };
  if (open === undefined) return about;
  const slash = open.lastIndexOf("/");
  try {
    const campaign = loadCampaign(open.slice(0, Math.max(slash, 0)));
    const name = open.slice(slash + 1);
    const step = Object.hasOwn(campaign.steps, name) ? campaign.steps[name] : undefined;
    if (step !== undefined && "answers" in step) return { ...about, question: step };
    const asking = Object.entries(campaign.steps)
      .filter(([, known]) => "answers" in known)
      .map(([known]) => known);
    fail(
      `${campaign.id} asks nothing in "${name}". It asks in: ${asking.join(", ")}.`,
      2,
      terminal,
    );
  } catch (error) {
    if (!(error instanceof CampaignProblem)) throw error;
    fail(error.message, error.problems.length > 0 ? 1 : 2, terminal);
  }
  return undefined;
}

function asJson(text: string, understanding: Understanding) {
  const { optOut, optIn, help, wrongNumber, answer, tier, review, spans } = understanding;
  return {
    text,
    optOut,
    optIn,
    help,
    wrongNumber,
    answer: answer ?? null,
    tier: tier ?? null,
    review,
    spans,
  };
}

function inWords(text: string, understanding: Understanding): string {
  const { optOut, optIn, help, wrongNumber, answer, tier, review, spans, value } = understanding;
  const meanings = [
    tier,
    optOut ? "opt-out" : undefined,
    optIn ? "opt-in" : undefined,
    understanding.keep ? "keep the other programs" : undefined,
    help ? "help" : undefined,
    wrongNumber ? "wrong number" : undefined,
    answer === undefined ? undefined : `answer: ${answer}`,
    value === undefined ? undefined : valueInWords(value),
    understanding.wantsPerson ? "wants a person" : undefined,
    understanding.isDeath ? "the patient has died" : undefined,
    understanding.isViolence ? "violence at home" : undefined,
    understanding.language === undefined ? undefined : `language: ${understanding.language}`,
    ...understanding.reasons.map((reason) => `reason: ${reason}`),
    review ? "a person reads it" : undefined,
  ].filter((meaning) => meaning !== undefined);
  const because = spans.map(({ start, end, rule }) => `${rule} "${text.slice(start, end)}"`);
  const said = meanings.length === 0 ? "nothing to do" : meanings.join(", ");
  return `${text}\n  ${said}${because.length === 0 ? "" : ` (${because.join("; ")})`}`;
}

function valueInWords(value: AnswerValue): string {
  if (value.is === "date") return formatDay(value.day);
  return value.unit === undefined ? `${value.number}` : `${value.number} ${value.unit}`;
}

function dayOption(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError("It is a date, YYYY-MM-DD.");
  return day;
}

function shareOption(text: string): number {
  const share = Number(text);
  if (text.trim() === "" || !(share >= 0 && share <= 1)) {
    throw new InvalidArgumentError("It is a number from 0 to 1.");
  }
  return share;
}
