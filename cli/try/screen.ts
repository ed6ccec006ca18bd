import pc from "picocolors";
import { formatClock } from "#domain/calendar";
import type { Campaign } from "#domain/campaign/campaign";
import { compose } from "#domain/message/compose";
import { pageExample } from "#domain/message/variables";
import type { Organization } from "#domain/patient/organization";
import type { RecordEvent } from "#domain/record/event";
import { taskWords } from "#domain/task/words";
import { formatDay, type Instant, localTime, weekdayOf, type ZoneId } from "#domain/time";
import type { Walk } from "./walk.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** How a walk looks: what the patient sees, what agents get, what can be done now. */
export interface Screen {
  happened(event: RecordEvent): readonly string[];
  choices(walk: Walk): readonly string[];
  moment(at: Instant): string;
}

export function screen(
  campaign: Campaign,
  organization: Organization,
  player: { readonly language: string; readonly zone: ZoneId },
  isColored: boolean,
): Screen {
  const paint = pc.createColors(isColored);
  const moment = (at: Instant): string => {
    const { day, minute } = localTime(at, player.zone);
    return `${weekdays[weekdayOf(day) - 1]} ${formatDay(day)} ${formatClock(minute)}`;
  };
  const head = (at: Instant, what: string): string =>
    `${paint.dim(moment(at))}  ${paint.bold(what)}`;

  const sent = (event: RecordEvent & { type: "touch-accepted" }): readonly string[] => {
    const composed = compose({
      touch: event.touch,
      channel: event.channel,
      campaign,
      organization,
      profile: { given: "Maria", language: player.language },
      page: pageExample,
    });
    if (!composed) return [head(event.at, "A message without words")];
    switch (composed.channel) {
      case "sms":
        return [head(event.at, "A text to the patient"), ...boxed(composed.text)];
      case "email":
        return [
          head(event.at, `Mail to the patient: ${composed.subject}`),
          ...boxed(composed.text),
        ];
      case "voice":
        return [head(event.at, "The patient's phone rings"), ...boxed(composed.text)];
    }
  };

  return {
    moment,
    happened: (event) => {
      switch (event.type) {
        case "touch-accepted":
          return sent(event);
        case "touch-withheld":
          return [head(event.at, `Not sent: ${event.reason}`)];
        case "escalated": {
          const { reason, queue, priority, deadline } = event.task;
          return [
            head(event.at, `A task for ${queue} (${priority}, by ${moment(deadline)})`),
            ...boxed(taskWords(reason, campaign)),
          ];
        }
        case "task-raised":
          return event.raised > 1 ? [head(event.at, "The task is overdue and raised again")] : [];
        case "enrollment-refused":
          return [head(event.at, `Not enrolled: ${event.reason}`)];
        default:
          return [];
      }
    },
    choices: (walk) =>
      choicesOf(walk, moment).map(([key, what]) => `  ${paint.cyan(key.padEnd(3))} ${what}`),
  };
}

function boxed(text: string): readonly string[] {
  const lines = text
    .trimEnd()
    .split("\n")
    .flatMap((line) => folded(line, 76));
  return lines.map((line) => `  | ${line}`.trimEnd());
}

function folded(line: string, width: number): readonly string[] {
  const lines = [""];
  for (const word of line.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && last.length + word.length + 1 > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}

function choicesOf(
  walk: Walk,
  moment: (at: Instant) => string,
): readonly (readonly [string, string])[] {
  const enrollment = walk.enrollment();
  const task = walk.task();
  const isRinging = walk.isRinging();
  const digits = enrollment && enrollment.state.status !== "escalated" ? walk.answers() : {};
  const act = isRinging ? "picks up and presses" : "answers";
  const next = walk.rehearsal.nextAt();
  return [
    ...Object.entries(digits).map(
      ([digit, answer]) => [digit, `the patient ${act} ${digit}: ${answer}`] as const,
    ),
    ...(isRinging
      ? ([
          ["9", "the patient picks up and presses 9: no more calls"],
          ["v", "a machine takes the call"],
          ["n", "nobody answers"],
        ] as const)
      : []),
    ...(task
      ? ([
          ["r", `the agent deals with “${task.reason}”: resolved`],
          ["u", `the agent deals with “${task.reason}”: nobody reached`],
        ] as const)
      : []),
    ["…", "anything else is what the patient writes: STOP, HELP, wrong number, I have chest pain"],
    ...(next === undefined ? [] : ([["s", `nothing happens until ${moment(next)}`]] as const)),
    ["g", "the goal is met"],
    ["x", "the patient is no longer in the audience"],
    ["q", "stop here"],
  ];
}
