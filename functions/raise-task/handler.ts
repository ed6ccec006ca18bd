import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseDueMessage } from "#contracts/due-message";
import { type Parsed, readJson } from "#contracts/parsed";
import { parseUrgentMessage } from "#contracts/urgent-message";
import type { RaiseTasks } from "#usecases/raise-tasks";

/** Puts tasks before agents: the urgent ones at once, the others as they fall due. */
export function createHandler(rim: QueueRim, raiseTasks: RaiseTasks) {
  return queueHandler({
    ...rim,
    parse: parseEither,
    work: ({ organization, patient }) => raiseTasks(organization, patient),
  });
}

/** Both queues name a patient; which tasks are due is read from the record. */
function parseEither(
  body: string,
): Parsed<{ readonly organization: string; readonly patient: string }> {
  const json = readJson(body, "task");
  if (!json.ok) return json;
  const urgent = parseUrgentMessage(json.value);
  return urgent.ok ? urgent : parseDueMessage(json.value);
}
