import type { Reachability } from "../patient/profile.ts";
import type { StateCode } from "../patient/state-zones.ts";
import type { ContactPolicy } from "./policy.ts";
import { stateWindows } from "./state-hours.ts";
import type { ContactWindow } from "./window.ts";

/**
 * All windows that must be open for a contact with this patient: the organization's, those of the
 * states when its policy keeps to them, and the patient's own. Whatever is added can only narrow,
 * so a patient's wish never opens a closed hour; one that never meets the others leaves no opening,
 * and then nobody is contacted.
 */
export function windowsFor(
  policy: ContactPolicy,
  reach: Pick<Reachability, "states">,
  preference?: ContactWindow,
): readonly ContactWindow[] {
  return [
    policy.window,
    ...(policy.strictStateHours ? stateWindows(reach.states) : []),
    ...(preference === undefined ? [] : [preference]),
  ];
}

/**
 * Whether no automated call may be placed, because the patient may be in a state that wants a live
 * voice to introduce it: California does (Pub. Util. Code 2871 to 2874, widened to artificial voices
 * by AB 2905). Who may be anywhere may be there.
 */
export function voiceBarredIn(
  states: readonly StateCode[] | undefined,
  { liveIntroStates }: Pick<ContactPolicy, "liveIntroStates">,
): boolean {
  if (states === undefined || states.length === 0) return liveIntroStates.length > 0;
  return states.some((state) => liveIntroStates.includes(state));
}
