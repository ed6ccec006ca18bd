import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseMirrorMessage } from "#contracts/mirror-message";
import type { MirrorOptOuts } from "#usecases/mirror-opt-outs";

/** Keeps the carrier's opt-out list in step with the patients' own word. */
export function createHandler(rim: QueueRim, mirrorOptOuts: MirrorOptOuts) {
  return queueHandler({
    ...rim,
    parse: parseMirrorMessage,
    work: ({ organization, patient }) => mirrorOptOuts(organization, patient),
  });
}
