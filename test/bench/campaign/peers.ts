/** What another engine bills for one touch, by its own published rules, and what of it ours may cost. */
interface Peer {
  readonly name: string;
  /** The fewest that one touch takes. */
  readonly operationsPerTouch: number;
  /** Dollars for one. */
  readonly each: number;
  /** Our share of theirs. */
  readonly atMost: number;
}

/** List prices of us-east-1 as of 2026-11-23. */
export const peersOfTouch: readonly Peer[] = [
  // AWS Step Functions, standard workflows: 25 a million state transitions. A touch is at the least a
  // send, a wait, a choice and the state that follows.
  { name: "Step Functions", operationsPerTouch: 4, each: 25e-6, atMost: 1 / 20 },
  // Temporal Cloud: 25 to 50 a million actions, the lower counted, and storage besides. A touch is at
  // the least an activity, a timer and a signal.
  { name: "Temporal Cloud", operationsPerTouch: 3, each: 25e-6, atMost: 1 / 15 },
  // AWS Lambda durable functions: 8 a million operations, and data and invocations besides. A touch is
  // at the least a step, a wait and a callback.
  { name: "Lambda durable functions", operationsPerTouch: 3, each: 8e-6, atMost: 1 / 5 },
];
