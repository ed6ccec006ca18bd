import { describe, expect, it } from "vitest";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import type { ImportMessage } from "#contracts/import-message";
import type { ResolveMessage } from "#contracts/resolve-message";
import type { ImportPatients } from "#usecases/import-patients";
import type { Resolved } from "#usecases/resolve-patients";
import { createHandler } from "../../functions/import-patients/handler.ts";
import { batch, rim } from "../support/lambda.ts";

const slice = { schema: "resolve.v1", organization: "oak", resolution: "1-a", slice: 3 };
const rest = { schema: "import.v1", organization: "oak", bucket: "b", key: "k", fromLine: 9 };

function open(outcome: Resolved, nextLine?: number) {
  const queue = createMemoryWorkQueue<ImportMessage | ResolveMessage>();
  const solved: unknown[] = [];
  const importPatients: ImportPatients = async () => ({
    ...{ accepted: 0, quarantined: 0, counts: [], notes: {} },
    ...(nextLine === undefined ? {} : { nextLine }),
  });
  const ports = { ...rim(), organization: "oak", queue, clock: createManualClock(1000) };
  const handler = createHandler(ports, importPatients, async (input) => {
    solved.push(input);
    return outcome;
  });
  return { handler, queue, solved };
}

describe("the import queue", () => {
  it("hands a slice to the solver, and puts it back while it is not done", async () => {
    const unfinished = open({ is: "unfinished", solved: 500 });
    await unfinished.handler(batch([slice]));
    expect(unfinished.solved).toMatchObject([{ resolution: "1-a", slice: 3, stopAt: 61_000 }]);
    expect(unfinished.queue.take(9)).toEqual([slice]);
    const done = open({ is: "done", solved: 900 });
    await done.handler(batch([slice]));
    expect(done.queue.take(9)).toEqual([]);
  });

  it("goes on with a file where it stopped", async () => {
    const it = open({ is: "done", solved: 0 }, 2_009);
    await it.handler(batch([rest]));
    expect(it.queue.take(9)).toEqual([{ ...rest, fromLine: 2_009 }]);
    expect(it.solved).toEqual([]);
  });
});
