import fc from "fast-check";
import type { Fate } from "./interleaving.ts";

export const fateKinds: readonly Fate["is"][] = [
  "dies-before",
  "dies-after",
  "answer-lost",
  "call-lost",
  "freezes",
];

const anyFate: fc.Arbitrary<Fate> = fc.record({
  call: fc.nat(8),
  is: fc.constantFrom(...fateKinds),
});

/** What befalls the first workers at a job, if anything. */
export const anyFates: fc.Arbitrary<readonly Fate[]> = fc.array(anyFate, { maxLength: 2 });
