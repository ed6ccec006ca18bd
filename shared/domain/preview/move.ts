import type { Walk } from "./walk.ts";

/** What somebody does who walks a patient through a campaign. */
export type Move =
  /** Lets time pass until the next thing happens. */
  | { readonly do: "wait" }
  /** Until the same time of the next day. */
  | { readonly do: "next-day" }
  /** As the patient: a digit, STOP, or whatever they write. */
  | { readonly do: "say"; readonly text: string }
  /** What becomes of a call that rings. */
  | { readonly do: "call"; readonly how: "machine" | "no-answer" }
  /** As the agent who has the newest task. */
  | { readonly do: "close-task"; readonly outcome: "resolved" | "unreachable" }
  /** What new files say. */
  | { readonly do: "learn"; readonly is: "goal-met" | "not-eligible" };

/** A move that is not possible now does nothing. */
export function play(walk: Walk, move: Move): void {
  switch (move.do) {
    case "wait":
      // A phone that rings is answered or not, before anything else can happen.
      if (!walk.isRinging()) walk.wait();
      return;
    case "next-day":
      return walk.nextDay();
    case "say":
      return walk.say(move.text);
    case "call":
      if (walk.isRinging()) walk.tookCall(move.how);
      return;
    case "close-task":
      return walk.resolve(move.outcome);
    case "learn":
      return walk.facts(move.is);
  }
}
