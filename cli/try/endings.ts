import type { Campaign, Step } from "#domain/campaign/campaign";
import type { MadePatient } from "#domain/preview/made-patient";

/** One way in which an enrollment can end, and how a person gets there. */
export interface Ending {
  readonly outcome: string;
  /** The choices that lead there from the start, fewest steps first found. */
  readonly way: readonly string[];
}

/** Ends that every campaign has, beside those its author wrote. */
const everywhere: readonly Ending[] = [
  { outcome: "goal-met", way: ["g, at any moment"] },
  { outcome: "not-eligible", way: ["x, at any moment"] },
  { outcome: "opted-out", way: ["write STOP, or 9 on a call"] },
];

/** Every ending that this player can reach, with one way to it. */
export function endingsOf(campaign: Campaign, player: MadePatient): readonly Ending[] {
  const found = new Map<string, Ending>();
  const seen = new Set<string>();
  const queue: { readonly name: string; readonly way: readonly string[] }[] = [
    { name: campaign.start, way: [] },
  ];
  for (const { name, way } of queue) {
    if (seen.has(name)) continue;
    seen.add(name);
    const step = campaign.steps[name];
    if (name === "end" || step?.kind === "end") {
      const outcome = step?.kind === "end" ? step.outcome : "completed";
      if (!found.has(outcome)) found.set(outcome, { outcome, way });
    } else if (step) {
      for (const { target, choices } of waysOn(step, player)) {
        queue.push({ name: target, way: [...way, ...choices] });
      }
    }
  }
  return [...found.values(), ...everywhere];
}

interface WayOn {
  readonly target: string;
  /** What somebody enters; nothing where the campaign decides by itself. */
  readonly choices: readonly string[];
}

function waysOn(step: Exclude<Step, { kind: "end" }>, player: MadePatient): readonly WayOn[] {
  const { next } = step;
  const to = (on: string, ...choices: readonly string[]): readonly WayOn[] => {
    const target = (next as Readonly<Record<string, string>>)[on];
    return target === undefined ? [] : [{ target, choices }];
  };
  switch (step.kind) {
    case "wait":
      return to("done", "s");
    case "escalate":
      return [...to("resolved", "r"), ...to("unreachable", "u")];
    case "branch": {
      const { when } = step;
      if ("has" in when) return to(player.has.includes(when.has) ? "yes" : "no");
      if ("language" in when) return to(player.language === when.language ? "yes" : "no");
      return [...to("yes"), ...to("no")];
    }
    case "send":
    case "call": {
      const over = step.kind === "call" ? (["voice"] as const) : step.over;
      if (!over.some((channel) => player.has.includes(channel))) {
        return "undeliverable" in next ? to("undeliverable") : to("silence");
      }
      const answers = Object.entries(step.answers).flatMap(([digit, answer]) => to(answer, digit));
      if (step.kind === "send") return [...answers, ...to("silence", "s")];
      return [
        ...answers,
        ...("voicemail" in next ? to("voicemail", "v") : to("silence", "v", "s")),
      ];
    }
  }
}
