import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { type InboundEmail, parseSesInbound } from "#contracts/aws/ses-inbound";
import { pointId } from "#domain/patient/point-id";
import type { OrganizationDirectory } from "#ports";
import type { ReceiveReply } from "#usecases/receive-reply";
import { Unrecoverable } from "../../shared/errors.ts";

/** Hears a mail from a patient. Out-of-office answers and spam are nobody's words. */
export function createHandler(
  rim: QueueRim,
  receiveReply: ReceiveReply,
  organizations: Pick<OrganizationDirectory, "ofLine">,
) {
  return queueHandler({
    ...rim,
    parse: parseSesInbound,
    work: async (mail) => {
      if (mail.isAutomatic || mail.isSuspect) return undefined;
      const { reply, from } = mail;
      const point = pointId(from);
      return receiveReply({
        organization: await organizationOf(mail, organizations),
        reply,
        channel: "email",
        from: { point, address: from },
        text: wordsOf(mail),
      });
    },
  });
}

async function organizationOf(
  mail: InboundEmail,
  organizations: Pick<OrganizationDirectory, "ofLine">,
): Promise<string> {
  for (const address of mail.to) {
    const organization = await organizations.ofLine(address);
    if (organization) return organization;
  }
  throw new Unrecoverable("reply/unknown-line");
}

/** The unsubscribe link of our own mails writes STOP into the subject of an empty mail. */
function wordsOf(mail: InboundEmail): string {
  return mail.text?.trim() ? mail.text : mail.subject;
}
