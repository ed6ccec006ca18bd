import { type AwsCall, inputOf, operationOf } from "./call.ts";
import type { Need } from "./evaluate.ts";
import { keyNeeds, localArn, type Places } from "./places.ts";

/** A batch needs what a single call does (SQS guide, "Amazon SQS API permissions"). */
export function queueNeeds(call: AwsCall, places: Places): readonly Need[] {
  const operation = operationOf(call).replace(/Batch$/, "");
  const url = String(inputOf(call)["QueueUrl"] ?? "");
  const resource = localArn("sqs", url.slice(url.lastIndexOf("/") + 1));
  const needs = [{ action: `sqs:${operation}`, resource }];
  return operation === "SendMessage" ? sendNeeds(resource, places) : needs;
}

/**
 * Who sends to an encrypted queue makes a data key and checks it (SQS guide, "Configuring KMS
 * permissions": producers need both actions).
 */
export function sendNeeds(queue: string, places: Places): readonly Need[] {
  const at = { service: "sqs", resource: queue } as const;
  return [
    { action: "sqs:SendMessage", resource: queue },
    ...keyNeeds(places, at, ["kms:GenerateDataKey", "kms:Decrypt"]),
  ];
}
