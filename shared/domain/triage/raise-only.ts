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
