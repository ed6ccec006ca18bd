import { ListSubscriptionsByTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import type { AlarmsAccount } from "../account/alarms.ts";
import { type AskedAs, askingClient, unlessMissing } from "./asking-client.ts";

/** Asked of SNS. */
export function alarmsOf(as: AskedAs): AlarmsAccount {
  const client = new SNSClient(askingClient(as));
  return {
    async confirmed(topicArn) {
      const command = new ListSubscriptionsByTopicCommand({ TopicArn: topicArn });
      const answer = await unlessMissing(client.send(command), "NotFoundException");
      // SNS writes `PendingConfirmation` where a confirmed one has its ARN.
      return answer?.Subscriptions?.flatMap(({ Endpoint, Protocol, SubscriptionArn = "" }) =>
        Protocol === "email" && Endpoint && SubscriptionArn.startsWith("arn:") ? [Endpoint] : [],
      );
    },
  };
}
