import { purposes } from "../campaign/purpose.ts";
import { isRevoked } from "../contact/permission.ts";
import type { PointId } from "../patient/contact-point.ts";
import type { Understanding } from "../reply/understanding.ts";
import type { Instant } from "../time.ts";
import type { RecordEvent } from "./event.ts";
import type { PatientRecord } from "./record.ts";

/**
 * Whether the carrier's list may have to follow a write: somebody took texts back or left it at
 * that, or somebody who takes none has another number now.
 * @param record as the write left it.
 */
export function concernsCarrierList(
  record: PatientRecord,
  events: readonly RecordEvent[],
): boolean {
  const phone = record.reach.points.sms;
  return events.some((event) => {
    if (event.type === "profile-changed") return phone !== undefined && takesNoTexts(record, phone);
    if (event.type === "opted-out") return (event.scope?.channel ?? "sms") === "sms";
    return event.type === "narrowing-ended";
  });
}

/**
 * Whether this patient takes no texts at this number, for no purpose. While KEEP may still be
 * answered nobody knows that: the other programs may go on.
 */
export function takesNoTexts(record: PatientRecord, point: PointId): boolean {
  if (record.narrowing) return false;
  return purposes.every((purpose) =>
    isRevoked(record.permissions, { channel: "sms", point, purpose }),
  );
}

/**
 * Whether a text is owed to this patient or on its way, such as the one that confirms the opt-out
 * (47 CFR 64.1200(a)(12)): the carrier would refuse it to a number on its list.
 */
export function isTextPending(record: PatientRecord, at: Instant): boolean {
  const isOwed = record.notices.some(
    ({ channel, notAfter }) => channel === "sms" && notAfter >= at,
  );
  return isOwed || record.inFlight?.channel === "sms";
}

/**
 * Whether the carrier must let texts through before this reply is acted on, and what may wait for
 * it: `first` is an opt-in, whose confirmation is a text; `at-once` are words that may be about a
 * life, which never wait for a carrier. `undefined`: nothing is to be sent to a number on the list.
 */
export function lineNeeded(
  record: PatientRecord,
  reply: {
    readonly id: string;
    readonly point: PointId;
    readonly understanding: Pick<Understanding, "optIn" | "optOut" | "tier">;
  },
): "first" | "at-once" | undefined {
  const { optIn, optOut, tier } = reply.understanding;
  if (record.heard.includes(reply.id)) return undefined;
  const isEmergency = tier === "T0" || tier === "T1";
  const wantsTexts = optIn && !optOut;
  const isNeeded = wantsTexts || (isEmergency && takesNoTexts(record, reply.point));
  if (!isNeeded) return undefined;
  return isEmergency || tier === "T2" ? "at-once" : "first";
}
