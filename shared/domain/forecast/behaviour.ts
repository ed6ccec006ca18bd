import type { Campaign } from "../campaign/campaign.ts";
import type { RecordEvent } from "../record/event.ts";
import type { PatientRecord } from "../record/record.ts";
import type { CommandNow } from "../record/rehearsal.ts";
import { type Instant, minuteMs } from "../time.ts";

/** What somebody does later: a command, once its moment has come. */
export interface Reaction {
  readonly at: Instant;
  readonly command: (record: PatientRecord) => CommandNow;
}

/**
 * What patients, carriers and agents do after something happened. A model of it, stated and
 * repeatable: the same event of the same record always has the same consequences.
 */
export type Behaviour = (
  event: RecordEvent,
  about: { readonly record: PatientRecord; readonly campaign: Campaign },
) => readonly Reaction[];

/** A phone rings this long before the call is given up. Ms. */
export const ringsMs = minuteMs;

/**
 * Nobody answers a text or a mail, nobody picks up, and agents reach nobody by the deadline of
 * their task. Where a campaign's answers lead to a person or an end, as they should, nothing else that
 * people do leads to more contacts.
 */
export const silence: Behaviour = (event) => {
  if (event.type === "escalated") {
    const { id, deadline } = event.task;
    return [
      {
        at: deadline,
        command: () => ({ type: "resolve-task", task: id, outcome: "unreachable" }),
      },
    ];
  }
  if (event.type !== "touch-accepted" || event.channel !== "voice") return [];
  const { touch, at } = event;
  return [
    {
      at: at + ringsMs,
      command: () => ({
        type: "record-receipt",
        touch,
        receipt: { is: "failed", reason: "no-answer" },
      }),
    },
  ];
};
