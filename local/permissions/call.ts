import type { IncomingHttpHeaders } from "node:http";

/** One request to AWS, read to its end. */
export interface AwsCall {
  /** The name in the signature: `dynamodb`, `sqs`, `s3`, `ses`, `sms-voice`, `connect`. */
  readonly service: string;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** `DynamoDB_20120810.PutItem` → `PutItem`, of services that name the operation in a header. */
export function operationOf({ headers }: AwsCall): string {
  return String(headers["x-amz-target"] ?? "").replace(/^.*\./, "");
}

/** The body of services that speak JSON; an empty object for what is none. */
export function inputOf({ body }: AwsCall): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
