import type { TouchRef } from "../../record/touch.ts";
import { touchKey } from "../../record/touch.ts";
import { dayOf } from "../../time.ts";
import { campaignClaimIn, zonesOf } from "../campaign-claim.ts";
import type { CampaignClaim, Hearing, Judge, Tell } from "../judge.ts";

/** Law 8: goal met, no longer eligible or gone is no further contact. */
export const noContactAfterEnd: Judge = {
  law: 8,
  hear(hearing, tell) {
    const contact = campaignClaimIn(hearing);
    if (!contact) return;
    const { claim, key } = contact;
    const { story, row } = hearing;
    checkEnrollment(claim.touch, key, contact, hearing, tell);
    for (const other of claim.with ?? []) {
      checkEnrollment(other, touchKey(row, other), contact, hearing, tell);
    }
    const enrollment = story.enrollments.get(`${claim.touch.campaign}/${claim.touch.episode}`);
    if (enrollment && enrollment.version !== claim.version) {
      tell(key, "claimed by another version than the one enrolled in", [enrollment.revision]);
    }
    const { reach, rests } = story;
    if (reach?.doNotContact) tell(key, "claimed for somebody whom nobody may contact");
    const stay = rests.get("facility");
    if (stay !== undefined) tell(key, "claimed during a stay in a facility", [stay]);
    const { adultOn } = reach ?? {};
    if (adultOn !== undefined && isPast(adultOn - 1, contact, hearing)) {
      tell(key, "claimed at a guardian's number after the patient came of age");
    }
  },
};

function checkEnrollment(
  { campaign, episode }: TouchRef,
  key: string,
  contact: CampaignClaim,
  hearing: Hearing,
  tell: Tell,
): void {
  const { story } = hearing;
  const enrollment = story.enrollments.get(`${campaign}/${episode}`);
  if (!enrollment) {
    const began = story.episodes.get(`${campaign}/${episode}`);
    tell(key, "claimed for an enrollment that is not open", began === undefined ? [] : [began]);
    return;
  }
  const { eligibleThrough, revision } = enrollment;
  if (eligibleThrough !== undefined && isPast(eligibleThrough, contact, hearing)) {
    tell(key, "claimed after the audience had ended", [revision]);
  }
}

/** Past in any zone is past: there it is over. */
function isPast(day: number, { claim }: CampaignClaim, hearing: Hearing): boolean {
  return zonesOf(claim, hearing).some((zone) => dayOf(claim.at, zone) > day);
}
