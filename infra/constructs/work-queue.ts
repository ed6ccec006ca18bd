import { Duration, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";

/** Deliveries before a message is dead: enough for a throttle or a deployment to pass. */
const deliveriesMax = 5;

/** AWS's advice for queues read by Lambda: a message stays hidden for 6 times the function's
 * timeout, or it is handed out again while it is still worked on. */
const visibilityTimeouts = 6;

export interface WorkQueueProps {
  /** `rounds-<environment>-<lane>`. */
  readonly name: string;
  readonly key: kms.IKey;
  /** The timeout of the function that reads it. */
  readonly handledWithin: Duration;
  /** How long a message waits before it is handed out for the first time. None by default. */
  readonly delay?: Duration;
  /** AWS services that may put messages in, for this account only. */
  readonly from?: readonly string[];
}

/** A queue with its dead-letter queue: encrypted, TLS only. */
export class WorkQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly dead: sqs.Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.dead = deadQueue(this, `${props.name}-dead`, props.key);
    this.queue = new sqs.Queue(this, "queue", {
      queueName: props.name,
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: props.key,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(props.handledWithin.toSeconds() * visibilityTimeouts),
      retentionPeriod: Duration.days(14),
      ...(props.delay === undefined ? {} : { deliveryDelay: props.delay }),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: deliveriesMax },
    });
    for (const service of props.from ?? []) {
      allowFrom(this.queue, service);
      if (service === "sns.amazonaws.com") allowFrom(this.dead, service);
    }
  }
}

/** Where work goes that could not be done: kept for 14 days, the longest that SQS keeps. */
export function deadQueue(scope: Construct, name: string, key: kms.IKey): sqs.Queue {
  const queue = new sqs.Queue(scope, "dead", {
    queueName: name,
    encryption: sqs.QueueEncryption.KMS,
    encryptionMasterKey: key,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, {
    "AwsSolutions-SQS3": "This is the dead-letter queue.",
    "Serverless-SQSRedrivePolicy": "This is the dead-letter queue.",
  });
  return queue;
}

/** By account, not by source: a queue that names its source and a source that names its queue
 * would each wait for the other. */
export function allowFrom(queue: sqs.Queue, service: string): void {
  queue.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: `From${service.split(".")[0] ?? service}`,
      principals: [new iam.ServicePrincipal(service)],
      actions: ["sqs:SendMessage"],
      resources: [queue.queueArn],
      conditions: { StringEquals: { "aws:SourceAccount": Stack.of(queue).account } },
    }),
  );
}
