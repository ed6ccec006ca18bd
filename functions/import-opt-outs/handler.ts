import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import type { OptOutsMessage } from "#contracts/opt-outs/message";
import { type OptOutsWork, parseOptOutsWork } from "#contracts/opt-outs/work";
import type { Clock, WorkQueue } from "#ports";
import type { ImportOptOuts } from "#usecases/import-opt-outs";

/** An invocation stops beginning chunks after this, well within its own time limit. */
const workMs = 60_000;

export interface OptOutsRim extends QueueRim {
  readonly organization: string;
  readonly queue: WorkQueue<OptOutsMessage>;
  readonly clock: Clock;
}

/** Takes in opt-outs that another system kept; what one invocation cannot finish, the next does. */
export function createHandler(rim: OptOutsRim, importOptOuts: ImportOptOuts) {
  const takeIn = async (work: OptOutsWork) => {
    const now = rim.clock.now();
    const { organization, bucket, key, fromLine, fromByte, handedInAt = now } = work;
    const from = { line: fromLine, byte: fromByte };
    const stopAt = now + workMs;
    const done = await importOptOuts({ organization, file: key, from, handedInAt, stopAt });
    const { accepted, quarantined, ownersOptedOut: count, next } = done;
    rim.log.info("Opt-outs taken in", { file: key, line: fromLine, accepted, quarantined, count });
    if (next === undefined) return;
    const rest = { organization, bucket, key, fromLine: next.line, fromByte: next.byte };
    await rim.queue.send([{ schema: "opt-outs.v1", ...rest, handedInAt }]);
  };
  return queueHandler({
    ...rim,
    parse: (body) => parseOptOutsWork(body, rim.organization),
    work: async (files) => {
      for (const file of files) await takeIn(file);
    },
  });
}
