import * as z from "zod/mini";
import type { Receipt } from "../../domain/record/command.ts";
import type { TouchKey } from "../../domain/record/touch.ts";
import { type Instant, parseInstant } from "../../domain/time.ts";
import { type Parsed, read, readContract, unreadable } from "../parsed.ts";
import { unwrapEventBridge } from "./event-bridge.ts";
import { unwrapSns } from "./sns-envelope.ts";

/** What Connect reported of one contact. */
export interface ContactEvent {
  /** Connect does not promise attributes in events; without one, ask the call directory. */
  readonly touch?: TouchKey;
  /** Only the end of an outbound voice contact has one. */
  readonly receipt?: Receipt;
  /** The contact id. */
  readonly providerId: string;
  readonly at?: Instant;
}

/**
 * Names are matched without case: AWS's own samples mix `Voice`/`VOICE` and
 * `agentInfo`/`AgentInfo`. Source: Amazon Connect Administrator Guide, "Contact events".
 */
const ContactDetail = z.looseObject({
  eventtype: z.string().check(z.minLength(1)),
  contactid: z.string().check(z.minLength(1)),
  channel: z.nullish(z.string()),
  initiationmethod: z.nullish(z.string()),
  connectedtosystemtimestamp: z.nullish(z.string()),
  disconnecttimestamp: z.nullish(z.string()),
  disconnectreason: z.nullish(z.string()),
  answeringmachinedetectionstatus: z.nullish(z.string()),
  attributes: z.optional(z.unknown()),
});
type ContactDetail = z.infer<typeof ContactDetail>;

const Attributes = z.looseObject({ touch: z.string().check(z.minLength(1)) });

/** Reads an EventBridge event, as it is or in an SQS body. Never throws. */
export function parseConnectContactEvent(body: unknown): Parsed<ContactEvent> {
  const delivered = unwrapSns(body, "contact-event");
  if (!delivered.ok) return delivered;
  const bridged = unwrapEventBridge(delivered.value.payload);
  const detail = bridged?.detail ?? delivered.value.payload;
  if (detail === null || typeof detail !== "object") return unreadable("contact-event/bad-detail");
  const parsed = readContract(ContactDetail, lowerCased(detail), "contact-event");
  if (!parsed.ok) return parsed;
  const contact = parsed.value;
  const attributes = Attributes.safeParse(contact.attributes);
  const receipt = receiptOf(contact);
  const at = instantOf(contact, bridged?.time);
  return read({
    providerId: contact.contactid,
    ...(attributes.success ? { touch: attributes.data.touch } : {}),
    ...(receipt === undefined ? {} : { receipt }),
    ...(at === undefined ? {} : { at }),
  });
}

function lowerCased(detail: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** `COMPLETED` repeats `DISCONNECTED` for contacts without an agent; receipts bear repeats. */
const ends: ReadonlySet<string> = new Set(["DISCONNECTED", "COMPLETED"]);
const outbound: ReadonlySet<string> = new Set(["API", "OUTBOUND"]);

function receiptOf(contact: ContactDetail): Receipt | undefined {
  if (!ends.has(contact.eventtype.toUpperCase())) return undefined;
  if (contact.channel && contact.channel.toUpperCase() !== "VOICE") return undefined;
  if (!outbound.has(contact.initiationmethod?.toUpperCase() ?? "API")) return undefined;
  return (
    detected[contact.answeringmachinedetectionstatus?.toUpperCase() ?? ""] ??
    disconnected[contact.disconnectreason?.toUpperCase() ?? ""] ??
    unexplained(contact)
  );
}

/** Source: Amazon Connect API Reference, `AnsweringMachineDetectionStatus`. */
const detected: Readonly<Record<string, Receipt>> = {
  HUMAN_ANSWERED: { is: "delivered", by: "person" },
  VOICEMAIL_BEEP: { is: "delivered", by: "machine" },
  VOICEMAIL_NO_BEEP: { is: "delivered", by: "machine" },
  SIT_TONE_BUSY: { is: "failed", reason: "busy" },
  SIT_TONE_INVALID_NUMBER: { is: "failed", reason: "invalid-address" },
  SIT_TONE_DETECTED: { is: "failed", reason: "unreachable" },
  FAX_MACHINE_DETECTED: { is: "failed", reason: "unreachable" },
  AMD_UNANSWERED: { is: "failed", reason: "no-answer" },
};

/** Source: Amazon Connect Administrator Guide, "Contact records data model", DisconnectReason. */
const disconnected: Readonly<Record<string, Receipt>> = {
  TELECOM_BUSY: { is: "failed", reason: "busy" },
  TELECOM_NUMBER_INVALID: { is: "failed", reason: "invalid-address" },
  TELECOM_POTENTIAL_BLOCKING: { is: "failed", reason: "blocked" },
  TELECOM_UNANSWERED: { is: "failed", reason: "no-answer" },
  TELECOM_TIMEOUT: { is: "failed", reason: "no-answer" },
  OUTBOUND_DESTINATION_ENDPOINT_ERROR: { is: "failed", reason: "blocked" },
};

/**
 * An outbound contact is connected to the system at the moment somebody, or something, answers.
 * Without detection nobody can tell a person from a machine: the call flow's own report can.
 */
function unexplained(contact: ContactDetail): Receipt {
  return contact.connectedtosystemtimestamp
    ? { is: "delivered", by: "device" }
    : { is: "failed", reason: "no-answer" };
}

function instantOf(contact: ContactDetail, time: string | undefined): Instant | undefined {
  const text = contact.disconnecttimestamp ?? time;
  return text ? parseInstant(text) : undefined;
}
