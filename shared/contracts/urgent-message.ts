import * as z from "zod/mini";
import { organizationId, patientId } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "Put this task before agents now." Sent beside the record write that opened the task; the due
 * index finds the same task when this message is lost, and the raise count makes both one.
 */
export const UrgentMessage = z.strictObject({
  schema: z.literal("urgent.v1"),
  organization: organizationId,
  patient: patientId,
  task: z.string().check(z.minLength(1)),
});
export type UrgentMessage = z.infer<typeof UrgentMessage>;

export function parseUrgentMessage(body: unknown): Parsed<UrgentMessage> {
  return readContract(UrgentMessage, body, "urgent");
}
