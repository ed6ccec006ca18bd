import * as z from "zod/mini";
import { instant, organizationId } from "../ids.ts";
import { type Parsed, readContract } from "../parsed.ts";

/**
 * "Take in the opt-outs of this file from this place on." A list of a million rows is taken in in
 * stretches: each ends by putting the rest back on the queue.
 */
export const OptOutsMessage = z.strictObject({
  schema: z.literal("opt-outs.v1"),
  organization: organizationId,
  bucket: z.string().check(z.minLength(1)),
  key: z.string().check(z.minLength(1)),
  /** The first line to read, from 1, and where it begins. */
  fromLine: z.int().check(z.positive()),
  fromByte: z.int().check(z.nonnegative()),
  /** Goes along, so that a row without a date means the same whenever it is read. */
  handedInAt: instant,
});
export type OptOutsMessage = z.infer<typeof OptOutsMessage>;

export function parseOptOutsMessage(body: unknown): Parsed<OptOutsMessage> {
  return readContract(OptOutsMessage, body, "opt-outs");
}
