import * as z from "zod/mini";
import { organizationId, patientId } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "Look whether this patient's phones belong on the carrier's list." What is true is read from the
 * record when the message is handled, so it may come twice, late, or in any order.
 */
export const MirrorMessage = z.strictObject({
  schema: z.literal("mirror.v1"),
  organization: organizationId,
  patient: patientId,
});
export type MirrorMessage = z.infer<typeof MirrorMessage>;

export function parseMirrorMessage(body: unknown): Parsed<MirrorMessage> {
  return readContract(MirrorMessage, body, "mirror");
}
