import type { RecordEvent } from "../../record/event.ts";
import { campaignClaimIn } from "../campaign-claim.ts";
import type { Hearing, Judge, Tell } from "../judge.ts";
import type { Story } from "../story.ts";

/** Law 7: a red flag becomes exactly one open task, at once, and campaigns rest meanwhile. */
export const redFlagIsOneTask: Judge = {
  law: 7,
  hear(hearing, tell) {
    const { event, story } = hearing;
    if (event.type === "escalated") return hearEscalation(event, hearing, tell);
    const contact = campaignClaimIn(hearing);
    if (!contact) return;
    for (const { holds, revision } of story.tasks.values()) {
      if (holds) tell(contact.key, "claimed while a red flag was open", [revision]);
    }
    const agent = story.rests.get("agent");
    if (agent !== undefined) {
      tell(contact.key, "claimed while an agent had the conversation", [agent]);
    }
  },
  close({ redFlags }, _, tell) {
    for (const [reply, { revision, tasks }] of redFlags) {
      if (tasks.length === 1) continue;
      tell(reply, `a red flag opened ${tasks.length} tasks`, [revision, ...tasks]);
    }
  },
};

/** Whether words of this tier are a red flag: campaigns rest until a person has looked. */
export function isRedFlag(tier: string | undefined): boolean {
  return tier === "T0" || tier === "T1" || tier === "T2";
}

/** The id of a task names the need: `reason:reply` for what was said. */
export function replyOfTask(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

type Escalated = Extract<RecordEvent, { readonly type: "escalated" }>;

function hearEscalation({ task, tier }: Escalated, { row, story }: Hearing, tell: Tell): void {
  const open = story.tasks.get(task.id);
  if (open) tell(task.id, "the same task was opened twice", [open.revision]);
  if (!isRedFlag(tier)) return;
  const flag = flagOf(story, task.id);
  if (flag === undefined) {
    tell(task.id, "the task of a red flag names no reply that is one");
    return;
  }
  if (flag.revision !== row.revision) {
    tell(task.id, "opened by a later write than the one that heard it", [flag.revision]);
  }
  if (!task.holds) tell(task.id, "a red flag's task lets campaigns go on");
  const isUrgent = task.priority === "stat" || task.priority === "urgent";
  if (!isUrgent) tell(task.id, `a red flag's task waits its turn as ${task.priority}`);
}

function flagOf({ redFlags }: Story, id: string) {
  return redFlags.get(replyOfTask(id));
}
