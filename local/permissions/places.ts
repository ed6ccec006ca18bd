import { localAccount, localRegion } from "../engines/fauxqs.ts";
import type { Need } from "./evaluate.ts";

/** How the names in calls become ARNs. */
export interface Places {
  readonly tables: ReadonlyMap<string, string>;
  /** The ARN of the key that encrypts a queue or a bucket, by its ARN. */
  readonly keys: ReadonlyMap<string, string>;
  /** ARNs of what stands outside the stacks, by the name that calls give it: numbers, senders. */
  readonly outside: Readonly<Record<string, string>>;
}

/** `sqs`, `rounds-local-sms` → `arn:aws:sqs:us-east-1:000000000000:rounds-local-sms` */
export function localArn(service: string, rest: string): string {
  return `arn:aws:${service}:${localRegion}:${localAccount}:${rest}`;
}

/** What the service does with the key of what it encrypts, in the caller's name. */
export function keyNeeds(
  { keys }: Places,
  at: { readonly service: "sqs" | "s3"; readonly resource: string },
  actions: readonly ("kms:Decrypt" | "kms:GenerateDataKey")[],
): readonly Need[] {
  const key = keys.get(at.resource);
  if (key === undefined) return [];
  const viaService = `${at.service}.${localRegion}.amazonaws.com`;
  return actions.map((action) => ({ action, resource: key, viaService }));
}
