import type { FlowStep, StepName } from "./flow-step.ts";
import type { FlowWords } from "./flow-words.ts";
import { compareAnswer, remember, report, say, words } from "./steps.ts";

/** What is said, and what follows, when an opt-out could not be noted. */
interface NotNoted {
  readonly says: keyof FlowWords;
  readonly next: StepName;
  readonly otherwise: StepName;
}

/** From a 9 on, the step `key-9`: it is confirmed only when the function has noted it. */
export function stop({ says, next, otherwise }: NotNoted): readonly FlowStep[] {
  return [
    report("key-9", "9", { next: "is-stopped", otherwise: "mark-stop" }),
    compareAnswer("is-stopped", { equals: { stopped: "opted-out" }, otherwise: "mark-stop" }),
    say("opted-out", words("optedOut"), { next: "hang-up", otherwise: "last-words" }),
    // By this mark people find the contact and do what the function could not.
    remember("mark-stop", { stop: "not-noted" }, { next: "not-stopped", otherwise: "not-stopped" }),
    say("not-stopped", words(says), { next, otherwise }),
  ];
}
