import * as z from "zod/mini";
import { instant, organizationId, patientId } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "This patient's record has something due on this lane." The lane queues carry it. The worker
 * loads the record and decides anew, so a message that comes twice or late does nothing wrong.
 */
export const DueMessage = z.strictObject({
  schema: z.literal("due.v1"),
  organization: organizationId,
  patient: patientId,
  lane: z.enum(["sms", "email", "voice", "decide", "task"]),
  /** When it became due, for the age of the backlog. */
  dueAt: instant,
  /** Its provider is called at this moment or not at all; absent where nobody counts. */
  startAt: z.exactOptional(instant),
});
export type DueMessage = z.infer<typeof DueMessage>;

export function parseDueMessage(body: unknown): Parsed<DueMessage> {
  return readContract(DueMessage, body, "due");
}
