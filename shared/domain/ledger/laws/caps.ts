import { capOpensAt } from "../../contact/caps.ts";
import { touchKey } from "../../record/touch.ts";
import { campaignClaimIn, zonesOf } from "../campaign-claim.ts";
import type { Hearing, Judge } from "../judge.ts";

/** Law 6: caps hold across campaigns and channels, and one touch is in flight at a time. */
export const capsHold: Judge = {
  law: 6,
  hear(hearing, tell) {
    const { event, row, story, setting } = hearing;
    if (event.type !== "touch-claimed") return;
    const { inFlight } = story;
    if (inFlight !== undefined && inFlight !== touchKey(row, event.touch)) {
      const held = story.touches.get(inFlight);
      tell(touchKey(row, event.touch), "claimed while another touch was in flight", held?.rows);
    }
    const contact = campaignClaimIn(hearing);
    if (!contact) return;
    const { at, channel, point, touch } = contact.claim;
    const place = { ...story.reach, zones: zonesOf(contact.claim, hearing) };
    const counted = { at, channel, point, campaign: touch.campaign };
    const { caps } = setting.policy;
    const opening = capOpensAt(counted, story.contacts, { caps, place });
    if (opening) tell(contact.key, `claimed over the cap ${opening.cap}`, crowd(hearing, opening));
  },
};

/** The contacts that fill the cap: the latest that it allows. */
function crowd({ story, setting }: Hearing, { cap: name }: { readonly cap: string }) {
  const cap = setting.policy.caps.find((known) => known.name === name);
  const { channels } = cap ?? {};
  const counting = story.contacts.filter(
    ({ channel }) => channels === undefined || channels.includes(channel),
  );
  return counting.slice(-(cap?.max ?? 1)).map(({ revision }) => revision);
}
