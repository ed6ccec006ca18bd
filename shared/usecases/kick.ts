import type { DueMessage } from "#contracts/due-message";
import type { Lane } from "#domain/record/due";
import { nextDue } from "#domain/record/due";
import type { PatientRecord } from "#domain/record/record";
import type { Clock, WorkQueue } from "#ports";

/** Queues at once what is due now; see `createKick`. */
export type Kick = (record: PatientRecord) => Promise<void>;

/**
 * What is due this moment need not wait for the next minute's release: a patient who texts HELP
 * is answered in seconds. Only a short cut: the due index holds the same entry, and a worker that
 * gets both finds nothing the second time.
 */
export function createKick(ports: {
  readonly queues: Partial<Readonly<Record<Lane, WorkQueue<DueMessage>>>>;
  readonly clock: Clock;
}): Kick {
  return async (record) => {
    const due = nextDue(record);
    const queue = due && ports.queues[due.lane];
    if (!due || !queue || due.at > ports.clock.now()) return;
    const { organization, patient } = record;
    await queue.send([{ schema: "due.v1", organization, patient, lane: due.lane, dueAt: due.at }]);
  };
}
