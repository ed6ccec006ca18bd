import { join } from "node:path";
import { Fn, Stack, type StackProps } from "aws-cdk-lib";
import * as connect from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";
import { loadNotices } from "#adapters/files/notice-files";
import { repository } from "../bundle-folder.ts";
import { instanceArn } from "../constructs/grants.ts";
import type { Environment } from "../environments.ts";
import type { FunctionName } from "../function-names.ts";
import type { FlowContent } from "../voice/flow-step.ts";
import { flowWords } from "../voice/flow-words.ts";
import { inboundFlow } from "../voice/inbound-flow.ts";
import { outboundFlow } from "../voice/outbound-flow.ts";
import { type TaskQueueName, taskQueueNames } from "../voice/queue-names.ts";
import { taskFlow } from "../voice/task-flow.ts";
import { waitingFlow } from "../voice/waiting-flow.ts";
import type { ContactFlows } from "./engine/parts.ts";

export interface VoiceStackProps extends StackProps {
  readonly environment: Environment;
}

/** Callers who may wait at once; more would not come up within the minutes that anybody waits. */
const callersMax = 10;

const weekdays = [
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
  "SUNDAY",
] as const;

/**
 * What patients hear on calls and where agents find their work, in a Connect instance that is
 * there already: instances and numbers are slow to get and quick to lose. The engine is told the
 * flows' ids, so this stack comes first; the function that the flows ask is known by its name.
 */
export class VoiceStack extends Stack {
  readonly flows: ContactFlows;
  private readonly deployment: Environment;
  private readonly instance: string;

  constructor(scope: Construct, id: string, props: VoiceStackProps) {
    super(scope, id, { ...props, description: "Rounds: contact flows, queues and hours." });
    this.deployment = props.environment;
    this.instance = instanceArn(this, props.environment.connect.instanceId);
    const words = flowWords(
      props.environment.clinic,
      loadNotices(join(repository, "campaigns/notices")),
    );
    const hours = this.hours();
    const waiting = this.flow("waiting", waitingFlow(words), {
      does: "What somebody hears who waits for an agent.",
      type: "CUSTOMER_QUEUE",
    });
    const agents = {
      callersQueue: this.queue("callers", hours, callersMax),
      waitingFlow: waiting,
    };
    const parts = { words, agents, functionArn: this.functionArn("receive-call") };
    this.flow("inbound", inboundFlow(parts), {
      does: "A patient's call to the clinic's line: 9 opts out, anything else leads to a person.",
    });
    const queues = taskQueueNames.map((name) => [name, this.queue(name, hours)]);
    this.flows = {
      call: idOf(
        this.flow("call", outboundFlow(parts), {
          does: "Our call to a patient, for every campaign and language.",
        }),
      ),
      task: idOf(
        this.flow("task", taskFlow(Object.fromEntries(queues) as Record<TaskQueueName, string>), {
          does: "A task's way into the queue it names, red flags first.",
        }),
      ),
    };
  }

  /** @returns its ARN. */
  private hours(): string {
    const { clinic, zone } = this.deployment;
    const hours = new connect.CfnHoursOfOperation(this, "hours", {
      instanceArn: this.instance,
      name: this.named("hours"),
      description: "When agents answer calls.",
      timeZone: zone,
      config: clinic.days.map((day) => ({
        day: weekdays[day - 1] ?? "MONDAY",
        startTime: timeOf(clinic.opens),
        endTime: timeOf(clinic.closes),
      })),
    });
    return hours.attrHoursOfOperationArn;
  }

  /** @returns its ARN. */
  private queue(name: string, hours: string, maxContacts?: number): string {
    const queue = new connect.CfnQueue(this, `queue-${name}`, {
      instanceArn: this.instance,
      name: this.named(name),
      hoursOfOperationArn: hours,
      ...(maxContacts === undefined ? {} : { maxContacts }),
    });
    return queue.attrQueueArn;
  }

  /** @returns its ARN. */
  private flow(
    name: string,
    content: FlowContent,
    { does, type = "CONTACT_FLOW" }: { readonly does: string; readonly type?: string },
  ): string {
    const flow = new connect.CfnContactFlow(this, `flow-${name}`, {
      instanceArn: this.instance,
      name: this.named(name),
      description: does,
      type,
      content: this.toJsonString(content),
    });
    return flow.attrContactFlowArn;
  }

  private named(part: string): string {
    return `rounds-${this.deployment.name}-${part}`;
  }

  private functionArn(name: FunctionName): string {
    return `arn:aws:lambda:${this.region}:${this.account}:function:${this.named(name)}`;
  }
}

/** `arn:aws:connect:…:instance/…/contact-flow/<id>` */
function idOf(flowArn: string): string {
  return Fn.select(3, Fn.split("/", flowArn));
}

function timeOf(clock: string) {
  const [hours, minutes] = clock.split(":").map(Number);
  return { hours: hours ?? 0, minutes: minutes ?? 0 };
}
