import type { AnswerName } from "../campaign/campaign.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { AnswerValue } from "../reply/understanding.ts";

/** What a patient says by one button of a page. */
export type PageWord =
  | { readonly is: "answer"; readonly answer: AnswerName; readonly value?: AnswerValue }
  /** Somebody shall call. */
  | { readonly is: "call" }
  | { readonly is: "language"; readonly language: string }
  /** By this channel and no other. */
  | { readonly is: "channel"; readonly channel: Channel };

export type PageWordKind = PageWord["is"];

export const pageWordKinds = ["answer", "call", "language", "channel"] as const;

/**
 * Of each kind the one word that stands. The first that was said stands for good: a queue may turn two
 * round, and then only what was decided before it can be the same in any order (law 12).
 */
export type Said = { readonly [Kind in PageWordKind]?: PageWord & { readonly is: Kind } };

/** Whether two words are the same one, sent twice. Both were made by one form, so their parts lie alike. */
export function isSameWord(one: PageWord, other: PageWord): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
