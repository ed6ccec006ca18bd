import type { Campaign } from "../campaign/campaign.ts";
import { dayMs, type Instant } from "../time.ts";
import type { RecentTouch } from "./record.ts";
import type { TouchRef } from "./touch.ts";

/**
 * Whether a machine that answers a call may be left the words for one, and if not, why: one was
 * left within seven days, or for this very need. A machine full of "please call us" frightens, and
 * tells whoever plays it more than one message does (45 CFR 164.510(b), minimum necessary).
 */
export type VoicemailDecision = "may-leave" | "one-a-week" | "one-an-episode";

const voicemailEveryMs = 7 * dayMs;

/** Undefined where the step has no words for a machine, or its campaign may leave none. */
export function voicemailOf(
  touches: readonly RecentTouch[],
  campaign: Campaign,
  { touch, at }: { readonly touch: TouchRef; readonly at: Instant },
): VoicemailDecision | undefined {
  const step = campaign.steps[touch.step];
  if (step?.kind !== "call" || step.voicemail === undefined) return undefined;
  if (campaign.sensitivity === "sensitive") return undefined;
  const left = touches.filter(mayHaveLeftVoicemail);
  if (left.some((recent) => at - recent.at < voicemailEveryMs)) return "one-a-week";
  const isSameNeed = (recent: RecentTouch) =>
    recent.touch.campaign === touch.campaign && recent.touch.episode === touch.episode;
  return left.some(isSameNeed) ? "one-an-episode" : "may-leave";
}

/** A call whose end nobody told counts as one that a machine took. */
function mayHaveLeftVoicemail({ voicemail, status }: RecentTouch): boolean {
  return voicemail === "may-leave" && status !== "failed";
}
