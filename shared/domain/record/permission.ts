import type { Campaign } from "../campaign/campaign.ts";
import { isRevoked, permissionRefusal } from "../contact/permission.ts";
import { voiceBarredIn } from "../contact/windows-for.ts";
import { spokenLanguages } from "../message/spoken-languages.ts";
import type { Channel, PointId } from "../patient/contact-point.ts";
import type { PatientNeeds } from "../patient/profile.ts";
import type { PatientRecord } from "./record.ts";
import type { WithholdReason } from "./touch-event.ts";
import { latestDay, type Turn } from "./turn.ts";

/** Where a campaign may contact the patient on a channel, or the rule that says nowhere. */
export type Usable =
  | { readonly point: PointId }
  | { readonly refused: WithholdReason; readonly rule?: string };

/**
 * The point that this campaign may use on this channel now: there is one, it is not someone else's,
 * nothing restricts the channel for this patient, and the latest word on permission allows it.
 */
export function usablePoint(turn: Turn, campaign: Campaign, channel: Channel): Usable {
  const record = turn.record();
  const point = record.reach.points[channel];
  if (point === undefined) return { refused: "no-channel" };
  if (record.badPoints.includes(point)) return { refused: "bad-point" };
  const rule = restriction(turn, campaign, channel);
  if (rule !== undefined) return { refused: "restricted", rule };
  const contact = { channel, point, purpose: campaign.purpose };
  const { recordedConsentOn } = turn.rules.policy;
  const refused = permissionRefusal(record.permissions, contact, recordedConsentOn);
  return refused === undefined ? { point } : { refused };
}

export function isUsable(turn: Turn, campaign: Campaign, channel: Channel): boolean {
  return "point" in usablePoint(turn, campaign, channel);
}

/** What keeps automation from a channel although there is a number: named as staff would say it. */
function restriction(turn: Turn, campaign: Campaign, channel: Channel): string | undefined {
  const record = turn.record();
  const { only } = record.preferences ?? {};
  if (only !== undefined && !only.includes(channel)) return "confidential-communication";
  const { needs, adultOn } = record.reach;
  // A minor's points are a guardian's: from the birthday on nobody knows the patient's own.
  if (adultOn !== undefined && latestDay(turn) >= adultOn) return "came-of-age";
  if (channel === "voice" && needs?.tty) return "tty";
  const { policy } = turn.rules;
  if (channel === "voice" && voiceBarredIn(record.reach.states, policy)) return "live-introduction";
  // A text in English can be shown to somebody; a call in a language that is not understood cannot.
  const speaks = Object.hasOwn(campaign.messages, languageOf(record));
  return channel === "voice" && !speaks ? "interpreter" : undefined;
}

/** The language in which this patient is addressed: their own choice before the profile's. */
export function languageOf(record: PatientRecord): string {
  return record.preferences?.language ?? record.reach.language;
}

/** How an agent talks to this patient: where we have no words in a language, with an interpreter. */
export function speechNeeds(record: PatientRecord): {
  readonly language: string;
  readonly needs: PatientNeeds;
} {
  const language = languageOf(record);
  const { needs } = record.reach;
  return spokenLanguages.includes(language)
    ? { language, needs: needs ?? {} }
    : { language, needs: { ...needs, interpreter: true } };
}

/**
 * Why this campaign may not contact the patient on any channel; `undefined`: it may. What is left
 * open here, each channel decides by itself.
 */
export function blanketRefusal(
  record: PatientRecord,
  campaign: Pick<Campaign, "purpose">,
): "opted-out" | "do-not-contact" | undefined {
  if (isRevoked(record.permissions, { purpose: campaign.purpose })) return "opted-out";
  return record.reach.doNotContact ? "do-not-contact" : undefined;
}
