import {
  type SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { touchTags } from "../../contracts/touch-tag.ts";
import type { LinkToken } from "../../domain/message/link.ts";
import type { EmailSender } from "../../ports.ts";
import { cutOff } from "../sending-client.ts";
import { emailOutcome } from "./outcome.ts";

export interface EmailSenderOptions {
  /** Made with `sendingClient`. */
  readonly client: SESv2Client;
  /** `Oak Clinic <care@clinic.example>` or the bare address; replies come back to it. */
  readonly from: string;
  readonly configurationSet: string;
  readonly unsubscribe: Unsubscribe;
  readonly timeoutMs?: number;
}

/** The ways out that a mail program offers beside the mail. */
export interface Unsubscribe {
  /** An address of ours that is read. */
  readonly mailto: string;
  /** Answers a POST by opting out; `{token}` is replaced by the mail's own. */
  readonly link: string;
}

/** Mail over Amazon SES. */
export function createEmailSender(options: EmailSenderOptions): EmailSender {
  return {
    async send(email) {
      try {
        const command = new SendEmailCommand(buildEmail(options, email));
        const answer = await options.client.send(command, cutOff(options.timeoutMs));
        return { is: "accepted", providerId: answer.MessageId ?? "" };
      } catch (error) {
        return emailOutcome(error);
      }
    },
  };
}

export function buildEmail(
  options: Omit<EmailSenderOptions, "client">,
  email: Parameters<EmailSender["send"]>[0],
): SendEmailCommandInput {
  const tags = touchTags(email.key);
  return {
    FromEmailAddress: options.from,
    Destination: { ToAddresses: [email.to] },
    ConfigurationSetName: options.configurationSet,
    EmailTags: tags.map(({ name, value }) => ({ Name: name, Value: value })),
    Content: {
      Simple: {
        Subject: { Data: email.subject, Charset: "UTF-8" },
        Body: { Text: { Data: email.text, Charset: "UTF-8" } },
        Headers: [
          ...unsubscribeHeaders(options.unsubscribe, email.unsubscribeToken),
          { Name: "Content-Language", Value: email.language },
        ],
      },
    },
  };
}

/** Sources: RFC 2369 (`List-Unsubscribe`) and RFC 8058 (one-click). */
function unsubscribeHeaders({ mailto, link }: Unsubscribe, token: LinkToken | undefined) {
  const byMail = `<mailto:${mailto}?subject=unsubscribe>`;
  if (token === undefined) return [{ Name: "List-Unsubscribe", Value: byMail }];
  const url = link.replace("{token}", token);
  return [
    { Name: "List-Unsubscribe", Value: `<${url}>, ${byMail}` },
    { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
  ];
}
