import type { Channel, PointId } from "#domain/patient/contact-point";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import { type ReplyRead, readReply } from "#domain/record/read-reply";
import type { PatientRecord } from "#domain/record/record";
import type { Rules } from "#domain/record/rules";
import type { TouchRef } from "#domain/record/touch";
import type { Instant } from "#domain/time";

export interface ReplyInput {
  readonly organization: OrganizationId;
  /** The provider's id of the message; letters, digits, `-`, `_`, `.`. */
  readonly reply: string;
  readonly channel: Channel;
  /** Where it came from. `address` is PHI: it is kept only when nobody is known there. */
  readonly from: { readonly point: PointId; readonly address: string };
  readonly text: string;
  /** How sure speech recognition was of a transcript, 0…1. */
  readonly confidence?: number;
  /** The patient and touch, when the channel tells (a key pressed during a call). */
  readonly about?: { readonly patient: PatientId; readonly touch: TouchRef };
}

/** What the words mean, said by the patient of this record. */
export function readInput(
  input: ReplyInput,
  record: PatientRecord,
  rules: Rules,
  at: Instant,
): ReplyRead {
  const { text, channel, about, confidence } = input;
  return readReply(text, record, {
    at,
    book: rules.campaign,
    channel,
    ...(about ? { touch: about.touch } : {}),
    ...(confidence === undefined ? {} : { confidence }),
  });
}
