import { openTasksPerPatientMax } from "../limits.ts";
import type { Tier } from "../reply/understanding.ts";
import type { ReplyRoute } from "../task/reply-route.ts";
import { addDuration, type Instant } from "../time.ts";
import type { Command } from "./command.ts";
import { openTask } from "./open-task.ts";
import { type Turn, zoneOf } from "./turn.ts";

type Reply = Command & { type: "receive-reply" };

/**
 * Gives a reply to a person. An emergency always opens a task of its own. Anything else goes to the
 * person who already has the conversation, and where a flood of texts has opened as many tasks as
 * the record holds, to the newest of them: it is read in any case.
 * @returns the deadline by which somebody acts on it.
 */
export function openReplyTask(
  turn: Turn,
  reply: Reply,
  route: ReplyRoute,
  tier?: Tier,
): Instant | undefined {
  const { reason, queue, priority, holds } = route;
  const { tasks, owner } = turn.record();
  const newest = tasks.at(-1);
  const isFull = tasks.length >= openTasksPerPatientMax;
  if (!holds && newest && (owner || isFull)) {
    turn.emit({ type: "task-updated", at: turn.at, task: newest.id, reply: reply.reply });
    return newest.deadline;
  }
  const deadline = addDuration(turn.at, route.within, zoneOf(turn), turn.rules.business);
  const id = `${reason}:${reply.reply}`;
  openTask(turn, { id, reason, queue, priority, deadline, holds }, tier);
  return deadline;
}
