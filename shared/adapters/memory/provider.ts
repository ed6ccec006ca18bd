import type { SendOutcome } from "../../domain/record/command.ts";
import type { TouchKey } from "../../domain/record/touch.ts";
import type { CallPlacer, EmailSender, SmsSender, TaskDesk } from "../../ports.ts";

export type Sms = Parameters<SmsSender["send"]>[0];
export type Email = Parameters<EmailSender["send"]>[0];
export type Call = Parameters<CallPlacer["place"]>[0];
export type RaisedTask = Parameters<TaskDesk["raise"]>[0];

/** What the provider makes of a message: accepted under its own id unless told otherwise. */
export type Answer<Message> = (message: Message) => SendOutcome;

export interface MemoryProvider<Message> {
  /** Every message that reached the provider, whatever became of it. */
  readonly received: readonly Message[];
  /** How often a key was accepted: law 1 says at most once. */
  accepted(key: TouchKey): number;
}

interface Keyed {
  readonly key: TouchKey;
}

function provider<Message extends Keyed>(answer: Answer<Message> | undefined) {
  const received: Message[] = [];
  const accepted = new Map<TouchKey, number>();
  const take = async (message: Message): Promise<SendOutcome> => {
    received.push(message);
    const outcome = answer?.(message) ?? {
      is: "accepted" as const,
      providerId: `provider-${received.length}`,
    };
    if (outcome.is === "accepted") {
      accepted.set(message.key, (accepted.get(message.key) ?? 0) + 1);
    }
    return outcome;
  };
  return { received, take, accepted: (key: TouchKey) => accepted.get(key) ?? 0 };
}

export function createMemorySmsSender(answer?: Answer<Sms>): SmsSender & MemoryProvider<Sms> {
  const { take, ...seen } = provider(answer);
  return { ...seen, send: take };
}

export function createMemoryEmailSender(
  answer?: Answer<Email>,
): EmailSender & MemoryProvider<Email> {
  const { take, ...seen } = provider(answer);
  return { ...seen, send: take };
}

export function createMemoryCallPlacer(answer?: Answer<Call>): CallPlacer & MemoryProvider<Call> {
  const { take, ...seen } = provider(answer);
  return { ...seen, place: take };
}

export interface MemoryTaskDesk extends TaskDesk {
  /** Each raise once, though it may have been asked for more often. */
  readonly raised: ReadonlyMap<string, RaisedTask>;
}

export function createMemoryTaskDesk(): MemoryTaskDesk {
  const raised = new Map<string, RaisedTask>();
  return {
    raised,
    async raise(task) {
      const token = `${task.organization}/${task.patient}/${task.task.id}/${task.task.raised}`;
      if (!raised.has(token)) raised.set(token, task);
    },
  };
}
