import { type Duration, Stack } from "aws-cdk-lib";
import * as cloudwatch from "aws-cdk-lib/aws-cloudwatch";
import * as iam from "aws-cdk-lib/aws-iam";
import type * as kms from "aws-cdk-lib/aws-kms";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as logs from "aws-cdk-lib/aws-logs";
import type * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { acknowledge } from "../acknowledge.ts";
import type { BundleName, FunctionName } from "../function-names.ts";
import { metricsNamespace } from "../metrics-namespace.ts";
import type { Surroundings } from "../surroundings.ts";
import { type AlarmProps, alarmWhenAbove, minutely } from "./alarm.ts";
import { removalOf } from "./removal.ts";

export interface WorkerFunctionProps {
  readonly surroundings: Surroundings;
  /** The folder under `functions/`, and every name derived from it. */
  readonly name: FunctionName;
  /** Its code, where it is not the bundle of that name. */
  readonly bundle?: BundleName;
  /** One sentence: what it does. */
  readonly does: string;
  /** One sentence: what patients or agents lose when it fails. It is the alarm's text. */
  readonly ifItFails: string;
  readonly timeout: Duration;
  readonly memoryMb?: number;
  readonly variables: Readonly<Record<string, string>>;
  /** Kept free for this function and taken from all others: for what may never wait. */
  readonly reservedConcurrency?: number;
  /** Takes the events of asynchronous calls that failed for good. */
  readonly deadEvents?: sqs.IQueue;
}

/**
 * A function with a role of its own, to which only the verbs in `grants.ts` add; a log group with
 * a retention and the region's key; and the sentence that wakes somebody up.
 */
export class WorkerFunction extends Construct implements iam.IGrantable {
  readonly handler: lambda.Function;
  readonly permissions: iam.ManagedPolicy;
  readonly grantPrincipal: iam.IPrincipal;
  readonly key: kms.IKey;
  readonly name: FunctionName;
  readonly ifItFails: string;
  private readonly surroundings: Surroundings;

  constructor(scope: Construct, id: string, props: WorkerFunctionProps) {
    super(scope, id);
    const { environment, key } = props.surroundings;
    this.name = props.name;
    this.key = key;
    this.ifItFails = props.ifItFails;
    this.surroundings = props.surroundings;
    const logGroup = new logs.LogGroup(this, "logs", {
      retention: logs.RetentionDays.SIX_MONTHS,
      encryptionKey: key,
      removalPolicy: removalOf(environment.data),
    });
    const role = new iam.Role(this, "role", {
      description: `What ${props.name} may do.`,
      assumedBy: new iam.ServicePrincipal("lambda.amazonaws.com"),
    });
    this.grantPrincipal = role;
    this.permissions = new iam.ManagedPolicy(this, "permissions", { roles: [role] });
    this.may(["logs:CreateLogStream", "logs:PutLogEvents"], [logGroup.logGroupArn]);
    this.handler = new lambda.Function(this, "function", {
      functionName: `rounds-${environment.name}-${props.name}`,
      description: props.does,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: "index.handler",
      code: props.surroundings.codeOf(props.bundle ?? props.name),
      timeout: props.timeout,
      memorySize: props.memoryMb ?? 512,
      environment: { ...props.variables, METRICS_NAMESPACE: metricsNamespace(environment) },
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    this.handler.node.addDependency(this.permissions);
    if (props.deadEvents) this.keepDeadEvents(props.deadEvents);
    if (props.reservedConcurrency !== undefined) {
      // What has a reservation must not wait; its pollers ask for no more than that.
      const throttles = this.handler.metricThrottles({ ...minutely, statistic: "Sum" });
      this.alarm("throttled", throttles, 0, 5);
    }
    this.acceptFindings(props);
  }

  /** Allows exactly these actions on these resources. */
  may(actions: readonly string[], resources: readonly string[], conditions = {}): void {
    this.permissions.addStatements(
      new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /** Allows an action on all resources below a prefix, where somebody else chooses their names. */
  mayBelow(action: string, prefix: string, because: string): void {
    this.may([action], [`${prefix}*`]);
    acknowledge(this.permissions, { [`AwsSolutions-IAM5[Resource::${prefix}*]`]: because });
  }

  /** Allows an action that takes no resource: on a named one the grant would be void. */
  mayAnywhere(action: string, because: string): void {
    this.may([action], ["*"]);
    acknowledge(this.permissions, { "AwsSolutions-IAM5[Resource::*]": because });
  }

  /** Reading and writing what the region's key encrypts, through these services only. */
  mayUseKeyThrough(...services: readonly ("sqs" | "s3")[]): void {
    const { region } = Stack.of(this);
    this.may(["kms:Decrypt", "kms:GenerateDataKey"], [this.key.keyArn], {
      StringEquals: {
        "kms:ViaService": services.map((service) => `${service}.${region}.amazonaws.com`),
      },
    });
  }

  /** The sentence goes off when the metric passes the threshold. */
  alarm(id: string, metric: cloudwatch.IMetric, above: number, minutes = 1): void {
    this.alarmOf(id, { metric, above, periods: minutes });
  }

  /** The sentence goes off when the function was not called often enough: silence is a failure too. */
  alarmWhenSilent(id: string, metric: cloudwatch.IMetric, periods: number): void {
    const missing = cloudwatch.TreatMissingData.BREACHING;
    this.alarmOf(id, { metric, above: 1, below: true, missing, periods });
  }

  private alarmOf(
    id: string,
    when: Pick<AlarmProps, "metric" | "above" | "below" | "missing" | "periods">,
  ): void {
    const { surroundings, ifItFails: says } = this;
    alarmWhenAbove(this, id, { surroundings, runbook: `functions.md#${this.name}`, says, ...when });
  }

  private keepDeadEvents(queue: sqs.IQueue): void {
    const resource = this.handler.node.defaultChild as lambda.CfnFunction;
    resource.deadLetterConfig = { targetArn: queue.queueArn };
    this.may(["sqs:SendMessage"], [queue.queueArn]);
    this.mayUseKeyThrough("sqs");
  }

  private acceptFindings(props: WorkerFunctionProps): void {
    acknowledge(this.handler, {
      "HIPAA.Security-LambdaInsideVPC":
        "It calls AWS endpoints over TLS only and has nothing to reach inside a network; a VPC " +
        "would add interface endpoints and no boundary that IAM and the key do not draw.",
      "Serverless-LambdaTracing":
        "Tracing every touch would cost more than the platform; the touch key in logs and the " +
        "ledger answer what happened.",
    });
    if (!props.deadEvents) {
      const reason = "It is polled or called synchronously: what fails stays with its source.";
      acknowledge(this.handler, {
        "HIPAA.Security-LambdaDLQ": reason,
        "Serverless-LambdaDLQ": reason,
      });
    }
    if (props.reservedConcurrency === undefined) {
      acknowledge(this.handler, {
        "HIPAA.Security-LambdaConcurrency":
          "Bulk work is bounded by its poller's maximum concurrency; a reservation would take " +
          "from the paths that may never wait.",
      });
    }
  }
}
