import * as iam from "aws-cdk-lib/aws-iam";
import { CfnSchedule } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import { minutely } from "./alarm.ts";
import { deadQueue } from "./work-queue.ts";
import { WorkerFunction, type WorkerFunctionProps } from "./worker-function.ts";

export interface ScheduledWorkerProps extends Omit<WorkerFunctionProps, "deadEvents"> {
  /** `rate(1 minute)` or `cron(...)`. */
  readonly schedule: string;
  /** IANA zone of a cron expression. */
  readonly zone?: string;
  /** What the function is handed (`shared/contracts/schedule-input.ts`), less the instant. */
  readonly input: Readonly<Record<string, string>>;
  /** How often a missed start is tried again. */
  readonly retries: number;
}

/** A function that EventBridge Scheduler starts; starts that failed for good are kept. */
export class ScheduledWorker extends Construct {
  readonly worker: WorkerFunction;

  constructor(scope: Construct, id: string, props: ScheduledWorkerProps) {
    super(scope, id);
    const { environment, key } = props.surroundings;
    const dead = deadQueue(this, `rounds-${environment.name}-${props.name}-dead`, key);
    this.worker = new WorkerFunction(this, "worker", { ...props, deadEvents: dead });
    const { handler } = this.worker;
    handler.configureAsyncInvoke({ retryAttempts: props.retries });
    acknowledge(handler, {
      "Serverless-LambdaAsyncFailureDestination":
        "Events that failed for good go to the function's dead-letter queue; both would say it twice.",
    });
    const role = this.starter(handler.functionArn, dead.queueArn, props);
    new CfnSchedule(this, "schedule", {
      name: `rounds-${environment.name}-${props.name}`,
      description: props.does,
      scheduleExpression: props.schedule,
      ...(props.zone === undefined ? {} : { scheduleExpressionTimezone: props.zone }),
      flexibleTimeWindow: { mode: "OFF" },
      target: {
        arn: handler.functionArn,
        roleArn: role.roleArn,
        // The Scheduler puts the planned instant in, ISO 8601 in UTC.
        input: JSON.stringify({ ...props.input, at: "<aws.scheduler.scheduled-time>" }),
        retryPolicy: { maximumRetryAttempts: props.retries, maximumEventAgeInSeconds: 300 },
        deadLetterConfig: { arn: dead.queueArn },
      },
    });
    this.worker.alarm("errors", handler.metricErrors({ ...minutely, statistic: "Sum" }), 0, 3);
    this.worker.alarm(
      "dead",
      dead.metricApproximateNumberOfMessagesVisible({ ...minutely, statistic: "Maximum" }),
      0,
    );
  }

  private starter(target: string, dead: string, props: ScheduledWorkerProps): iam.Role {
    const role = new iam.Role(this, "starter", {
      description: `What the schedule of ${props.name} may do.`,
      assumedBy: new iam.ServicePrincipal("scheduler.amazonaws.com", {
        conditions: {
          StringEquals: { "aws:SourceAccount": props.surroundings.environment.account },
        },
      }),
    });
    new iam.ManagedPolicy(this, "start", {
      roles: [role],
      statements: [
        new iam.PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [target] }),
        new iam.PolicyStatement({ actions: ["sqs:SendMessage"], resources: [dead] }),
        new iam.PolicyStatement({
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: [props.surroundings.key.keyArn],
        }),
      ],
    });
    return role;
  }
}
