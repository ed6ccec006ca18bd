import type { MirrorMessage } from "#contracts/mirror-message";
import type { PatientId } from "#domain/patient/profile";
import { lineNeeded } from "#domain/record/carrier-list";
import type { Instant } from "#domain/time";
import type { CarrierOptOutList, WorkQueue } from "#ports";
import type { Act } from "./act.ts";
import { type ReplyInput, readInput } from "./reply-input.ts";

/** `blocked`: texts to this number will be refused for a while. */
export type Line = "open" | "blocked";

export interface OpenLinePorts {
  /** Only to read the record and its rules. */
  readonly act: Act;
  readonly carrier: Pick<CarrierOptOutList, "remove">;
  readonly mirror: WorkQueue<MirrorMessage>;
}

/**
 * Takes a number off the carrier's list where a reply is about to be answered by a text that must
 * arrive: an opt-in, or words about a life. Throws `TryAgain` when the carrier cannot be asked now,
 * except for those words, which go on without it. Whatever then becomes of the reply, the list is
 * looked at again and follows the record.
 */
export function createOpenLine(ports: OpenLinePorts) {
  return async (input: ReplyInput, patient: PatientId, at: Instant): Promise<Line> => {
    const { organization, reply, from } = input;
    const { record, rules } = await ports.act(organization, patient, () => []);
    const { understanding } = readInput(input, record, rules, at);
    const needed = lineNeeded(record, { id: reply, point: from.point, understanding });
    if (needed === undefined) return "open";
    const removing = takeOff(ports, input, patient);
    return needed === "at-once" ? removing.catch((): Line => "blocked") : removing;
  };
}

export type OpenLine = ReturnType<typeof createOpenLine>;

async function takeOff(
  { carrier, mirror }: OpenLinePorts,
  { organization, from }: ReplyInput,
  patient: PatientId,
): Promise<Line> {
  // Told first: a crash after the removal must not leave the list behind the record.
  await mirror.send([{ schema: "mirror.v1", organization, patient }]);
  return (await carrier.remove(from.address)) === "removed" ? "open" : "blocked";
}
