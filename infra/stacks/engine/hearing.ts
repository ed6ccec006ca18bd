import { Stack } from "aws-cdk-lib";
import * as connect from "aws-cdk-lib/aws-connect";
import * as events from "aws-cdk-lib/aws-events";
import * as iam from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";
import { minutely } from "../../constructs/alarm.ts";
import {
  changePatients,
  changePoints,
  changeWorklist,
  instanceArn,
  putWork,
  unlistNumbers,
} from "../../constructs/grants.ts";
import { subscribe } from "../../constructs/notice-topics.ts";
import { QueueWorker } from "../../constructs/queue-worker.ts";
import type { WorkQueue } from "../../constructs/work-queue.ts";
import { WorkerFunction } from "../../constructs/worker-function.ts";
import type { FunctionName } from "../../function-names.ts";
import { timeouts } from "../../timeouts.ts";
import {
  type EngineParts,
  lanesOf,
  laneVariables,
  mirrorVariables,
  recordVariables,
  worklistVariables,
} from "./parts.ts";

/** Batches at once of a second, quieter queue: SQS pollers take 2 at the least. */
const besideAtOnce = 2;

/** What patients, carriers and flows say to us. It is never throttled by what we say to them. */
export class Hearing extends Construct {
  constructor(scope: Construct, id: string, parts: EngineParts) {
    super(scope, id);
    const { channels, pages, queues } = parts;
    this.topics(parts);
    this.contactEvents(queues.receipt);
    const sms = this.hear(parts, {
      name: "receive-sms",
      does: "Understands a text from a patient and acts on it.",
      ifItFails: "Texts from patients are not heard: STOP is not obeyed and calls for help wait.",
      work: queues.inboundSms,
      variables: {
        ...replyVariables(parts),
        SMS_OPT_OUT_LIST: channels.optOutListArn,
      },
    });
    unlistNumbers(sms, channels);
    const email = this.hear(parts, {
      name: "receive-email",
      does: "Understands a mail from a patient, or what was said on a page, and acts on it.",
      ifItFails:
        "Mails from patients and answers on pages are not heard: opt-outs by mail are not obeyed.",
      work: queues.inboundEmail,
      also: pages.said,
      variables: replyVariables(parts),
    });
    const receipt = this.hear(parts, {
      name: "receive-receipt",
      does: "Closes touches with what carriers, mail servers and Connect report, and stops whom a link stops.",
      ifItFails:
        "Outcomes stay unknown: dead numbers are tried again, unanswered calls lead nowhere, and who pressed unsubscribe is still contacted.",
      work: queues.receipt,
      // What a patient asked for on a page never waits behind the receipts of a big day.
      also: pages.unsubscribe,
      variables: { ...recordVariables(parts), ...mirrorVariables(parts) },
    });
    const call = this.receiveCall(parts);
    // What a reply makes due need not wait for the minute, and a red flag must not.
    for (const worker of [sms, email, call]) putWork(worker, queues.urgent, ...lanesOf(parts));
    for (const worker of [sms, email, call, receipt]) putWork(worker, queues.mirror);
  }

  private topics({ data, queues }: EngineParts): void {
    const { topics } = data;
    subscribe(this, topics.smsInbound, queues.inboundSms);
    subscribe(this, topics.smsEvents, queues.receipt);
    subscribe(this, topics.emailInbound, queues.inboundEmail);
    subscribe(this, topics.emailEvents, queues.receipt);
  }

  private contactEvents(receipt: WorkQueue): void {
    const rule = new events.Rule(this, "contact-events", {
      description: "What becomes of calls and tasks: rings out, answered, disconnected, completed.",
      eventPattern: { source: ["aws.connect"], detailType: ["Amazon Connect Contact Event"] },
    });
    rule.addTarget({
      bind: () => ({
        arn: receipt.queue.queueArn,
        deadLetterConfig: { arn: receipt.dead.queueArn },
      }),
    });
  }

  private hear(
    parts: EngineParts,
    heard: {
      readonly name: FunctionName;
      readonly does: string;
      readonly ifItFails: string;
      readonly work: WorkQueue;
      readonly also?: WorkQueue;
      readonly variables: Readonly<Record<string, string>>;
    },
  ): WorkerFunction {
    const { data, environment, surroundings } = parts;
    const { work, also, ...about } = heard;
    const { inbound } = environment.concurrency;
    const beside = also === undefined ? [] : [{ work: also, batch: 10, concurrency: besideAtOnce }];
    const hearing = new QueueWorker(this, heard.name, {
      surroundings,
      ...about,
      timeout: timeouts.hear,
      reservedConcurrency: inbound + (also === undefined ? 0 : besideAtOnce),
      feeds: [{ work, batch: 10, concurrency: inbound }, ...beside],
    });
    for (const queue of [work, ...(also === undefined ? [] : [also])]) {
      hearing.alarmWhenWaiting(queue);
    }
    changePatients(hearing.worker, data.patients);
    changePoints(hearing.worker, data.patients);
    return hearing.worker;
  }

  private receiveCall(parts: EngineParts): WorkerFunction {
    const { data, environment, surroundings } = parts;
    const worker = new WorkerFunction(this, "receive-call", {
      surroundings,
      name: "receive-call",
      does: "Answers the contact flow: what the pressed key means and what to say next.",
      ifItFails:
        "Keys pressed on calls are not heard: patients cannot opt out or ask for a person.",
      timeout: timeouts.call,
      reservedConcurrency: environment.concurrency.inbound,
      variables: { ...replyVariables(parts), ...worklistVariables(parts) },
    });
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    // A flow also tells that an agent closed a task.
    changeWorklist(worker, data.worklist);
    const instance = instanceArn(worker, environment.connect.instanceId);
    worker.handler.addPermission("connect", {
      principal: new iam.ServicePrincipal("connect.amazonaws.com"),
      sourceAccount: Stack.of(this).account,
      sourceArn: instance,
    });
    if (environment.connect.flows === "made") {
      // Flows reach only functions that their instance knows.
      new connect.CfnIntegrationAssociation(this, "known-to-connect", {
        instanceId: instance,
        integrationType: "LAMBDA_FUNCTION",
        integrationArn: worker.handler.functionArn,
      });
    }
    worker.alarm("errors", worker.handler.metricErrors({ ...minutely, statistic: "Sum" }), 0);
    return worker;
  }
}

function replyVariables(parts: EngineParts): Record<string, string> {
  const urgent = { URGENT_QUEUE_URL: parts.queues.urgent.queue.queueUrl };
  return {
    ...recordVariables(parts),
    ...laneVariables(parts),
    ...mirrorVariables(parts),
    ...urgent,
  };
}
