import {
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetConfigurationSetEventDestinationsCommand,
  GetEmailIdentityCommand,
  SESv2Client,
} from "@aws-sdk/client-sesv2";
import type { MailsAccount } from "../account/mails.ts";
import { type AskedAs, askingClient, unlessMissing } from "./asking-client.ts";

const missing = "NotFoundException";

/** Asked of SES. What is not told counts as not granted. */
export function mailsOf(as: AskedAs): MailsAccount {
  const client = new SESv2Client(askingClient(as));
  return {
    async standing() {
      const account = await client.send(new GetAccountCommand({}));
      // SES writes -1 for "no limit".
      const perDay = account.SendQuota?.Max24HourSend ?? 0;
      return {
        isInSandbox: account.ProductionAccessEnabled !== true,
        isSending: account.SendingEnabled === true,
        enforcement: account.EnforcementStatus ?? "UNKNOWN",
        perSecond: account.SendQuota?.MaxSendRate ?? 0,
        perDay: perDay < 0 ? undefined : perDay,
      };
    },
    async isVerified(identity) {
      const command = new GetEmailIdentityCommand({ EmailIdentity: identity });
      const found = await unlessMissing(client.send(command), missing);
      return found && found.VerifiedForSendingStatus === true;
    },
    async configurationSet(name) {
      const which = { ConfigurationSetName: name };
      const set = await unlessMissing(client.send(new GetConfigurationSetCommand(which)), missing);
      if (set === undefined) return undefined;
      const { EventDestinations = [] } = await client.send(
        new GetConfigurationSetEventDestinationsCommand(which),
      );
      return {
        requiresTls: set.DeliveryOptions?.TlsPolicy === "REQUIRE",
        isSending: set.SendingOptions?.SendingEnabled !== false,
        reportsTo: EventDestinations.flatMap(({ Enabled, SnsDestination }) =>
          Enabled && SnsDestination?.TopicArn ? [SnsDestination.TopicArn] : [],
        ),
      };
    },
  };
}
