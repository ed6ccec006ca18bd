import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import type { ImportMessage } from "#contracts/import-message";
import { parseImportWork } from "#contracts/import-work";
import type { Clock, WorkQueue } from "#ports";
import type { ImportPatients } from "#usecases/import-patients";

/** An invocation stops beginning chunks after this, well within its own time limit. */
const workMs = 60_000;

export interface ImportRim extends QueueRim {
  readonly organization: string;
  readonly queue: WorkQueue<ImportMessage>;
  readonly clock: Clock;
}

/** Reads the files that were handed in; what one invocation cannot finish goes on in the next. */
export function createHandler(rim: ImportRim, importPatients: ImportPatients) {
  return queueHandler({
    ...rim,
    parse: (body) => parseImportWork(body, rim.organization),
    work: async (files) => {
      for (const { organization, bucket, key, fromLine } of files) {
        const at = rim.clock.now();
        const stopAt = at + workMs;
        const done = await importPatients({ organization, file: key, fromLine, at, stopAt });
        const { accepted, quarantined, nextLine } = done;
        rim.log.info("Imported", { file: key, accepted, quarantined, line: fromLine });
        if (nextLine === undefined) continue;
        const rest = {
          schema: "import.v1",
          organization,
          bucket,
          key,
          fromLine: nextLine,
        } as const;
        await rim.queue.send([rest]);
      }
    },
  });
}
