import type { StepShown } from "#contracts/api/campaign";
import type { BranchCondition, Campaign, EscalateStep, Step } from "#domain/campaign/campaign";
import { taskWords } from "#domain/task/words";

/** A step as the console draws it. */
export function stepShown(name: string, step: Step, campaign: Pick<Campaign, "tasks">): StepShown {
  const { kind } = step;
  const ways = "next" in step ? Object.entries(step.next).map(([on, to]) => ({ on, to })) : [];
  const shown = { name, kind, ways };
  switch (step.kind) {
    case "send":
      return { ...shown, ...questionOf(step), message: step.message, over: [...step.over] };
    case "call": {
      const { message, tries, voicemail } = step;
      const left = voicemail === undefined ? {} : { voicemail };
      return { ...shown, ...questionOf(step), message, tries, ...left, over: ["voice"] };
    }
    case "wait":
      return { ...shown, wait: step.wait };
    case "branch":
      return { ...shown, asks: asksOf(step.when) };
    case "escalate":
      return { ...shown, task: taskOf(step, campaign) };
    case "end":
      return { ...shown, outcome: step.outcome };
  }
}

function questionOf({ answers, wait, notAfter }: Step & { readonly kind: "send" | "call" }) {
  const digits = Object.entries(answers).map(([digit, answer]) => ({ digit, answer }));
  return { answers: digits, wait, notAfter };
}

function asksOf(when: BranchCondition): NonNullable<StepShown["asks"]> {
  if ("has" in when) return { about: "channel", of: when.has };
  if ("language" in when) return { about: "language", of: when.language };
  return { about: "answer", of: when.answered };
}

function taskOf(
  { reason, queue, priority, within }: EscalateStep,
  campaign: Pick<Campaign, "tasks">,
) {
  return { words: taskWords(reason, campaign), queue, priority, within };
}
