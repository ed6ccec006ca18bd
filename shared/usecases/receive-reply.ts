import type { UrgentMessage } from "#contracts/urgent-message";
import type { Channel, PointId } from "#domain/patient/contact-point";
import type { OrganizationId, PatientId, Profile } from "#domain/patient/profile";
import { residenceOf } from "#domain/patient/residence";
import type { Command } from "#domain/record/command";
import { type ReplyRead, readReply } from "#domain/record/read-reply";
import type { PatientRecord } from "#domain/record/record";
import type { Rules } from "#domain/record/rules";
import type { TouchRef } from "#domain/record/touch";
import type { Understanding } from "#domain/reply/understanding";
import type { Clock, PointDirectory, ProfileStore, ReplyStore, WorkQueue } from "#ports";
import type { Act, Acted } from "./act.ts";
import type { Kick } from "./kick.ts";

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

export interface ReceivePorts {
  readonly act: Act;
  readonly points: PointDirectory;
  readonly profiles: ProfileStore;
  readonly replies: ReplyStore;
  readonly urgent: WorkQueue<UrgentMessage>;
  readonly kick: Kick;
  readonly clock: Clock;
}

export interface Received {
  readonly patient: PatientId;
  readonly understanding: Understanding;
}

/**
 * Hears one reply. It is kept word for word before anything is decided; a STOP or a wrong number
 * is written to every owner of the phone before this returns, and a red flag goes to the urgent
 * queue beside the write that opened its task. Safe to repeat: the reply's id counts once.
 */
export function createReceiveReply(ports: ReceivePorts) {
  return async (input: ReplyInput): Promise<Received> => {
    const { organization, reply, channel, text } = input;
    const speaker = await findSpeaker(ports, input);
    const at = ports.clock.now();
    await ports.replies.keep({ organization, patient: speaker.patient, reply, at, channel, text });
    let latest: ReplyRead | undefined;
    const acted = await ports.act(organization, speaker.patient, (record, rules) => {
      latest = read(input, record, rules, at);
      return [heard(input, latest, at, "patient")];
    });
    const understood = latest ?? read(input, acted.record, acted.rules, at);
    const { understanding: meaning } = understood;
    if (meaning.optOut || meaning.optIn) {
      await ports.points.setStopped(organization, input.from.point, meaning.optOut);
    }
    if (meaning.optOut || meaning.wrongNumber) {
      for (const other of speaker.others) {
        await ports.act(organization, other, () => [heard(input, understood, at, "other-owner")]);
      }
    }
    await raiseUrgently(ports, acted);
    await ports.kick(acted.record);
    return { patient: speaker.patient, understanding: meaning };
  };
}

function read(input: ReplyInput, record: PatientRecord, rules: Rules, at: number): ReplyRead {
  const { text, channel, about, confidence } = input;
  return readReply(text, record, {
    at,
    book: rules.campaign,
    channel,
    ...(about ? { touch: about.touch } : {}),
    ...(confidence === undefined ? {} : { confidence }),
  });
}

function heard(
  input: ReplyInput,
  read: ReplyRead,
  at: number,
  speaker: "patient" | "other-owner",
): Command {
  const { reply, channel, from, about } = input;
  const { understanding, question } = read;
  const isPatient = speaker === "patient";
  return {
    type: "receive-reply",
    at,
    reply,
    channel,
    point: from.point,
    understanding,
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
