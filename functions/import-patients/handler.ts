import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import type { ImportMessage } from "#contracts/import-message";
import { type ImportWork, parseImportWork } from "#contracts/import-work";
import type { ResolveMessage } from "#contracts/resolve-message";
import type { Clock, WorkQueue } from "#ports";
import type { ImportPatients } from "#usecases/import-patients";
import type { ResolvePatients } from "#usecases/resolve-patients";

/** An invocation stops beginning chunks after this, well within its own time limit. */
const workMs = 60_000;

export interface ImportRim extends QueueRim {
  readonly organization: string;
  readonly queue: WorkQueue<ImportMessage | ResolveMessage>;
  readonly clock: Clock;
}

/**
 * Reads the files that were handed in, and solves patients again whose audiences were changed;
 * what one invocation cannot finish goes on in the next.
 */
export function createHandler(
  rim: ImportRim,
  importPatients: ImportPatients,
  resolvePatients: ResolvePatients,
) {
  const importFile = async ({ organization, bucket, key, fromLine }: ImportWork) => {
    const at = rim.clock.now();
    const stopAt = at + workMs;
    const done = await importPatients({ organization, file: key, fromLine, at, stopAt });
    const { accepted, quarantined, nextLine } = done;
    rim.log.info("Imported", { file: key, accepted, quarantined, line: fromLine });
    if (nextLine === undefined) return;
    const rest = { schema: "import.v1", organization, bucket, key, fromLine: nextLine } as const;
    await rim.queue.send([rest]);
  };
  const resolveSlice = async (message: ResolveMessage) => {
    const { organization, resolution, slice } = message;
    const stopAt = rim.clock.now() + workMs;
    const { is, solved } = await resolvePatients({ organization, resolution, slice, stopAt });
    rim.log.info("Solved again", { shard: slice, count: solved, outcome: is });
    if (is === "unfinished") await rim.queue.send([message]);
  };
  return queueHandler({
    ...rim,
    parse: (body) => parseImportWork(body, rim.organization),
    work: async (work) => {
      if (work.kind === "slice") return resolveSlice(work.slice);
      for (const file of work.files) await importFile(file);
    },
  });
}
