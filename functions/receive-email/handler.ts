import { type QueueRim, queueHandler } from "#adapters/lambda/queue-handler";
import { type InboundEmail, parseSesInbound } from "#contracts/aws/ses-inbound";
import { type PageMessage, parsePageMessage } from "#contracts/page-message";
import { type Parsed, read } from "#contracts/parsed";
import { pointId } from "#domain/patient/point-id";
import type { OrganizationDirectory } from "#ports";
import type { HearPage } from "#usecases/hear-page";
import type { ReceiveReply } from "#usecases/receive-reply";
import { Unrecoverable } from "../../shared/errors.ts";

export interface EmailPorts {
  readonly receiveReply: ReceiveReply;
  readonly hearPage: HearPage;
  readonly organizations: Pick<OrganizationDirectory, "ofLine">;
}

/**
 * Hears a mail from a patient, and what was said on the page of a message. Out-of-office answers and spam
 * are nobody's words.
 */
export function createHandler(
  rim: QueueRim,
  { receiveReply, hearPage, organizations }: EmailPorts,
) {
  return queueHandler({
    ...rim,
    parse: parseHeard,
    work: async ({ page, mail }) => {
      if (page) return hearPage(page);
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

type Heard =
  | { readonly page: PageMessage; readonly mail?: undefined }
  | { readonly mail: InboundEmail; readonly page?: undefined };

function parseHeard(body: string): Parsed<Heard> {
  const page = parsePageMessage(body);
  if (page.ok) return read({ page: page.value });
  const mail = parseSesInbound(body);
  return mail.ok ? read({ mail: mail.value }) : mail;
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
