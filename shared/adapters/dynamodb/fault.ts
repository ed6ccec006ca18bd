import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
} from "@aws-sdk/client-dynamodb";
import { TryAgain, Unrecoverable } from "../../errors.ts";

/**
 * What no repeat can heal. Everything else (throttled, 5xx, no answer, a conflict of
 * transactions) may be tried again, because every write here is conditional or repeatable.
 * Source: Amazon DynamoDB Developer Guide, "Error handling with DynamoDB".
 */
const hopeless: ReadonlySet<string> = new Set([
  "AccessDeniedException",
  "ResourceNotFoundException",
  "UnrecognizedClientException",
  "MissingAuthenticationTokenException",
  "SerializationException",
  "ItemCollectionSizeLimitExceededException",
  "ValidationException",
]);

/** Runs one call and turns what the SDK throws into our kinds of error. */
export async function asked<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    throw faultOf(error);
  }
}

/** As `asked`, but a refused condition is an answer and not an error. */
export async function askedIf<Answer>(
  call: () => Promise<Answer>,
): Promise<Answer | "condition-failed"> {
  try {
    return await call();
  } catch (error) {
    if (isConditionFailure(error)) return "condition-failed";
    throw faultOf(error);
  }
}

/** A refused condition, alone or as one of a transaction's reasons. */
export function isConditionFailure(error: unknown): boolean {
  if (error instanceof ConditionalCheckFailedException) return true;
  return reasonsOf(error).includes("ConditionalCheckFailed");
}

/** Two transactions met on one item; neither was applied, so one of them simply goes again. */
export function isTransactionConflict(error: unknown): boolean {
  const reasons = reasonsOf(error);
  return reasons.includes("TransactionConflict") && !reasons.includes("ConditionalCheckFailed");
}

function reasonsOf(error: unknown): readonly string[] {
  if (!(error instanceof TransactionCanceledException)) return [];
  return (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None");
}

function faultOf(error: unknown): Error {
  if (error instanceof TryAgain || error instanceof Unrecoverable) return error;
  const name = error instanceof Error ? error.name : "unknown";
  const code = `dynamodb/${name}`;
  if (hopeless.has(name) || reasonsOf(error).includes("ValidationError")) {
    return new Unrecoverable(code, { cause: error });
  }
  return new TryAgain(code, { cause: error });
}
