/** What befalls a call on its way. */
export type Fate = "not-applied" | "answer-lost" | "dies-before" | "dies-after";

export const fates: readonly Fate[] = ["not-applied", "answer-lost", "dies-before", "dies-after"];

/** Which of the calls of the next piece of work it befalls, from 0. */
export interface Strike {
  readonly call: number;
  readonly fate: Fate;
}
