import { Duration } from "aws-cdk-lib";
import type * as dynamodb from "aws-cdk-lib/aws-dynamodb";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import { minutely } from "./alarm.ts";
import { deadQueue } from "./work-queue.ts";
import { WorkerFunction, type WorkerFunctionProps } from "./worker-function.ts";

export interface StreamWorkerProps extends WorkerFunctionProps {
  readonly table: dynamodb.Table;
  /** Only stream records that match are handed over. */
  readonly filter: Readonly<Record<string, unknown>>;
}

/**
 * A function that follows a table's stream. A batch that fails is halved until the bad record
 * stands alone; after the retries its place in the stream goes to the dead-letter queue, and the
 * record itself can be read again there for 24 hours.
 */
export class StreamWorker extends Construct {
  readonly worker: WorkerFunction;

  constructor(scope: Construct, id: string, props: StreamWorkerProps) {
    super(scope, id);
    const { environment, key } = props.surroundings;
    const dead = deadQueue(this, `rounds-${environment.name}-${props.name}-dead`, key);
    this.worker = new WorkerFunction(this, "worker", props);
    const stream = props.table.tableStreamArn;
    if (!stream) throw new Error(`${props.name} follows a table that has no stream.`);
    const { worker } = this;
    worker.may(
      ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      [stream],
    );
    worker.mayAnywhere(
      "dynamodb:ListStreams",
      "Lambda asks it of whoever follows a stream, and the action takes no resource.",
    );
    worker.may(["sqs:SendMessage"], [dead.queueArn]);
    worker.mayUseKeyThrough("sqs");
    const mapping = new lambda.EventSourceMapping(this, "from-stream", {
      target: worker.handler,
      eventSourceArn: stream,
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      // What is written together is counted together, so a full batch costs a fraction: the account may be
      // ten seconds late for it.
      maxBatchingWindow: Duration.seconds(10),
      // A shard takes 1,000 writes a second and one worker follows nearly that: two can catch up.
      parallelizationFactor: 2,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 20,
      maxRecordAge: Duration.hours(12),
      filters: [lambda.FilterCriteria.filter(props.filter)],
      onFailure: { bind: () => ({ destination: dead.queueArn }) },
    });
    mapping.node.addDependency(worker.permissions);
    worker.alarm(
      "dead",
      dead.metricApproximateNumberOfMessagesVisible({ ...minutely, statistic: "Maximum" }),
      0,
    );
    const lag = worker.handler.metric("IteratorAge", { ...minutely, statistic: "Maximum" });
    worker.alarm("lag", lag, Duration.minutes(10).toMilliseconds(), 5);
  }
}
