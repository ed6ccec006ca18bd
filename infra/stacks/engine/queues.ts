import { Duration } from "aws-cdk-lib";
import type * as kms from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import { WorkQueue } from "../../constructs/work-queue.ts";
import type { Environment } from "../../environments.ts";
import { mirrorQueueName } from "../../mirror-queue.ts";
import { timeouts } from "../../timeouts.ts";

/** Every queue of the engine but the import's, which lives with the bucket that fills it. */
export class EngineQueues extends Construct {
  readonly enroll: WorkQueue;
  readonly sms: WorkQueue;
  readonly email: WorkQueue;
  readonly voice: WorkQueue;
  readonly decide: WorkQueue;
  readonly task: WorkQueue;
  /** Red flags only: never behind bulk work. */
  readonly urgent: WorkQueue;
  readonly inboundSms: WorkQueue;
  readonly inboundEmail: WorkQueue;
  readonly receipt: WorkQueue;
  /** Whose phones the carrier's list may have to hold. */
  readonly mirror: WorkQueue;

  constructor(scope: Construct, id: string, environment: Environment, key: kms.IKey) {
    super(scope, id);
    const queue = (name: string, timeout: keyof typeof timeouts, from: readonly string[] = []) =>
      new WorkQueue(this, name, {
        name: `rounds-${environment.name}-${name}`,
        key,
        handledWithin: timeouts[timeout],
        from,
      });
    this.enroll = queue("enroll", "enroll");
    this.sms = queue("sms", "send");
    this.email = queue("email", "send");
    this.voice = queue("voice", "send");
    this.decide = queue("decide", "decide");
    this.task = queue("task", "task");
    this.urgent = queue("urgent", "task");
    this.inboundSms = queue("inbound-sms", "hear", ["sns.amazonaws.com"]);
    this.inboundEmail = queue("inbound-email", "hear", ["sns.amazonaws.com"]);
    this.mirror = new WorkQueue(this, "mirror", {
      name: mirrorQueueName(environment),
      key,
      handledWithin: timeouts.mirror,
      // The confirmation of an opt-out goes first, within seconds: the list would block it.
      delay: Duration.minutes(1),
    });
    this.receipt = queue("receipt", "hear", ["sns.amazonaws.com", "events.amazonaws.com"]);
  }
}
