import { createMemoryOptOutList, type MemoryOptOutList } from "#adapters/memory/opt-out-list";
import type { Channel } from "#domain/patient/contact-point";
import type { SendOutcome } from "#domain/record/command";
import type { Task } from "#domain/record/record";
import type { TouchKey } from "#domain/record/touch";
import type { CallPlacer, EmailSender, SmsSender, TaskDesk } from "#ports";
import type { Environment, Ground } from "./environment.ts";
import type { Send } from "./plant.ts";

/** A provider answers within this, or the answer is lost. Ms. */
const answerMs = { from: 40, through: 900 } as const;

const unknown: SendOutcome = { is: "unknown", reason: "timeout" };

export interface Taken {
  readonly channel: Channel;
  readonly key: TouchKey;
  readonly to: string;
  /** The provider's own id. */
  readonly id: string;
}

/** What happens in the world because of what a provider did. */
export interface Reactions {
  /** A message or call is on its way to somebody. */
  taken(message: Taken): void;
  /** An agent sees a task: once for each time that it was raised. */
  shown(patient: string, task: Task): void;
  /** This number is on a list of the carrier's own. */
  isOptedOut(number: string): boolean;
}

export interface Providers {
  readonly desk: TaskDesk;
  readonly list: MemoryOptOutList;
  /** How one worker reaches those who send. `planted` stands between the worker and the provider. */
  sendersOf(
    environment: Environment,
    planted: (real: Send) => Send,
  ): { readonly sms: SmsSender; readonly email: EmailSender; readonly calls: CallPlacer };
}

/**
 * The providers of all channels, the carrier's list and the agents' desk. Those who send have no
 * idempotency key, as the real ones have none, and never throw: what a worker cannot know is
 * unknown to it.
 */
export function createProviders(ground: Ground, reactions: Reactions): Providers {
  const { timeline, dice, faults, witness } = ground;
  const list = createMemoryOptOutList(timeline);
  const shown = new Set<string>();

  const accept = (channel: Channel, key: TouchKey, to: string): string => {
    const id = `${channel}-${witness.accepted.length + 1}`;
    witness.took(key);
    reactions.taken({ channel, key, to, id });
    return id;
  };

  const answer = (channel: Channel, key: TouchKey, to: string): SendOutcome => {
    if (faults.isAway(channel, timeline.now())) {
      return dice.is(0.5) ? unknown : { is: "released", reason: "unavailable" };
    }
    if (dice.is(faults.share("throttle"))) return { is: "released", reason: "throttled" };
    if (channel === "sms" && (list.numbers.has(to) || reactions.isOptedOut(to))) {
      return { is: "refused", reason: "opted-out-at-carrier" };
    }
    const isLost = dice.is(faults.share("lost-answer"));
    if (isLost && dice.is(0.5)) return unknown;
    const providerId = accept(channel, key, to);
    return isLost ? unknown : { is: "accepted", providerId };
  };

  return {
    list,
    desk: {
      async raise({ patient, task }) {
        witness.told.add(task.id);
        const token = `${task.id}/${task.raised}`;
        witness.note("raised", token);
        if (shown.has(token)) return;
        shown.add(token);
        reactions.shown(patient, task);
      },
    },
    sendersOf(environment, planted) {
      const over = (channel: Channel): Send =>
        planted(({ key, to }) => {
          witness.began({
            ...{ key, channel, to },
            at: timeline.now(),
            workerAt: environment.clock.now(),
          });
          return environment.reach(`${channel} provider`, async () => {
            await timeline.pass(dice.within(answerMs.from, answerMs.through), channel);
            return answer(channel, key, to);
          });
        });
      return {
        sms: { send: over("sms") },
        email: { send: over("email") },
        calls: { place: over("voice") },
      };
    },
  };
}
