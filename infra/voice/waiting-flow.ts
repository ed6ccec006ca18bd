import { buildFlow } from "./build-flow.ts";
import type { FlowContent } from "./flow-step.ts";
import type { WordsByLanguage } from "./flow-words.ts";
import { farewells, keepNoLog, repeat, words } from "./steps.ts";
import { noteCaller } from "./to-agent.ts";

/** Minutes in which somebody who waits is told once a minute to stay. */
const minutesMax = 5;

/**
 * What a caller hears in the queue, until an agent takes the call. Nobody waits for ever: on a
 * holiday, or when all agents are ill, they are promised a call back as if the clinic were closed.
 */
export function waitingFlow(all: WordsByLanguage): FlowContent {
  return buildFlow([
    keepNoLog("wait"),
    repeat("wait", minutesMax, { again: "stay", done: "note-caller" }),
    {
      name: "stay",
      type: "MessageParticipantIteratively",
      parameters: { Messages: [words("waiting")], InterruptFrequencySeconds: "60" },
      results: { MessagesInterrupted: "wait" },
      faults: { NoMatchingError: "note-caller" },
    },
    ...noteCaller(),
    ...farewells(all),
  ]);
}
