import type { FlowStep, StepName } from "./flow-step.ts";
import { compareAnswer, report, say, words } from "./steps.ts";

/** What a caller who wants a person is handed to. ARNs. */
export interface AgentsReached {
  /** The queue of people on the line; its hours are the clinic's. */
  readonly callersQueue: string;
  /** The flow that they hear while they wait. */
  readonly waitingFlow: string;
}

/**
 * To a person, from the step `to-agent` on. The agent sees what the contact carries: the touch,
 * and with it patient and campaign. Who comes at night, or when the queue is full, is led on to
 * `noAgent`.
 */
export function toAgent(
  { callersQueue, waitingFlow }: AgentsReached,
  noAgent: StepName,
): readonly FlowStep[] {
  return [
    {
      name: "to-agent",
      type: "UpdateContactTargetQueue",
      parameters: { QueueId: callersQueue },
      next: "is-open",
      faults: { NoMatchingError: noAgent },
    },
    {
      name: "is-open",
      type: "CheckHoursOfOperation",
      parameters: {},
      results: { True: "while-waiting", False: noAgent },
      faults: { NoMatchingError: noAgent },
    },
    {
      name: "while-waiting",
      type: "UpdateContactEventHooks",
      parameters: { EventHooks: { CustomerQueue: waitingFlow } },
      next: "connecting",
      faults: { NoMatchingError: "connecting" },
    },
    say("connecting", words("connecting"), { next: "transfer", otherwise: "transfer" }),
    {
      name: "transfer",
      type: "TransferContactToQueue",
      parameters: {},
      faults: { QueueAtCapacity: noAgent, NoMatchingError: noAgent },
    },
  ];
}

/** The promise of a call back, for which there is a task. */
export function promiseCallBack(): FlowStep {
  return say("call-back", words("callBack"), { next: "hang-up", otherwise: "call-us" });
}

/** Opens the task of a call back, as a 0 on our own calls does, and only then promises it. */
export function noteCaller(): readonly FlowStep[] {
  return [
    report("note-caller", "0", { next: "is-noted", otherwise: "call-us" }),
    compareAnswer("is-noted", { equals: { agent: "call-back" }, otherwise: "call-us" }),
    promiseCallBack(),
  ];
}
