import {
  DescribeAccountAttributesCommand,
  DescribeConfigurationSetsCommand,
  DescribePhoneNumbersCommand,
  DescribePoolsCommand,
  DescribeSpendLimitsCommand,
  type PhoneNumberInformation,
  PinpointSMSVoiceV2Client,
  type PoolInformation,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import type { TextIdentity, WhichIdentity } from "../account/text-identity.ts";
import type { TextsAccount } from "../account/texts.ts";
import { type AskedAs, askingClient, unlessMissing } from "./asking-client.ts";

const missing = "ResourceNotFoundException";

/** Asked of End User Messaging. What is not told counts as not granted. */
export function textsOf(as: AskedAs): TextsAccount {
  const client = new PinpointSMSVoiceV2Client(askingClient(as));
  return {
    async isInSandbox() {
      const { AccountAttributes } = await client.send(new DescribeAccountAttributesCommand({}));
      const tier = AccountAttributes?.find(({ Name }) => Name === "ACCOUNT_TIER");
      // Fail closed: a tier that is not told is taken for the lower one.
      return tier?.Value !== "PRODUCTION";
    },
    async monthlyLimit() {
      const { SpendLimits } = await client.send(new DescribeSpendLimitsCommand({}));
      return SpendLimits?.find(({ Name }) => Name === "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT")
        ?.EnforcedLimit;
    },
    async identity(which) {
      const found = await unlessMissing(described(client, which), missing);
      return found && identityOf(found);
    },
    async reportsTo(configurationSet) {
      const command = new DescribeConfigurationSetsCommand({
        ConfigurationSetNames: [configurationSet],
      });
      const found = (await unlessMissing(client.send(command), missing))?.ConfigurationSets?.[0];
      return found?.EventDestinations?.flatMap(({ Enabled, SnsDestination }) =>
        Enabled && SnsDestination?.TopicArn ? [SnsDestination.TopicArn] : [],
      );
    },
  };
}

async function described(
  client: PinpointSMSVoiceV2Client,
  which: WhichIdentity,
): Promise<PhoneNumberInformation | PoolInformation | undefined> {
  if ("arn" in which && which.arn.includes(":pool/")) {
    const { Pools } = await client.send(new DescribePoolsCommand({ PoolIds: [which.arn] }));
    return Pools?.[0];
  }
  const { PhoneNumbers } = await client.send(
    new DescribePhoneNumbersCommand(
      "arn" in which
        ? { PhoneNumberIds: [which.arn] }
        : { Filters: [{ Name: "opt-out-list-name", Values: [which.optOutList] }] },
    ),
  );
  return PhoneNumbers?.[0];
}

function identityOf(found: PhoneNumberInformation | PoolInformation): TextIdentity {
  const { TwoWayEnabled, TwoWayChannelArn } = found;
  return {
    status: found.Status ?? "UNKNOWN",
    ...("NumberType" in found && found.NumberType ? { numberType: found.NumberType } : {}),
    ...(TwoWayEnabled && TwoWayChannelArn ? { answersTo: TwoWayChannelArn } : {}),
    hasOwnOptOuts: found.SelfManagedOptOutsEnabled === true,
    optOutList: found.OptOutListName ?? "Default",
  };
}
