import { vi } from "vitest";

/** A shell from which the AWS SDK finds these servers, and credentials that they take. */
export function atShell(endpoints: { readonly dynamodb: string; readonly sqs?: string }): void {
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamodb);
  if (endpoints.sqs !== undefined) vi.stubEnv("AWS_ENDPOINT_URL_SQS", endpoints.sqs);
  vi.stubEnv("AWS_REGION", "us-east-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "test");
}
