import * as z from "zod/mini";
import { campaignId, organizationId } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * What EventBridge Scheduler hands to a scheduled function: our own `Input` of the schedule.
 * `at` is filled in by the service from `<aws.scheduler.scheduled-time>`, ISO 8601.
 * Source: EventBridge Scheduler User Guide, "Context attributes".
 */
export const ScheduleInput = z.discriminatedUnion("schema", [
  z.strictObject({ schema: z.literal("release.v1"), at: z.exactOptional(z.string()) }),
  z.strictObject({
    schema: z.literal("select.v1"),
    organization: organizationId,
    /** One campaign; every live one when absent. */
    campaign: z.exactOptional(campaignId),
    at: z.exactOptional(z.string()),
  }),
]);
export type ScheduleInput = z.infer<typeof ScheduleInput>;

export function parseScheduleInput(body: unknown): Parsed<ScheduleInput> {
  return readContract(ScheduleInput, body, "schedule");
}
