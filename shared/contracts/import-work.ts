import { parseS3Event } from "./aws/s3-event.ts";
import { type ImportMessage, parseImportMessage } from "./import-message.ts";
import { type Parsed, read, readJson } from "./parsed.ts";

/** A stretch of a file to import. */
export type ImportWork = Omit<ImportMessage, "schema">;

/**
 * Reads a message of the import queue: a continuation of ours, or S3's word that files came in.
 * New files belong to the deployment's own organization. Never throws.
 */
export function parseImportWork(
  body: unknown,
  organization: string,
): Parsed<readonly ImportWork[]> {
  const json = readJson(body, "import");
  if (!json.ok) return json;
  const continuation = parseImportMessage(json.value);
  if (continuation.ok) return read([continuation.value]);
  const files = parseS3Event(json.value);
  if (!files.ok) return files;
  return read(files.value.map(({ bucket, key }) => ({ organization, bucket, key, fromLine: 1 })));
}
