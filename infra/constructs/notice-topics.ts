import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { WorkQueue } from "./work-queue.ts";

/** Where AWS says what patients wrote and what became of our messages. */
export class NoticeTopics extends Construct {
  readonly smsInbound: sns.Topic;
  readonly smsEvents: sns.Topic;
  readonly emailInbound: sns.Topic;
  readonly emailEvents: sns.Topic;

  constructor(scope: Construct, id: string, environment: string, key: kms.IKey) {
    super(scope, id);
    const topic = (name: string, publisher: string) =>
      noticeTopic(this, name, { topicName: `rounds-${environment}-${name}`, key, publisher });
    this.smsInbound = topic("sms-inbound", "sms-voice.amazonaws.com");
    this.smsEvents = topic("sms-events", "sms-voice.amazonaws.com");
    this.emailInbound = topic("email-inbound", "ses.amazonaws.com");
    this.emailEvents = topic("email-events", "ses.amazonaws.com");
  }
}

/** An encrypted topic that one AWS service publishes to, for this account only. */
function noticeTopic(
  scope: Construct,
  id: string,
  {
    topicName,
    key,
    publisher,
  }: { readonly topicName: string; readonly key: kms.IKey; readonly publisher: string },
): sns.Topic {
  const topic = new sns.Topic(scope, id, { topicName, masterKey: key, enforceSSL: true });
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: "Publisher",
      principals: [new iam.ServicePrincipal(publisher)],
      actions: ["sns:Publish"],
      resources: [topic.topicArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(scope).account } },
    }),
  );
  return topic;
}

/**
 * Has a queue hear a topic. Deliveries keep the SNS envelope: a patient's text carries no time of
 * its own, only the envelope does.
 */
export function subscribe(scope: Construct, topic: sns.Topic, { queue, dead }: WorkQueue): void {
  new sns.CfnSubscription(scope, `hears-${topic.node.id}`, {
    topicArn: topic.topicArn,
    protocol: "sqs",
    endpoint: queue.queueArn,
    rawMessageDelivery: false,
    redrivePolicy: { deadLetterTargetArn: dead.queueArn },
  });
}
