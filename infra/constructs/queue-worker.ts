import { Duration } from "aws-cdk-lib";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import { minutely } from "./alarm.ts";
import type { WorkQueue } from "./work-queue.ts";
import { WorkerFunction, type WorkerFunctionProps } from "./worker-function.ts";

export interface QueueFeed {
  readonly work: WorkQueue;
  /** Messages handed over at once, 1 to 10. */
  readonly batch: number;
  /** Batches worked on at once. */
  readonly concurrency: number;
}

export interface QueueWorkerProps extends WorkerFunctionProps {
  /** At least one. What can never succeed is put aside in the first one's dead-letter queue. */
  readonly feeds: readonly [QueueFeed, ...QueueFeed[]];
}

/**
 * A function that works off queues. It answers which messages failed, so that the rest of a batch
 * is done; what fails 5 times is dead, and then its sentence goes off.
 */
export class QueueWorker extends Construct {
  readonly worker: WorkerFunction;

  constructor(scope: Construct, id: string, props: QueueWorkerProps) {
    super(scope, id);
    const { dead } = props.feeds[0].work;
    this.worker = new WorkerFunction(this, "worker", {
      ...props,
      variables: { ...props.variables, DEAD_QUEUE_URL: dead.queueUrl },
    });
    this.worker.may(["sqs:SendMessage"], [dead.queueArn]);
    for (const feed of props.feeds) this.consume(feed);
    this.worker.mayUseKeyThrough("sqs");
  }

  private consume({ work, batch, concurrency }: QueueFeed): void {
    const { worker } = this;
    const { queue, dead } = work;
    worker.may(
      ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
      [queue.queueArn],
    );
    const mapping = new lambda.EventSourceMapping(this, `from-${work.node.id}`, {
      target: worker.handler,
      eventSourceArn: queue.queueArn,
      batchSize: batch,
      maxConcurrency: concurrency,
      reportBatchItemFailures: true,
    });
    mapping.node.addDependency(worker.permissions);
    acknowledge(mapping, {
      "Serverless-LambdaEventSourceMappingDestination":
        "What a queue's worker cannot do goes to the queue's own dead-letter queue.",
    });
    worker.alarm(
      `dead-${work.node.id}`,
      dead.metricApproximateNumberOfMessagesVisible({ ...minutely, statistic: "Maximum" }),
      0,
    );
  }

  /** Goes off too when the oldest message of this queue waits longer than this. */
  alarmWhenWaiting(work: WorkQueue, longest: Duration = Duration.minutes(2)): void {
    this.worker.alarm(
      `waiting-${work.node.id}`,
      work.queue.metricApproximateAgeOfOldestMessage({ ...minutely, statistic: "Maximum" }),
      longest.toSeconds(),
    );
  }
}
