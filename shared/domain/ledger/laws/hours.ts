import { isOpen } from "../../contact/hours.ts";
import { windowsFor } from "../../contact/windows-for.ts";
import type { Instant } from "../../time.ts";
import { campaignClaimIn, zonesOf, zonesToCheck } from "../campaign-claim.ts";
import type { CampaignClaim, Hearing, Judge } from "../judge.ts";

/** Law 5: never outside the patient's hours, in any zone the patient may be in. */
export const withinHours: Judge = {
  law: 5,
  hear(hearing, tell) {
    const contact = campaignClaimIn(hearing);
    if (!contact) return;
    const { claim, key } = contact;
    const { story, setting } = hearing;
    const missed = zonesToCheck(story, setting.policy).filter(
      (zone) => !claim.zones.includes(zone),
    );
    if (missed.length > 0) tell(key, `hours were not looked at in ${missed.join(" and ")}`);
    if (!isWithin(contact, hearing)) tell(key, "may start outside the patient's hours");
    const { dueAt } = story.touches.get(key) ?? {};
    if (dueAt !== undefined && claim.at < dueAt) tell(key, "claimed before its moment");
  },
  close({ touches }, { accepted }, tell) {
    for (const { key, at } of accepted) {
      const touch = touches.get(key);
      if (!touch || touch.claims.length === 0) continue;
      if (touch.claims.some((claim) => at >= claim.at && at <= claim.startBy)) continue;
      tell(key, "the provider was called outside the time the claim allowed", touch.rows);
    }
  },
};

function isWithin({ claim }: CampaignClaim, hearing: Hearing): boolean {
  const { story, setting } = hearing;
  const windows = windowsFor(setting.policy, story.reach ?? {}, story.preferences.hours);
  const zones = zonesOf(claim, hearing);
  const isInside = (at: Instant) => isOpen(at, zones, windows);
  return isInside(claim.at) && isInside(claim.startBy);
}
