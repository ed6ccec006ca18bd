import * as z from "zod/mini";
import { organizationId } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "Audiences changed: solve this slice of the population again." The import queue carries it. How
 * far the slice has come stands in the table, so the message is the same from first to last and a
 * repeat does no harm.
 */
export const ResolveMessage = z.strictObject({
  schema: z.literal("resolve.v1"),
  organization: organizationId,
  resolution: z.string().check(z.minLength(1)),
  slice: z.int().check(z.minimum(0)),
});
export type ResolveMessage = z.infer<typeof ResolveMessage>;

export function parseResolveMessage(body: unknown): Parsed<ResolveMessage> {
  return readContract(ResolveMessage, body, "resolve");
}
