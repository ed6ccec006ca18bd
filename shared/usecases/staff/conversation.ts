import type { Utterance } from "#contracts/api/task-context";
import type { LedgerRow } from "#domain/ledger/row";
import { compose } from "#domain/message/compose";
import type { Organization } from "#domain/patient/organization";
import type { Profile } from "#domain/patient/profile";
import { languageOf } from "#domain/record/permission";
import type { PatientRecord, RecentTouch } from "#domain/record/record";
import { formatInstant, type Instant } from "#domain/time";
import type { KeptReply } from "#ports";
import type { MetCampaigns } from "./campaigns-of.ts";

/** What an agent reads before a call: more would not be read. */
const utterancesMax = 50;

export interface ConversationParts {
  readonly organization: Organization;
  readonly profile: Profile;
  readonly record: PatientRecord;
  readonly replies: readonly KeptReply[];
  /** Of late, for how each reply was read. */
  readonly rows: readonly LedgerRow[];
  readonly met: MetCampaigns;
  /** The reply that opened the task. */
  readonly reason: KeptReply | undefined;
}

/** What was said on both sides, in order, each with how it was read or what became of it. */
export function conversationOf(parts: ConversationParts): Utterance[] {
  const readings = new Map(
    parts.rows.flatMap(({ event }) =>
      event.type === "reply-received" ? [[event.reply, event] as const] : [],
    ),
  );
  const heard = parts.replies.map((reply) => ({
    at: reply.at,
    utterance: heardOf(reply, readings.get(reply.reply), reply === parts.reason),
  }));
  const said = parts.record.touches.map((touch) => ({
    at: touch.at,
    utterance: saidOf(parts, touch),
  }));
  return [...heard, ...said]
    .toSorted((a: { at: Instant }, b: { at: Instant }) => a.at - b.at)
    .slice(-utterancesMax)
    .map(({ utterance }) => utterance);
}

type Reading = LedgerRow["event"] & { type: "reply-received" };

function heardOf(
  { at, channel, text }: KeptReply,
  reading: Reading | undefined,
  isReason: boolean,
): Utterance {
  const { meanings = [], spans = [], tier } = reading ?? {};
  return {
    ...{ is: "heard", channel, text, isReason },
    at: formatInstant(at),
    ...(tier === undefined ? {} : { tier }),
    meanings: [...meanings],
    matches: spans.map(({ rule, start, end }) => ({
      ...{ rule, start, end },
      words: text.slice(start, end),
    })),
  };
}

function saidOf(parts: ConversationParts, recent: RecentTouch): Utterance {
  const { touch, channel, at, status } = recent;
  const text = textOf(parts, recent);
  return {
    ...{ is: "said", channel, status, campaign: touch.campaign, step: touch.step },
    at: formatInstant(at),
    ...(text === undefined ? {} : { text }),
  };
}

/** As it reads for this patient now: what was sent is kept nowhere, and its version is. */
function textOf(
  { organization, profile, record, met }: ConversationParts,
  recent: RecentTouch,
): string | undefined {
  const { touch, channel } = recent;
  const campaign = met.ofTouch(recent);
  const to = { given: profile.given, language: languageOf(record) };
  try {
    const known = campaign === undefined ? {} : { campaign };
    return compose({ touch, channel, organization, profile: to, ...known })?.text;
  } catch {
    // A word that it carried is known no more, such as the day that it promised.
    return undefined;
  }
}
