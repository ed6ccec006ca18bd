import * as z from "zod/mini";
import { type Instant, parseInstant } from "../../domain/time.ts";
import { type Parsed, read, readContract, unreadable } from "../parsed.ts";
import { mailText } from "./mail-text.ts";
import { unwrapSns } from "./sns-envelope.ts";

/** One mail that came in. PHI. */
export interface InboundEmail {
  /** The provider's id: the same one never counts twice. */
  readonly reply: string;
  /** Lower case. */
  readonly from: string;
  /** Our addresses that it was sent to, lower case. */
  readonly to: readonly string[];
  readonly subject: string;
  /** The words without the quoted mail; absent when the mail lies in a bucket or is too long. */
  readonly text?: string;
  /** Where the whole mail lies, when a rule stored it. */
  readonly stored?: { readonly bucket: string; readonly key: string };
  readonly at?: Instant;
  /** An out-of-office answer or a list: nobody meant it for us (RFC 3834). */
  readonly isAutomatic: boolean;
  /** A scan found a virus or spam. */
  readonly isSuspect: boolean;
}

const Verdict = z.nullish(z.looseObject({ status: z.string() }));

/** Source: Amazon SES Developer Guide, "Contents of notifications for email receiving". */
const Receiving = z.looseObject({
  content: z.nullish(z.string()),
  mail: z.looseObject({
    messageId: z.string().check(z.minLength(1)),
    source: z.string(),
    timestamp: z.nullish(z.string()),
    destination: z.array(z.string()),
    headers: z.nullish(z.array(z.looseObject({ name: z.string(), value: z.string() }))),
    commonHeaders: z.nullish(
      z.looseObject({
        from: z.nullish(z.array(z.string())),
        subject: z.nullish(z.string()),
      }),
    ),
  }),
  receipt: z.looseObject({
    recipients: z.nullish(z.array(z.string())),
    spamVerdict: Verdict,
    virusVerdict: Verdict,
    action: z.nullish(
      z.looseObject({
        type: z.string(),
        encoding: z.nullish(z.string()),
        bucketName: z.nullish(z.string()),
        objectKey: z.nullish(z.string()),
      }),
    ),
  }),
});
type Receiving = z.infer<typeof Receiving>;

/** How a Lambda action wraps the same thing. */
const LambdaAction = z.looseObject({ Records: z.tuple([z.looseObject({ ses: z.unknown() })]) });

/** Reads an SQS body of the receiving rule's topic, or a Lambda action's event. Never throws. */
export function parseSesInbound(body: unknown): Parsed<InboundEmail> {
  const delivered = unwrapSns(body, "ses-inbound");
  if (!delivered.ok) return delivered;
  const invoked = LambdaAction.safeParse(delivered.value.payload);
  const payload = invoked.success ? invoked.data.Records[0].ses : delivered.value.payload;
  const parsed = readContract(Receiving, payload, "ses-inbound");
  if (!parsed.ok) return parsed;
  const { mail, receipt, content } = parsed.value;
  const from = address(mail.commonHeaders?.from?.[0] ?? mail.source);
  if (!from) return unreadable("ses-inbound/no-sender");
  const at = mail.timestamp ? parseInstant(mail.timestamp) : undefined;
  const { bucketName, objectKey } = receipt.action ?? {};
  return read({
    reply: mail.messageId,
    from,
    to: (receipt.recipients ?? mail.destination).map((to) => to.toLowerCase()),
    subject: mail.commonHeaders?.subject ?? "",
    isAutomatic: isAutomatic(mail),
    isSuspect: receipt.virusVerdict?.status === "FAIL" || receipt.spamVerdict?.status === "FAIL",
    ...(at === undefined ? {} : { at }),
    ...(content ? { text: mailText(rawMail(content, receipt.action?.encoding)) } : {}),
    ...(bucketName && objectKey ? { stored: { bucket: bucketName, key: objectKey } } : {}),
  });
}

function rawMail(content: string, encoding: string | null | undefined): string {
  return encoding?.toUpperCase() === "BASE64"
    ? Buffer.from(content, "base64").toString("utf8")
    : content;
}

/** `Ana Ruiz <ana@example.org>` or the bare address. */
function address(from: string): string | undefined {
  const bare = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  return bare.includes("@") ? bare.trim().toLowerCase() : undefined;
}

function isAutomatic({ headers }: Receiving["mail"]): boolean {
  return (headers ?? []).some(({ name, value }) => {
    switch (name.toLowerCase()) {
      case "auto-submitted":
        return value.trim().toLowerCase() !== "no";
      case "precedence":
        return /^(bulk|list|junk|auto_reply)$/i.test(value.trim());
      case "x-autoreply":
      case "x-autorespond":
      case "list-id":
        return true;
      default:
        return false;
    }
  });
}
