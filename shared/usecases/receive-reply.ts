import type { UrgentMessage } from "#contracts/urgent-message";
import { isRevoked } from "#domain/contact/permission";
import type { PatientId, Profile } from "#domain/patient/profile";
import { residenceOf } from "#domain/patient/residence";
import type { Command } from "#domain/record/command";
import type { ReplyRead } from "#domain/record/read-reply";
import type { PatientRecord } from "#domain/record/record";
import { replyEvidence } from "#domain/record/reply-evidence";
import type { Understanding } from "#domain/reply/understanding";
import type { Clock, PointDirectory, ProfileStore, ReplyStore, WorkQueue } from "#ports";
import type { Act, Acted } from "./act.ts";
import type { Kick } from "./kick.ts";
import type { OpenLine } from "./open-line.ts";
import { type ReplyInput, readInput } from "./reply-input.ts";

export interface ReceivePorts {
  readonly act: Act;
  readonly points: PointDirectory;
  readonly profiles: ProfileStore;
  readonly replies: ReplyStore;
  readonly urgent: WorkQueue<UrgentMessage>;
  readonly kick: Kick;
  readonly clock: Clock;
  /** Where the channel is texts: the carrier may have to let the answer through. */
  readonly openLine?: OpenLine;
}

export interface Received {
  readonly patient: PatientId;
  readonly understanding: Understanding;
}

/**
 * Hears one reply. It is kept word for word before anything is decided; a STOP or a wrong number
 * is written to every owner of the phone before this returns, a START is taken to the carrier before
 * it is confirmed, and a red flag goes to the urgent queue beside the write that opened its task.
 * Safe to repeat: the reply's id counts once.
 */
export function createReceiveReply(ports: ReceivePorts) {
  return async (input: ReplyInput): Promise<Received> => {
    const { organization, reply, channel, text } = input;
    const speaker = await findSpeaker(ports, input);
    const at = ports.clock.now();
    await ports.replies.keep({ organization, patient: speaker.patient, reply, at, channel, text });
    const line = await ports.openLine?.(input, speaker.patient, at);
    let latest: ReplyRead | undefined;
    const acted = await ports.act(organization, speaker.patient, (record, rules) => {
      latest = readInput(input, record, rules, at);
      const blocked = line === "blocked" ? ({ isBlockedAtCarrier: true } as const) : {};
      return [{ ...heard(input, latest, at, "patient"), ...blocked }];
    });
    const understood = latest ?? readInput(input, acted.record, acted.rules, at);
    const { understanding: meaning } = understood;
    const owners = await tellPoint(ports, input, understood, acted.record);
    if (meaning.optOut || meaning.wrongNumber) {
      const others = (owners ?? speaker.others).filter((owner) => owner !== speaker.patient);
      for (const other of others) {
        await ports.act(organization, other, () => [heard(input, understood, at, "other-owner")]);
      }
    }
    await raiseUrgently(ports, acted);
    await ports.kick(acted.record);
    return { patient: speaker.patient, understanding: meaning };
  };
}

/**
 * Notes a STOP or a START at the number it came from, unless the record says that the other was
 * heard since: a message may come twice, late.
 * @returns after a STOP, who owns the number.
 */
async function tellPoint(
  { points, clock }: ReceivePorts,
  { organization, channel, from, reply }: ReplyInput,
  { understanding }: ReplyRead,
  record: PatientRecord,
): Promise<readonly PatientId[] | undefined> {
  const { optOut, optIn, spans } = understanding;
  const stands = isRevoked(record.permissions, { point: from.point });
  const at = clock.now();
  if (optOut && stands) {
    const evidence = replyEvidence({ by: "other-owner", reply, spans }, "opt-out");
    const stop = { at, via: channel, evidence };
    return (await points.stop(organization, from.point, stop)).patients;
  }
  if (optIn && !optOut && !stands) await points.start(organization, from.point, at);
  return undefined;
}

function heard(
  input: ReplyInput,
  read: ReplyRead,
  at: number,
  speaker: "patient" | "other-owner",
): Command & { type: "receive-reply" } {
  const { reply, channel, from, about } = input;
  const { understanding, readBy, question } = read;
  const isPatient = speaker === "patient";
  return {
    type: "receive-reply",
    at,
    reply,
    channel,
    point: from.point,
    understanding,
    readBy,
    speaker,
    ...(about && isPatient ? { touch: about.touch } : {}),
    ...(question && isPatient ? { question } : {}),
  };
}

/**
 * Whose words these are: the patient named, the owner last contacted there, else the first owner
 * whom we know. A stranger who was heard from a number before its owner was imported comes last.
 * Who it is may look otherwise when the message comes again, so what was said first stands.
 */
async function findSpeaker(
  ports: ReceivePorts,
  input: ReplyInput,
): Promise<{ readonly patient: PatientId; readonly others: readonly PatientId[] }> {
  const { organization, from, about, reply } = input;
  const owners = await ports.points.owners(organization, from.point);
  const likely =
    about?.patient ??
    owners.latest ??
    owners.patients.find((owner) => !isStranger(owner)) ??
    owners.patients[0] ??
    (await welcomeStranger(ports, input));
  const patient =
    about?.patient ?? (await ports.points.ascribe(organization, from.point, reply, likely));
  return { patient, others: owners.patients.filter((owner) => owner !== patient) };
}

const strangerPrefix = "unknown-";

function isStranger(patient: PatientId): boolean {
  return patient.startsWith(strangerPrefix);
}

/**
 * Somebody nobody knows wrote to us. "My chest hurts" from an unknown number is still an
 * emergency and STOP is still STOP, so the sender gets a record of their own.
 */
async function welcomeStranger(ports: ReceivePorts, input: ReplyInput): Promise<PatientId> {
  const { organization, from, channel } = input;
  const patient = `${strangerPrefix}${from.point}`;
  const profile: Profile = {
    organization,
    patient,
    given: "",
    family: "",
    language: "en",
    isLanguageKnown: false,
    ...residenceOf({ homes: [], numbers: [from.address] }),
    points: [
      {
        id: from.point,
        kind: channel === "email" ? "email" : channel === "sms" ? "mobile" : "phone",
        address: from.address,
      },
    ],
  };
  await ports.profiles.save(profile);
  await ports.points.link(organization, from.point, patient);
  return patient;
}

/** The due index would raise it within the minute; the urgent queue does so now. */
async function raiseUrgently(ports: ReceivePorts, acted: Acted): Promise<void> {
  const { organization, patient } = acted.record;
  const urgent = acted.events.flatMap((event): UrgentMessage[] =>
    event.type === "escalated" && event.task.holds
      ? [{ schema: "urgent.v1", organization, patient, task: event.task.id }]
      : [],
  );
  if (urgent.length > 0) await ports.urgent.send(urgent);
}

export type ReceiveReply = ReturnType<typeof createReceiveReply>;
