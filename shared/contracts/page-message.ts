import * as z from "zod/mini";
import { pageWordKinds } from "../domain/page/page-word.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "Something was said on this page": which page, and which of its words. What was said stays with the
 * page, so that nothing of a patient is on the queue. Counts from any number of deliveries as from one.
 */
export const PageMessage = z.strictObject({
  schema: z.literal("page.v1"),
  /** The digest of its token. */
  page: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  word: z.literal([...pageWordKinds]),
});
export type PageMessage = z.infer<typeof PageMessage>;

export function parsePageMessage(body: unknown): Parsed<PageMessage> {
  return readContract(PageMessage, body, "page-message");
}
