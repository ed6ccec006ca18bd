import type { Tier } from "../reply/understanding.ts";

const order: readonly Tier[] = ["T0", "T1", "T2", "T3", "T4"];

/** The more urgent of two, if any. */
export function highest(left: Tier | undefined, right: Tier | undefined): Tier | undefined {
  if (left === undefined || right === undefined) {
    return left ?? right;
  }
  return order.indexOf(left) <= order.indexOf(right) ? left : right;
}

/**
 * The seam for a model's opinion: it may find what the rules missed, and can never talk down what
 * they found (triage F4.8).
 */
export function raiseOnly(byRules: Tier | undefined, byModel: Tier | undefined): Tier | undefined {
  return highest(byRules, byModel);
}

/**
 * One tier up, for words that were heard badly (triage F4.7). T1 stays T1: the next text speaks of
 * suicide, which nobody may be sent on a guess.
 */
export function oneUp(tier: Tier): Tier {
  const raised = { T0: "T0", T1: "T1", T2: "T1", T3: "T2", T4: "T3" } as const;
  return raised[tier];
}
