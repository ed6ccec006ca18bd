import { isRevoked, permissionRefusal } from "../../contact/permission.ts";
import { sendTimeoutMs } from "../../limits.ts";
import { touchKey } from "../../record/touch.ts";
import { campaignClaimIn, isAnswer } from "../campaign-claim.ts";
import type { CampaignClaim, Hearing, Judge } from "../judge.ts";

/** What an opt-out can no longer stop ends so long after its claim: the published bound. Ms. */
const publishedBoundMs = 10_000;

/** Law 4: no contact starts after a durable opt-out, nor where permission never was. */
export const noContactAfterOptOut: Judge = {
  law: 4,
  hear(hearing, tell) {
    const { event, row, story } = hearing;
    if (event.type === "notice-planned" && !story.replies.has(event.reply)) {
      tell(event.reply, "an answer was planned to what nobody said");
    }
    if (event.type !== "touch-claimed") return;
    const key = touchKey(row, event.touch);
    if (event.startBy + sendTimeoutMs > event.at + publishedBoundMs) {
      tell(key, "an opt-out could not stop it within the published bound");
    }
    if (isAnswer(event)) {
      const isWelcome = ["reply/opted-in", "reply/kept"].includes(event.touch.campaign);
      const isRefused = isWelcome && isRevoked(story.permissions, {});
      if (isRefused) tell(key, "a welcome after an opt-out", story.said);
    }
    const contact = campaignClaimIn(hearing);
    if (!contact) return;
    if (event.isNotice) tell(key, "a campaign's contact that calls itself an answer");
    const refusal = refusalOf(contact, hearing);
    if (refusal) tell(key, ...refusal);
    const barred = barredBy(contact, hearing);
    if (barred) tell(key, ...barred);
  },
};

type Found = readonly [message: string, revisions?: readonly number[]] | undefined;

/** Rows of before purposes were kept are held to opt-outs for everything. */
function refusalOf({ claim }: CampaignClaim, { story, setting }: Hearing): Found {
  const { channel, point, purpose } = claim;
  const { permissions, said } = story;
  const refused =
    purpose === undefined
      ? isRevoked(permissions, {}) && "opted-out"
      : permissionRefusal(
          permissions,
          { channel, point, purpose },
          setting.policy.recordedConsentOn,
        );
  if (refused === "opted-out") return ["claimed after a durable opt-out", said];
  return refused ? ["claimed without the recorded consent that is asked for", said] : undefined;
}

/** What the patient, or whoever holds the number, said besides STOP. */
function barredBy({ claim }: CampaignClaim, { story }: Hearing): Found {
  const { channel, point } = claim;
  const { reach, preferences, badPoints, rests } = story;
  const narrowing = rests.get("narrowing");
  if (narrowing !== undefined) {
    return ["claimed while we asked what STOP was meant for", [narrowing]];
  }
  const bad = badPoints.get(point);
  if (bad !== undefined) return ["claimed at a number that was given up", [bad]];
  if (reach && reach.points[channel] !== point) {
    return ["claimed at a number that the profile does not hold for it"];
  }
  if (channel === "voice" && reach?.needs?.tty) return ["a call to somebody who cannot hear it"];
  const { only } = preferences;
  return only !== undefined && !only.includes(channel)
    ? ["claimed on a channel that the patient excluded"]
    : undefined;
}
