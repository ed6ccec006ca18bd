import * as z from "zod/mini";
import { campaignId, day, organizationId, patientId, version } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/** "Selection found this patient in this campaign's audience." The enroll queue carries it. */
export const EnrollMessage = z.strictObject({
  schema: z.literal("enroll.v1"),
  organization: organizationId,
  patient: patientId,
  campaign: campaignId,
  /** The live version when the patient was selected; the enrollment is pinned to it. */
  version,
  /** The day of the selection. The episode is read from the eligibility entry then. */
  on: day,
});
export type EnrollMessage = z.infer<typeof EnrollMessage>;

export function parseEnrollMessage(body: unknown): Parsed<EnrollMessage> {
  return readContract(EnrollMessage, body, "enroll");
}
