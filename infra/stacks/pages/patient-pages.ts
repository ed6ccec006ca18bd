import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import * as gateway from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as logs from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { acknowledge } from "../../acknowledge.ts";
import { minutely } from "../../constructs/alarm.ts";
import { fillInPages, loadPatients, putWork } from "../../constructs/grants.ts";
import { removalOf } from "../../constructs/removal.ts";
import type { WorkQueue } from "../../constructs/work-queue.ts";
import { WorkerFunction } from "../../constructs/worker-function.ts";
import type { Surroundings } from "../../surroundings.ts";
import { timeouts } from "../../timeouts.ts";
import type { DataStack } from "../data-stack.ts";

export interface PatientPagesProps {
  readonly surroundings: Surroundings;
  readonly data: DataStack;
  readonly unsubscribe: WorkQueue;
  readonly said: WorkQueue;
}

/**
 * Requests a second in all. Scanners open every link of a mail within seconds, and who is throttled here
 * is a patient who wants to stop: many times the mails of a second, and no more than the table minds.
 */
const throttle = { rateLimit: 200, burstLimit: 400 };

/** All that the log holds of a request. No path: whoever has it can use the link. */
const logged = {
  request: "$context.requestId",
  route: "$context.routeKey",
  method: "$context.httpMethod",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
};

/** What stands in a message; `{token}` is the message's own. Short: a text counts each letter. */
const paths = {
  /** The one click by which a mail stops. */
  stop: "/u/{token}",
  /** The page on which a message is answered. */
  answer: "/a/{token}",
} as const;

/**
 * The pages that patients open by a link of ours. Nobody signs in: the link is what they show, and it is
 * good for one thing.
 */
export class PatientPages extends Construct {
  /** `https://…/u/{token}` */
  readonly unsubscribeLink: string;
  /** `https://…/a/{token}` */
  readonly pageLink: string;
  /** What the DNS record of the clinic's own name points at, where there is one. */
  readonly target?: string;

  constructor(scope: Construct, id: string, props: PatientPagesProps) {
    super(scope, id);
    const { environment } = props.surroundings;
    const { pages } = environment;
    const worker = this.patientPage(props);
    const own = pages && this.ownName(pages);
    const api = new gateway.HttpApi(this, "api", {
      apiName: `rounds-${environment.name}-pages`,
      description: "What patients open by a link in a message.",
      createDefaultStage: false,
      // One way in: the other name would be reachable, and watched by nobody.
      ...(own === undefined ? {} : { disableExecuteApiEndpoint: true }),
    });
    // Every method, so that those that are not there are refused in the function's words.
    const integration = new HttpLambdaIntegration("function", worker.handler, {
      payloadFormatVersion: gateway.PayloadFormatVersion.VERSION_2_0,
    });
    const routes = Object.values(paths).flatMap((path) =>
      api.addRoutes({ path, methods: [gateway.HttpMethod.ANY], integration }),
    );
    for (const route of routes) {
      acknowledge(route, {
        "AwsSolutions-APIG4":
          "Patients have no account: 128 bits of chance in the link are what they show, the function " +
          "looks them up, and they are good for one thing. Before anything of a patient is shown, the " +
          "function asks for the birth date, 5 times at the most.",
      });
    }
    api.addStage("stage", {
      stageName: "$default",
      autoDeploy: true,
      throttle,
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new gateway.LogGroupLogDestination(this.accessLog(props.surroundings)),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
      ...(own === undefined ? {} : { domainMapping: { domainName: own } }),
    });
    // Nobody asks a second time for a patient whose mail program was told no.
    worker.alarm("errors", api.metricServerError({ ...minutely, statistic: "Sum" }), 0);
    const address = pages === undefined ? api.apiEndpoint : `https://${pages.host}`;
    this.unsubscribeLink = `${address}${paths.stop}`;
    this.pageLink = `${address}${paths.answer}`;
    if (own !== undefined) this.target = own.regionalDomainName;
  }

  private patientPage({
    data,
    surroundings,
    unsubscribe,
    said,
  }: PatientPagesProps): WorkerFunction {
    const worker = new WorkerFunction(this, "patient-page", {
      surroundings,
      name: "patient-page",
      does: "Shows a patient what the link in a message does, and does it when they press a button.",
      ifItFails:
        "Patients who press unsubscribe are still contacted, and what they answer on a page is lost.",
      timeout: timeouts.ask,
      reservedConcurrency: surroundings.environment.concurrency.inbound,
      variables: {
        TABLE_NAME: data.patients.tableName,
        PAGE_QUEUE_URL: said.queue.queueUrl,
        UNSUBSCRIBE_QUEUE_URL: unsubscribe.queue.queueUrl,
      },
    });
    loadPatients(worker, data.patients);
    fillInPages(worker, data.patients);
    putWork(worker, unsubscribe, said);
    return worker;
  }

  private ownName({ host, certificateArn }: { host: string; certificateArn: string }) {
    return new gateway.DomainName(this, "name", {
      domainName: host,
      certificate: Certificate.fromCertificateArn(this, "certificate", certificateArn),
      securityPolicy: gateway.SecurityPolicy.TLS_1_2,
    });
  }

  private accessLog({ environment, key }: Surroundings): logs.LogGroup {
    return new logs.LogGroup(this, "access-log", {
      retention: logs.RetentionDays.SIX_MONTHS,
      encryptionKey: key,
      removalPolicy: removalOf(environment.data),
    });
  }
}
