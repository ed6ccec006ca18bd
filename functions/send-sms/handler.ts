import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseDueMessage } from "#contracts/due-message";
import type { ContactPatient } from "#usecases/contact-patient";

/** Sends the texts that are due. */
export function createHandler(rim: QueueRim, contactPatient: ContactPatient) {
  return queueHandler({
    ...rim,
    parse: parseDueMessage,
    atOnce: true,
    work: ({ organization, patient, startAt }) =>
      contactPatient({
        organization,
        patient,
        channel: "sms",
        ...(startAt === undefined ? {} : { startAt }),
      }),
  });
}
