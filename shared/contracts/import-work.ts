import { parseS3Event } from "./aws/s3-event.ts";
import { type ImportMessage, parseImportMessage } from "./import-message.ts";
import { type Parsed, read, readJson } from "./parsed.ts";
import { parseResolveMessage, type ResolveMessage } from "./resolve-message.ts";

/** A stretch of a file to import. */
export type ImportWork = Omit<ImportMessage, "schema">;

/** What the import queue carries: files that came in or go on, or a slice to solve again. */
export type ImportQueueWork =
  | { readonly kind: "files"; readonly files: readonly ImportWork[] }
  | { readonly kind: "slice"; readonly slice: ResolveMessage };

/**
 * Reads a message of the import queue: one of ours, or S3's word that files came in. New files
 * belong to the deployment's own organization. Never throws.
 */
export function parseImportWork(body: unknown, organization: string): Parsed<ImportQueueWork> {
  const json = readJson(body, "import");
  if (!json.ok) return json;
  const slice = parseResolveMessage(json.value);
  if (slice.ok) return read({ kind: "slice", slice: slice.value });
  const continuation = parseImportMessage(json.value);
  if (continuation.ok) return read({ kind: "files", files: [continuation.value] });
  const files = parseS3Event(json.value);
  if (!files.ok) return files;
  return read({
    kind: "files",
    files: files.value.map(({ bucket, key }) => ({ organization, bucket, key, fromLine: 1 })),
  });
}
