import pc from "picocolors";
import { formatClock } from "#domain/calendar";
import type { Told } from "#domain/preview/told";
import type { Walk } from "#domain/preview/walk";
import { formatDay, type Instant, localTime, weekdayOf, type ZoneId } from "#domain/time";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** How a walk looks: what the patient sees, what agents get, what can be done now. */
export interface Screen {
  happened(told: Told): readonly string[];
  choices(walk: Walk): readonly string[];
  moment(at: Instant): string;
}

export function screen(player: { readonly zone: ZoneId }, isColored: boolean): Screen {
  const paint = pc.createColors(isColored);
  const moment = (at: Instant): string => {
    const { day, minute } = localTime(at, player.zone);
    return `${weekdays[weekdayOf(day) - 1]} ${formatDay(day)} ${formatClock(minute)}`;
  };
  const head = (at: Instant, what: string): string =>
    `${paint.dim(moment(at))}  ${paint.bold(what)}`;

  const sent = ({ at, channel, subject, text = "" }: Told): readonly string[] => {
    if (text === "") return [head(at, "A message without words")];
    switch (channel) {
      case "email":
        return [head(at, `Mail to the patient: ${subject}`), ...boxed(text)];
      case "voice":
        return [head(at, "The patient's phone rings"), ...boxed(text)];
      default:
        return [head(at, "A text to the patient"), ...boxed(text)];
    }
  };

  return {
    moment,
    happened: (told) => {
      const { at, reason } = told;
      switch (told.is) {
        case "sent":
          return sent(told);
        case "withheld":
          return [head(at, `Not sent: ${reason}`)];
        case "task": {
          const { queue, priority, until = at, text = "" } = told;
          const what = `A task for ${queue} (${priority}, by ${moment(until)})`;
          return [head(at, what), ...boxed(text)];
        }
        case "task-again":
          return [head(at, "The task is overdue and raised again")];
        case "kept-out":
          return [head(at, `Not enrolled: ${reason}`)];
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
