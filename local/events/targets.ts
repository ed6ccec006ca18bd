import type { MessagingEngine } from "../engines/fauxqs.ts";
import { LocalProblem } from "../problem.ts";
import { nameInArn, serviceInArn } from "../template/arn.ts";
import type { AsyncInvocations } from "./async-invocations.ts";

/** Where schedules, rules and buckets send what happened. */
export class Targets {
  readonly #messaging: MessagingEngine;
  readonly #invocations: AsyncInvocations;

  constructor(messaging: MessagingEngine, invocations: AsyncInvocations) {
    this.#messaging = messaging;
    this.#invocations = invocations;
  }

  /** `body` is the event as JSON. */
  deliver(arn: string, body: string): void {
    switch (serviceInArn(arn)) {
      case "sqs":
        this.#messaging.server.sendMessage(nameInArn(arn), body);
        return;
      case "sns":
        this.#messaging.server.publish(nameInArn(arn), body);
        return;
      case "lambda":
        this.#invocations.add(arn, JSON.parse(body));
        return;
      default:
        throw new LocalProblem(
          "local/unknown-target",
          `The local stack cannot deliver to ${arn}: it plays queues, topics and functions.`,
        );
    }
  }
}
