import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseEnrollMessage } from "#contracts/enroll-message";
import type { EnrollPatient } from "#usecases/enroll-patient";

/** Enrolls one selected patient in one campaign, or records why not. */
export function createHandler(rim: QueueRim, enrollPatient: EnrollPatient) {
  return queueHandler({ ...rim, parse: parseEnrollMessage, work: (work) => enrollPatient(work) });
}
