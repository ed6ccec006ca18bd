import { type Duration, parseDuration } from "../duration.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Takes } from "../reply/takes.ts";
import type { Campaign, MessageBook, Next, Step, UnconfirmedRule } from "./campaign.ts";
import { type CampaignDefinition, definitionDefaults } from "./definition.ts";
import type { MessageFile } from "./message-definition.ts";
import { resolveWays, type Ways } from "./same-as.ts";
import type { StepDefinition, TakesDefinition } from "./step-definition.ts";

/**
 * Makes what `decide` runs of what a care manager wrote: `same-as` followed, durations read,
 * defaults filled in. For definitions that `check` found no error in.
 * @throws Error `campaign/not-checked` when it leans on something that check would have refused.
 */
export function compile(
  definition: CampaignDefinition,
  files: Readonly<Record<string, MessageFile>>,
  version: number,
): Campaign {
  const ways = new Map<string, Ways>();
  for (const [name, step] of Object.entries(definition.steps)) ways.set(name, waysOf(step));
  const steps: Record<string, Step> = {};
  for (const [name, step] of Object.entries(definition.steps)) {
    steps[name] = compileStep(step, resolveWays(ways, name) ?? notChecked(`${name} same-as`));
  }
  const messages: Record<string, MessageBook> = {};
  for (const [language, file] of Object.entries(files)) messages[language] = bookOf(file);
  return {
    id: definition.id,
    version,
    title: definition.title,
    owner: definition.owner,
    review: definition.review,
    purpose: definition.purpose,
    sensitivity: definition.sensitivity ?? definitionDefaults.sensitivity,
    audience: definition.audience,
    goal: definition.goal,
    ...(definition.again ? { again: { after: duration(definition.again.after) } } : {}),
    priority: definition.priority ?? definitionDefaults.priority,
    holdout: Number.parseInt(definition.holdout ?? definitionDefaults.holdout, 10) / 100,
    start: definition.start,
    steps,
    messages,
    tasks: definition.tasks ?? {},
  };
}

function waysOf(step: StepDefinition): Ways {
  return {
    answers: "answers" in step ? (step.answers ?? {}) : {},
    ...("takes" in step && step.takes ? { takes: step.takes } : {}),
    next: "next" in step ? step.next : {},
  };
}

function compileStep(step: StepDefinition, ways: Ways): Step {
  const next = ways.next as Next;
  if ("send" in step || "ask" in step) {
    return {
      kind: "send",
      message: "send" in step ? step.send : step.ask,
      over: step.over as readonly Channel[],
      ...questionOf(step, ways),
    };
  }
  if ("call" in step) {
    return {
      kind: "call",
      message: step.call,
      ...(step.voicemail === undefined ? {} : { voicemail: step.voicemail }),
      tries: step.tries ?? definitionDefaults.tries,
      ...questionOf(step, ways),
    };
  }
  if ("branch" in step) return { kind: "branch", when: step.branch, next };
  if ("escalate" in step) {
    return {
      kind: "escalate",
      reason: step.escalate,
      queue: step.queue,
      priority: step.priority ?? definitionDefaults.taskPriority,
      within: duration(step.within),
      next,
    };
  }
  if ("end" in step) return { kind: "end", outcome: step.end };
  return { kind: "wait", wait: duration(step.wait), next };
}

function questionOf(
  step: {
    readonly wait: string;
    readonly notAfter?: string | undefined;
    readonly unconfirmed?: UnconfirmedRule | undefined;
  },
  ways: Ways,
) {
  return {
    answers: ways.answers,
    ...(ways.takes === undefined ? {} : { takes: takesOf(ways.takes as TakesDefinition) }),
    wait: duration(step.wait),
    notAfter: duration(step.notAfter ?? definitionDefaults.notAfter),
    unconfirmed: step.unconfirmed ?? definitionDefaults.unconfirmed,
    next: ways.next as Next,
  };
}

function takesOf({ date, number }: TakesDefinition): Takes {
  return {
    ...(date && {
      date: {
        means: date.means,
        ...(date.back === undefined ? {} : { back: duration(date.back) }),
        ...(date.ahead === undefined ? {} : { ahead: duration(date.ahead) }),
      },
    }),
    ...(number && {
      number: {
        means: number.means,
        from: number.from,
        through: number.through,
        ...(number.unit === undefined ? {} : { unit: number.unit }),
      },
    }),
  };
}

function bookOf(file: MessageFile): MessageBook {
  const book: Record<string, MessageBook[string]> = {};
  for (const [key, message] of Object.entries(file.messages)) {
    book[key] = {
      ...(message.sms === undefined ? {} : { sms: message.sms }),
      ...(message.email === undefined ? {} : { email: message.email }),
      ...(message.voice === undefined ? {} : { voice: message.voice }),
    };
  }
  return book;
}

function duration(text: string): Duration {
  return parseDuration(text) ?? notChecked(text);
}

function notChecked(what: string): never {
  throw new Error(`campaign/not-checked: ${what}`);
}
