import { parseDueMessage } from "#contracts/due-message";
import { parseEnrollMessage } from "#contracts/enroll-message";
import { parseImportMessage } from "#contracts/import-message";
import { parseMirrorMessage } from "#contracts/mirror-message";
import { parseOptOutsMessage } from "#contracts/opt-outs/message";
import type { Parsed } from "#contracts/parsed";
import { parseResolveMessage } from "#contracts/resolve-message";
import { parseScheduleInput } from "#contracts/schedule-input";
import { touchOfTags } from "#contracts/touch-tag";
import { parseUrgentMessage } from "#contracts/urgent-message";
import { parseTouchKey } from "#domain/record/touch";

/**
 * How each thing is read that may still be under way when a release is deployed: on a queue, at a
 * provider, in a schedule. By the name of its fixture.
 */
export const readers: Readonly<Record<string, (body: unknown) => unknown>> = {
  due: (body) => read(parseDueMessage(body)),
  "due-with-a-moment": (body) => read(parseDueMessage(body)),
  enroll: (body) => read(parseEnrollMessage(body)),
  urgent: (body) => read(parseUrgentMessage(body)),
  mirror: (body) => read(parseMirrorMessage(body)),
  resolve: (body) => read(parseResolveMessage(body)),
  import: (body) => read(parseImportMessage(body)),
  "opt-outs": (body) => read(parseOptOutsMessage(body)),
  release: (body) => read(parseScheduleInput(body)),
  select: (body) => read(parseScheduleInput(body)),
  "touch-key": (body) => parseTouchKey(String(body)),
  "touch-tags": (body) => touchOfTags(body as Record<string, readonly string[]>),
};

function read(parsed: Parsed<unknown>): unknown {
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}
