import type { AwsCall } from "./call.ts";
import type { Need } from "./evaluate.ts";
import { fileNeeds } from "./file-needs.ts";
import type { Places } from "./places.ts";
import { contactNeeds, mailNeeds, textNeeds } from "./provider-needs.ts";
import { queueNeeds } from "./queue-needs.ts";
import { tableNeeds } from "./table-needs.ts";

const readers: Readonly<Record<string, (call: AwsCall, places: Places) => readonly Need[]>> = {
  dynamodb: tableNeeds,
  sqs: queueNeeds,
  s3: fileNeeds,
  ses: mailNeeds,
  "sms-voice": textNeeds,
  connect: contactNeeds,
};

/**
 * What a call must be allowed, all of it: at least one need. What is not known here becomes a need
 * that no policy of ours grants.
 */
export function needsOf(call: AwsCall, places: Places): readonly Need[] {
  const read = readers[call.service];
  const needs = read?.(call, places) ?? [];
  return needs.length > 0 ? needs : [{ action: `${call.service}:Unknown`, resource: "*" }];
}
