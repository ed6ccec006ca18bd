/** What somebody at a shell can do about what a deployment answers, by code. */
const advice: Readonly<Record<string, string>> = {
  "dynamodb/ResourceNotFoundException":
    "There is no table of that name in this account and region: the data stack's outputs name it.",
  "dynamodb/AccessDeniedException": "These credentials may not do that to the table.",
  "dynamodb/UnrecognizedClientException": "AWS does not know these credentials: log in again.",
  "dynamodb/ExpiredTokenException": "These credentials have expired: log in again.",
  "dynamodb/CredentialsProviderError":
    "There are no AWS credentials here: log in, or name a profile in AWS_PROFILE.",
  "sqs/QueueDoesNotExist":
    "There is no queue of that name in this account and region: name the import queue by --queue.",
  "sqs/AccessDenied": "These credentials may not put work on the import queue.",
  "organization/line-taken":
    "One of the `lines` belongs to another organization in this table: a reply has one owner.",
  "campaign/published-meanwhile": "Somebody else published at the same time: publish again.",
};

const noRegion = "There is no region: give --region, or set AWS_REGION.";

/**
 * What went wrong, in one line with its code, for a person who did not write the code.
 * `ROUNDS_DEBUG=1` adds the stack.
 */
export function inWords(error: unknown, debug = process.env["ROUNDS_DEBUG"] ?? ""): string {
  if (!(error instanceof Error)) return `rounds: ${String(error)}`;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const known = adviceOn(error, code);
  const message = known ?? (error.message.split("\n")[0]?.trim() || error.name);
  const line =
    code === undefined || message.includes(code)
      ? `rounds: ${message}`
      : `rounds: ${message} (${code})`;
  if (debug !== "") return `${line}\n${error.stack ?? ""}`;
  const isAdvice =
    known !== undefined || code?.startsWith("local/") || error.name === "CampaignProblem";
  return isAdvice ? line : `${line}\nROUNDS_DEBUG=1 shows where it happened.`;
}

function adviceOn(error: Error, code: string | undefined): string | undefined {
  // The SDK says this in a plain error, before it asks anybody.
  if (error.cause instanceof Error && error.cause.message === "Region is missing") return noRegion;
  return code === undefined ? undefined : advice[code];
}
