import * as z from "zod/mini";
import type { Receipt } from "../../domain/record/command.ts";
import type { TouchKey } from "../../domain/record/touch.ts";
import { type Instant, parseInstant } from "../../domain/time.ts";
import { type Parsed, read, readContract, unreadable } from "../parsed.ts";
import { touchOfTags } from "../touch-tag.ts";
import { unwrapEventBridge } from "./event-bridge.ts";
import { unwrapSns } from "./sns-envelope.ts";

/** What the mail system reported of one mail. */
export interface EmailEvent {
  /** Absent for mails that were not ours and for identity notifications, which carry no tags. */
  readonly touch?: TouchKey;
  /** Absent for events that say nothing of the mail's end: opens, clicks, delays. */
  readonly receipt?: Receipt;
  /** A complaint, or an unsubscribe through SES itself: nothing more may be sent. */
  readonly isOptOut: boolean;
  readonly providerId: string;
  /** The addresses it is about. PHI; for finding the patient when there is no touch. */
  readonly addresses: readonly string[];
  /** Our address that it went from, lower case: whose mail it was. */
  readonly from?: string;
  readonly at?: Instant;
}

const Recipient = z.looseObject({
  emailAddress: z.string(),
  action: z.nullish(z.string()),
});

/**
 * One shape for event publishing (`eventType`) and identity notifications (`notificationType`).
 * Source: Amazon SES Developer Guide, "Examples of event data" and "Notification examples".
 */
const MailEvent = z.looseObject({
  eventType: z.nullish(z.string()),
  notificationType: z.nullish(z.string()),
  mail: z.looseObject({
    messageId: z.string().check(z.minLength(1)),
    source: z.nullish(z.string()),
    timestamp: z.nullish(z.string()),
    destination: z.nullish(z.array(z.string())),
    tags: z.nullish(z.record(z.string(), z.array(z.string()))),
  }),
  bounce: z.nullish(
    z.looseObject({
      bounceType: z.nullish(z.string()),
      bounceSubType: z.nullish(z.string()),
      bouncedRecipients: z.nullish(z.array(Recipient)),
      timestamp: z.nullish(z.string()),
    }),
  ),
  complaint: z.nullish(
    z.looseObject({
      complaintFeedbackType: z.nullish(z.string()),
      complainedRecipients: z.nullish(z.array(Recipient)),
      timestamp: z.nullish(z.string()),
    }),
  ),
  delivery: z.nullish(z.looseObject({ timestamp: z.nullish(z.string()) })),
  subscription: z.nullish(
    z.looseObject({
      newTopicPreferences: z.nullish(z.looseObject({ unsubscribeAll: z.nullish(z.boolean()) })),
    }),
  ),
});
type MailEvent = z.infer<typeof MailEvent>;

/** Reads an SQS body of the event destination, raw, in SNS, or by EventBridge. Never throws. */
export function parseSesEvent(body: unknown): Parsed<EmailEvent> {
  const delivered = unwrapSns(body, "ses-event");
  if (!delivered.ok) return delivered;
  const payload = unwrapEventBridge(delivered.value.payload)?.detail ?? delivered.value.payload;
  const parsed = readContract(MailEvent, payload, "ses-event");
  if (!parsed.ok) return parsed;
  const event = parsed.value;
  const kind = event.eventType ?? event.notificationType;
  if (!kind) return unreadable("ses-event/no-kind");
  if (kind === "Received") return unreadable("ses-event/is-inbound-mail");
  const touch = touchOfTags(event.mail.tags ?? {});
  const receipt = receiptOf(kind, event);
  const at = instantOf(event);
  const from = bareAddress(event.mail.source ?? "");
  return read({
    providerId: event.mail.messageId,
    addresses: addressesOf(event),
    isOptOut: isOptOut(kind, event),
    ...(from === "" ? {} : { from }),
    ...(touch === undefined ? {} : { touch }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(at === undefined ? {} : { at }),
  });
}

/** `Oak Clinic <care@oak.example>` as `care@oak.example`. */
function bareAddress(source: string): string {
  return (/<([^<>]+)>/.exec(source)?.[1] ?? source).trim().toLowerCase();
}

function receiptOf(kind: string, event: MailEvent): Receipt | undefined {
  switch (kind) {
    case "Send":
      return { is: "sent" };
    case "Delivery":
      return { is: "delivered", by: "device" };
    case "Bounce":
      return bounceReceipt(event);
    case "Complaint":
      return isComplaint(event) ? { is: "failed", reason: "complaint" } : undefined;
    case "Reject":
    case "Rendering Failure":
      return { is: "failed", reason: "other" };
    default:
      return undefined;
  }
}

/**
 * A transient bounce comes after SES has given up trying. One without a failed recipient is an
 * out-of-office answer: the mail arrived, so it is no failure (SES Developer Guide, "Bounce
 * types", Transient/General).
 */
function bounceReceipt({ bounce }: MailEvent): Receipt | undefined {
  if (bounce?.bounceType !== "Transient") return { is: "failed", reason: "bounced" };
  const isAnswer =
    bounce.bounceSubType === "General" &&
    !bounce.bouncedRecipients?.some((recipient) => recipient.action?.toLowerCase() === "failed");
  return isAnswer ? undefined : { is: "failed", reason: "unreachable" };
}

/** `not-spam` takes an earlier complaint back. */
function isComplaint({ complaint }: MailEvent): boolean {
  return complaint?.complaintFeedbackType !== "not-spam";
}

function isOptOut(kind: string, event: MailEvent): boolean {
  if (kind === "Complaint") return isComplaint(event);
  return (
    kind === "Subscription" && event.subscription?.newTopicPreferences?.unsubscribeAll === true
  );
}

function addressesOf(event: MailEvent): readonly string[] {
  const named = event.bounce?.bouncedRecipients ?? event.complaint?.complainedRecipients;
  const addresses = named?.map((recipient) => recipient.emailAddress) ?? event.mail.destination;
  return (addresses ?? []).map((address) => address.toLowerCase());
}

function instantOf(event: MailEvent): Instant | undefined {
  const text =
    event.bounce?.timestamp ??
    event.complaint?.timestamp ??
    event.delivery?.timestamp ??
    event.mail.timestamp;
  return text ? parseInstant(text) : undefined;
}
