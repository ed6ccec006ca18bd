import { Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as sns from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { WorkQueue } from "./work-queue.ts";

export interface NoticeTopicProps {
  readonly name: string;
  readonly key: kms.IKey;
  /** The one AWS service that publishes here, for this account only. */
  readonly publisher: string;
  readonly to: WorkQueue;
}

/**
 * A topic that one AWS service publishes to and one queue hears. Deliveries keep the SNS envelope:
 * a patient's text carries no time of its own, only the envelope does.
 */
export class NoticeTopic extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, props: NoticeTopicProps) {
    super(scope, id);
    const { queue, dead } = props.to;
    this.topic = new sns.Topic(this, "topic", {
      topicName: props.name,
      masterKey: props.key,
      enforceSSL: true,
    });
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: "Publisher",
        principals: [new iam.ServicePrincipal(props.publisher)],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    new sns.CfnSubscription(this, "subscription", {
      topicArn: this.topic.topicArn,
      protocol: "sqs",
      endpoint: queue.queueArn,
      rawMessageDelivery: false,
      redrivePolicy: { deadLetterTargetArn: dead.queueArn },
    });
  }
}
