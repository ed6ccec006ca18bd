import type { Environment } from "#infra/environments";

/** The ARN of the data stack's topic that hears one kind of notice. */
export function noticeTopic(
  { name, region, account }: Environment,
  kind: "sms-inbound" | "sms-events" | "email-events",
): string {
  return `arn:aws:sns:${region}:${account}:rounds-${name}-${kind}`;
}
