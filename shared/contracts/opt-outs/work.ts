import type { Instant } from "#domain/time";
import { parseS3Event } from "../aws/s3-event.ts";
import { type Parsed, read, readJson } from "../parsed.ts";
import { type OptOutsMessage, parseOptOutsMessage } from "./message.ts";

/** A stretch of a list of opt-outs. */
export type OptOutsWork = Omit<OptOutsMessage, "schema" | "handedInAt"> & {
  /** Absent where S3 did not say: then it is now. */
  readonly handedInAt?: Instant;
};

/**
 * Reads a message of the opt-outs queue: one of ours, or S3's word that lists came in. They belong
 * to the deployment's own organization. Never throws.
 */
export function parseOptOutsWork(
  body: unknown,
  organization: string,
): Parsed<readonly OptOutsWork[]> {
  const json = readJson(body, "opt-outs");
  if (!json.ok) return json;
  const continuation = parseOptOutsMessage(json.value);
  if (continuation.ok) return read([continuation.value]);
  const files = parseS3Event(json.value);
  if (!files.ok) return files;
  return read(
    files.value.map(({ bucket, key, at }) => ({
      organization,
      bucket,
      key,
      fromLine: 1,
      fromByte: 0,
      ...(at === undefined ? {} : { handedInAt: at }),
    })),
  );
}
