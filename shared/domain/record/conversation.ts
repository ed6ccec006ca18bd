import { conversationOwnedMaxMs } from "../limits.ts";
import type { Command } from "./command.ts";
import type { Turn } from "./turn.ts";

/**
 * A person takes the conversation, or says that they still have it. While they do, automation is
 * silent: no campaign contacts the patient, and what they say goes to that person. What must be
 * said at once is said all the same: the confirmation of an opt-out, the words that may save a life.
 */
export function takeConversation(
  turn: Turn,
  { agent }: Command & { type: "take-conversation" },
): void {
  const { owner } = turn.record();
  const until = turn.at + conversationOwnedMaxMs;
  if (owner?.agent === agent && owner.until >= until) return;
  turn.emit({ type: "conversation-taken", at: turn.at, agent, until });
}

/** It comes back from the agent who has it, and from nobody else. */
export function giveConversationBack(
  turn: Turn,
  { agent }: Command & { type: "return-conversation" },
): void {
  if (turn.record().owner?.agent === agent) returnConversation(turn, "agent");
}

export function returnConversation(turn: Turn, by: "agent" | "clock"): void {
  turn.emit({ type: "conversation-returned", at: turn.at, by });
}
