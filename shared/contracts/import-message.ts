import * as z from "zod/mini";
import { organizationId } from "./ids.ts";
import { type Parsed, readContract } from "./parsed.ts";

/**
 * "Import this file from this line on." A long file is imported in stretches: each ends by
 * putting the rest back on the queue, so that one file never outlives one invocation.
 */
export const ImportMessage = z.strictObject({
  schema: z.literal("import.v1"),
  organization: organizationId,
  bucket: z.string().check(z.minLength(1)),
  key: z.string().check(z.minLength(1)),
  /** The first line to read, from 1. */
  fromLine: z.int().check(z.positive()),
});
export type ImportMessage = z.infer<typeof ImportMessage>;

export function parseImportMessage(body: unknown): Parsed<ImportMessage> {
  return readContract(ImportMessage, body, "import");
}
