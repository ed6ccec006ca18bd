import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { parseDueMessage } from "#contracts/due-message";
import type { AdvancePatient } from "#usecases/advance-patient";

/** Does what is due without a provider: silence, rest, leases, deadlines. */
export function createHandler(rim: QueueRim, advancePatient: AdvancePatient) {
  return queueHandler({
    ...rim,
    parse: parseDueMessage,
    work: ({ organization, patient }) => advancePatient(organization, patient),
  });
}
