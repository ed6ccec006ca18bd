import { buildFlow } from "./build-flow.ts";
import type { FlowContent, FlowStep, StepName } from "./flow-step.ts";
import { fallbackQueue, type TaskQueueName, taskQueueNames } from "./queue-names.ts";
import { compare, hangUp, keepNoLog } from "./steps.ts";

/** 1 is served first, 5 is what everything else has. */
const priorities = { stat: 1, urgent: 2, asap: 3 } as const;

/**
 * A task's way to an agent (`shared/adapters/connect/task-desk.ts` starts it): into the queue it
 * names, red flags before all that waits there. A queue that nobody made does not swallow it.
 * @param queues ARN by queue.
 */
export function taskFlow(queues: Readonly<Record<TaskQueueName, string>>): FlowContent {
  return buildFlow([
    keepNoLog("queue"),
    compare("queue", "$.Attributes.queue", {
      equals: Object.fromEntries(taskQueueNames.map((name) => [name, intoStep(name)])),
      otherwise: intoStep(fallbackQueue),
    }),
    ...taskQueueNames.map((name) => into(name, queues[name])),
    compare("priority", "$.Attributes.priority", {
      equals: Object.fromEntries(Object.keys(priorities).map((name) => [name, name])),
      otherwise: "transfer",
    }),
    ...Object.entries(priorities).map(
      ([name, priority]): FlowStep => ({
        name,
        type: "UpdateContactRoutingBehavior",
        parameters: { QueuePriority: String(priority) },
        next: "transfer",
      }),
    ),
    {
      name: "transfer",
      type: "TransferContactToQueue",
      parameters: {},
      // The engine raises it again at its deadline (law 14).
      faults: { QueueAtCapacity: "hang-up", NoMatchingError: "hang-up" },
    },
    hangUp(),
  ]);
}

function intoStep(name: TaskQueueName): StepName {
  return `into-${name}`;
}

function into(name: TaskQueueName, arn: string): FlowStep {
  return {
    name: intoStep(name),
    type: "UpdateContactTargetQueue",
    parameters: { QueueId: arn },
    next: "priority",
    faults: { NoMatchingError: name === fallbackQueue ? "hang-up" : intoStep(fallbackQueue) },
  };
}
