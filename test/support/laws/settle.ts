import { nextDue } from "#domain/record/due";
import type { Instant } from "#domain/time";
import type { BusyClinic } from "./busy-clinic.ts";

/** Rounds of release and work before a run is called endless. */
const roundsMax = 400;

/**
 * Lives on without disturbance until then: each minute's release, the queues, and workers who do
 * what the queues say. Time jumps to the next moment at which anything is due.
 */
export async function settle(clinic: BusyClinic, until: Instant, patients: readonly string[]) {
  for (let round = 0; round < roundsMax; round += 1) {
    await clinic.quietly.release();
    const isIdle = !(await workOff(clinic));
    if (!isIdle) continue;
    const records = await Promise.all(
      patients.map((patient) => clinic.stores.records.load("oak", patient)),
    );
    const moments = records.flatMap((record) => (record && nextDue(record)?.at) ?? []);
    const next = Math.min(...moments);
    if (!(next <= until)) {
      clinic.time.moveTo(until);
      return;
    }
    clinic.time.moveTo(next);
  }
  throw new Error("it never came to rest");
}

/** Does what lies on the queues; whether there was anything. */
async function workOff({ quietly, stores }: BusyClinic): Promise<boolean> {
  const { queues, urgent } = stores;
  const due = Object.values(queues).flatMap((queue) => queue.take(1_000));
  const flagged = urgent.take(1_000);
  for (const { organization, patient } of flagged) await quietly.raise(organization, patient);
  for (const { organization, patient, lane } of due) {
    if (lane === "decide") await quietly.advance(organization, patient);
    else if (lane === "task") await quietly.raise(organization, patient);
    else await quietly.contact(patient, lane);
  }
  return due.length + flagged.length > 0;
}
