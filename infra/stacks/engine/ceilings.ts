import { Duration, Stack } from "aws-cdk-lib";
import * as iam from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { acknowledge } from "../../acknowledge.ts";
import { ceilingAlarm, ceilingsOf } from "../../ceilings.ts";
import { minutely } from "../../constructs/alarm.ts";
import { turnSwitches } from "../../constructs/grants.ts";
import { deadQueue } from "../../constructs/work-queue.ts";
import { WorkerFunction } from "../../constructs/worker-function.ts";
import type { EngineParts } from "./parts.ts";

/** The brake for the day on which far more goes out than anybody planned. */
export class Ceilings extends Construct {
  constructor(scope: Construct, id: string, { data, environment, surroundings }: EngineParts) {
    super(scope, id);
    const dead = deadQueue(this, `rounds-${environment.name}-halt-channel-dead`, surroundings.key);
    const worker = new WorkerFunction(this, "halt-channel", {
      surroundings,
      name: "halt-channel",
      does: "Halts a channel that sends far more than was planned.",
      ifItFails: "Contacts that nobody planned go on until a person halts them.",
      timeout: Duration.seconds(30),
      variables: {
        TABLE_NAME: data.patients.tableName,
        ORGANIZATION_ID: environment.organizationId,
      },
      deadEvents: dead,
    });
    turnSwitches(worker, data.patients);
    acknowledge(worker.handler, {
      "Rounds-FunctionIsBounded":
        "One alarm for each channel invokes it, once when it goes off; to halt must never wait.",
      "Serverless-LambdaAsyncFailureDestination":
        "Events that failed for good go to the function's dead-letter queue; both would say it twice.",
    });
    const { account, region } = Stack.of(this);
    for (const { channel } of ceilingsOf(environment)) {
      worker.handler.addPermission(`too-many-${channel}`, {
        principal: new iam.ServicePrincipal("lambda.alarms.cloudwatch.amazonaws.com"),
        sourceAccount: account,
        sourceArn: `arn:aws:cloudwatch:${region}:${account}:alarm:${ceilingAlarm(environment, channel)}`,
      });
    }
    worker.alarm("errors", worker.handler.metricErrors({ ...minutely, statistic: "Sum" }), 0);
    const letters = { ...minutely, statistic: "Maximum" };
    worker.alarm("dead", dead.metricApproximateNumberOfMessagesVisible(letters), 0);
  }
}
