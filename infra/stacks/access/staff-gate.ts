import { Duration, Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as gateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import * as logs from "aws-cdk-lib/aws-logs";
import * as sqs from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { staffRouteKeys } from "#contracts/api/routes";
import { minutely } from "../../constructs/alarm.ts";
import {
  changePatients,
  changePoints,
  discardDrafts,
  noteViews,
  putWork,
  queryIndex,
  readLedger,
  scanPatients,
  workOnTasks,
} from "../../constructs/grants.ts";
import { removalOf } from "../../constructs/removal.ts";
import { WorkerFunction } from "../../constructs/worker-function.ts";
import type { Environment } from "../../environments.ts";
import { mirrorQueueName } from "../../mirror-queue.ts";
import type { Surroundings } from "../../surroundings.ts";
import { timeouts } from "../../timeouts.ts";
import type { DataStack } from "../data-stack.ts";
import type { SignIn } from "./sign-in.ts";

export interface StaffGateProps {
  readonly surroundings: Surroundings;
  readonly data: DataStack;
  readonly signIn: SignIn;
}

/** Requests a second in all: far more than staff make, far less than the table minds. */
const throttle = { rateLimit: 50, burstLimit: 100 };

/** All that the log holds of a request. No path, query, address or token: ids may stand in them. */
const logged = {
  request: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
};

/**
 * The API that the console asks. Whoever has no valid token of the pool is refused before any code
 * of ours runs; who may ask which route is decided in the function, from the same table that makes
 * the routes here.
 */
export class StaffGate extends Construct {
  readonly api: gateway.HttpApi;

  constructor(scope: Construct, id: string, props: StaffGateProps) {
    super(scope, id);
    const { signIn } = props;
    const { environment } = props.surroundings;
    const worker = this.staffApi(props);
    this.api = new gateway.HttpApi(this, "api", {
      apiName: `rounds-${environment.name}-staff`,
      description: "What staff ask of Rounds.",
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [`https://${environment.access.console}`],
        allowMethods: methods(),
        allowHeaders: ["authorization", "content-type"],
        maxAge: Duration.hours(1),
      },
    });
    const authorizer = new HttpJwtAuthorizer("staff", signIn.issuer, {
      jwtAudience: [signIn.client.userPoolClientId],
    });
    const integration = new HttpLambdaIntegration("function", worker.handler, {
      payloadFormatVersion: gateway.PayloadFormatVersion.VERSION_2_0,
    });
    for (const key of staffRouteKeys) {
      const [method, path] = key.split(" ") as [gateway.HttpMethod, string];
      this.api.addRoutes({ path, methods: [method], authorizer, integration });
    }
    this.api.addStage("stage", {
      stageName: "$default",
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new gateway.LogGroupLogDestination(this.accessLog(props.surroundings)),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    });
    worker.alarm("errors", this.api.metricServerError({ ...minutely, statistic: "Sum" }), 0, 3);
  }

  private staffApi({ data, signIn, surroundings }: StaffGateProps): WorkerFunction {
    const { environment } = surroundings;
    const mirror = this.mirrorQueue(environment);
    const worker = new WorkerFunction(this, "staff-api", {
      surroundings,
      name: "staff-api",
      does: "Answers what staff ask, each of their own organization.",
      ifItFails:
        "Staff see neither campaigns nor patients, and agents not their tasks, but those in Connect; patients are contacted and heard as before.",
      timeout: timeouts.ask,
      reservedConcurrency: environment.access.concurrency,
      variables: {
        TABLE_NAME: data.patients.tableName,
        DUE_SHARDS: String(environment.dueShards),
        LEDGER_TABLE_NAME: data.ledger.tableName,
        WORKLIST_TABLE_NAME: data.worklist.tableName,
        VIEWS_TABLE_NAME: data.views.tableName,
        MIRROR_QUEUE_URL: mirror.queueUrl,
        IMPORT_QUEUE_URL: data.importWork.queue.queueUrl,
        TOKEN_ISSUER: signIn.issuer,
        TOKEN_AUDIENCE: signIn.client.userPoolClientId,
      },
    });
    // What a patient tells staff is decided and written as their own STOP is.
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    queryIndex(worker, data.patients, "person");
    // A forecast is of everybody, a part at a time.
    scanPatients(worker, data.patients);
    readLedger(worker, data.ledger);
    workOnTasks(worker, data.worklist);
    noteViews(worker, data.views);
    putWork(worker, { queue: mirror }, data.importWork);
    discardDrafts(worker, data.patients);
    return worker;
  }

  private mirrorQueue(environment: Environment): sqs.IQueue {
    const { account, region } = Stack.of(this);
    const name = mirrorQueueName(environment);
    return sqs.Queue.fromQueueArn(this, "mirror", `arn:aws:sqs:${region}:${account}:${name}`);
  }

  private accessLog({ environment, key }: Surroundings): logs.LogGroup {
    return new logs.LogGroup(this, "access-log", {
      retention: logs.RetentionDays.SIX_MONTHS,
      encryptionKey: key,
      removalPolicy: removalOf(environment.data),
    });
  }
}

function methods(): gateway.CorsHttpMethod[] {
  const used = new Set(staffRouteKeys.map((key) => key.split(" ")[0]));
  return [...used] as gateway.CorsHttpMethod[];
}
