import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import {
  changePatients,
  changePoints,
  changeWorklist,
  placeCalls,
  putWork,
  queryIndex,
  readBacklog,
  readPatients,
  sendEmail,
  sendSms,
  startTasks,
} from "../../constructs/grants.ts";
import { QueueWorker } from "../../constructs/queue-worker.ts";
import { ScheduledWorker } from "../../constructs/scheduled-worker.ts";
import { batchOf } from "../../environments.ts";
import { timeouts } from "../../timeouts.ts";
import {
  contactVariables,
  type EngineParts,
  lanesOf,
  laneVariables,
  mirrorVariables,
  paceVariables,
  recordVariables,
  worklistVariables,
} from "./parts.ts";

/** From the due index to what is sent, decided and handed to agents. */
export class Lanes extends Construct {
  constructor(scope: Construct, id: string, parts: EngineParts) {
    super(scope, id);
    this.releaseDue(parts);
    this.sendSms(parts);
    this.sendEmail(parts);
    this.placeCall(parts);
    this.advance(parts);
    this.raiseTask(parts);
  }

  private releaseDue(parts: EngineParts): void {
    const { data, surroundings } = parts;
    const { worker } = new ScheduledWorker(this, "release-due", {
      surroundings,
      name: "release-due",
      does: "Each minute, hands what is due to its lane, up to the lane's budget.",
      ifItFails: "Nothing that is due starts: no message, no call, no task, in this whole region.",
      schedule: "rate(1 minute)",
      input: { schema: "release.v1" },
      // The next minute's run finds everything that this one left.
      retries: 0,
      timeout: timeouts.release,
      reservedConcurrency: 1,
      variables: { ...recordVariables(parts), ...laneVariables(parts), ...paceVariables(parts) },
    });
    readPatients(worker, data.patients);
    queryIndex(worker, data.patients, "due");
    putWork(worker, ...lanesOf(parts));
    readBacklog(worker, ...lanesOf(parts));
    const ticks = { period: Duration.minutes(5), statistic: "Sum" };
    worker.alarmWhenSilent("no-tick", worker.handler.metricInvocations(ticks), 1);
  }

  private sendSms(parts: EngineParts): void {
    const { channels, data, environment, pages, queues, surroundings } = parts;
    const { sender } = environment.sms;
    const { worker } = new QueueWorker(this, "send-sms", {
      surroundings,
      name: "send-sms",
      ...(sender.kind === "pinpoint" ? { bundle: "send-sms-pinpoint" as const } : {}),
      does: "Sends one due text for each message, at most once.",
      ifItFails: "Patients due a text do not get it, and opt-outs by text are not confirmed.",
      timeout: timeouts.send,
      feeds: [{ work: queues.sms, batch: batchOf.sms, concurrency: environment.concurrency.sms }],
      variables: {
        ...contactVariables(parts, environment.sms),
        SMS_ORIGINATION_IDENTITY: channels.originationIdentity,
        SMS_CONFIGURATION_SET: channels.smsConfigurationSet,
        PAGE_LINK: pages.pageLink,
        ...(sender.kind === "pinpoint" ? { PINPOINT_APPLICATION_ID: sender.applicationId } : {}),
      },
    });
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    sendSms(worker, environment, channels);
    putWork(worker, queues.mirror);
  }

  private sendEmail(parts: EngineParts): void {
    const { channels, data, environment, pages, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "send-email", {
      surroundings,
      name: "send-email",
      does: "Sends one due mail for each message, at most once.",
      ifItFails: "Patients due a mail do not get it.",
      timeout: timeouts.send,
      feeds: [
        { work: queues.email, batch: batchOf.email, concurrency: environment.concurrency.email },
      ],
      variables: {
        ...contactVariables(parts, environment.email),
        EMAIL_FROM: environment.email.from,
        EMAIL_CONFIGURATION_SET: channels.emailConfigurationSet,
        UNSUBSCRIBE_LINK: pages.unsubscribeLink,
        PAGE_LINK: pages.pageLink,
      },
    });
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    sendEmail(worker, environment.email.identity, channels);
    putWork(worker, queues.mirror);
  }

  private placeCall(parts: EngineParts): void {
    const { data, environment, flows, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "place-call", {
      surroundings,
      name: "place-call",
      does: "Places one due call for each message, at most once.",
      ifItFails: "Patients due a call are not called.",
      timeout: timeouts.send,
      feeds: [
        { work: queues.voice, batch: batchOf.voice, concurrency: environment.concurrency.voice },
      ],
      variables: {
        ...contactVariables(parts, environment.connect),
        CONNECT_INSTANCE_ID: environment.connect.instanceId,
        CONNECT_CALL_FLOW_ID: flows.call,
        CONNECT_SOURCE_NUMBER: environment.connect.sourceNumber,
        CONNECT_TRAFFIC: environment.connect.traffic,
      },
    });
    changePatients(worker, data.patients);
    changePoints(worker, data.patients);
    placeCalls(worker);
    putWork(worker, queues.mirror);
  }

  private advance(parts: EngineParts): void {
    const { data, environment, queues, surroundings } = parts;
    const { worker } = new QueueWorker(this, "advance", {
      surroundings,
      name: "advance",
      does: "Takes the next step of a patient whose wait, lease or deadline has ended.",
      ifItFails: "Patients stay where they are in their campaigns: silence leads to no next step.",
      timeout: timeouts.decide,
      feeds: [{ work: queues.decide, batch: 10, concurrency: environment.concurrency.decide }],
      variables: { ...recordVariables(parts), ...mirrorVariables(parts) },
    });
    changePatients(worker, data.patients);
    putWork(worker, queues.mirror);
  }

  private raiseTask(parts: EngineParts): void {
    const { data, environment, flows, queues, surroundings } = parts;
    const { tasks, urgent } = environment.concurrency;
    const raise = new QueueWorker(this, "raise-task", {
      surroundings,
      name: "raise-task",
      does: "Puts the work that a patient needs before an agent.",
      ifItFails: "Agents do not see patients who need a person, red flags among them.",
      timeout: timeouts.task,
      // Bulk tasks may take their part and no more, so that red flags always find theirs free.
      reservedConcurrency: tasks + urgent,
      feeds: [
        { work: queues.urgent, batch: 1, concurrency: urgent },
        { work: queues.task, batch: 5, concurrency: tasks },
      ],
      variables: {
        ...recordVariables(parts),
        ...worklistVariables(parts),
        CONNECT_INSTANCE_ID: environment.connect.instanceId,
        CONNECT_TASK_FLOW_ID: flows.task,
      },
    });
    raise.alarmWhenWaiting(queues.urgent);
    changePatients(raise.worker, data.patients);
    changeWorklist(raise.worker, data.worklist);
    startTasks(raise.worker, environment, flows.task);
  }
}
