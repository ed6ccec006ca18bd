import { noticeTouch } from "../record/claim-notice.ts";
import type { RecordEvent } from "../record/event.ts";
import { permissionsAfter } from "../record/evolve-permission.ts";
import { touchKey } from "../record/touch.ts";
import { isAnswer } from "./campaign-claim.ts";
import { type AboutTouch, isAboutTouch } from "./judge.ts";
import { isRedFlag, replyOfTask } from "./laws/red-flag.ts";
import type { LedgerRow } from "./row.ts";
import { type Story, touchIn } from "./story.ts";

/** Takes a row in, whatever the judges said of it: the next row is held against this one. */
export function continueStory(story: Story, row: LedgerRow): void {
  const { event } = row;
  if (isAboutTouch(event)) return continueTouch(story, row, event);
  switch (event.type) {
    case "enrolled":
    case "eligibility-changed":
    case "enrollment-ended":
      return continueEnrollment(story, row, event);
    case "opted-out":
    case "opted-in":
    case "opt-out-narrowed":
      story.permissions = permissionsAfter(story.permissions, event);
      story.said.push(row.revision);
      // An opt-out while we ask leaves the question as it is; the answers end it.
      if (event.type !== "opted-out") story.rests.delete("narrowing");
      return;
    case "narrowing-offered":
      story.rests.set("narrowing", row.revision);
      return;
    case "narrowing-ended":
      story.rests.delete("narrowing");
      return;
    case "conversation-taken":
      story.rests.set("agent", row.revision);
      return;
    case "conversation-returned":
      story.rests.delete("agent");
      return;
    case "preferences-changed":
      story.preferences = event.preferences;
      return;
    case "profile-changed":
      story.reach = event.reach;
      if (event.reach.isInFacility) story.rests.set("facility", row.revision);
      else story.rests.delete("facility");
      return;
    case "point-invalidated":
      story.badPoints.set(event.point, row.revision);
      return;
    case "reply-received":
      story.replies.add(event.reply);
      if (isRedFlag(event.tier)) {
        story.redFlags.set(event.reply, { revision: row.revision, tasks: [] });
      }
      return;
    case "notice-planned":
      return planAnswer(story, row, event);
    case "escalated":
    case "task-raised":
    case "task-updated":
    case "task-resolved":
      return continueTask(story, row, event);
  }
}

type About<Type extends RecordEvent["type"]> = Extract<RecordEvent, { readonly type: Type }>;

function continueEnrollment(
  { enrollments, episodes }: Story,
  { revision }: LedgerRow,
  event: About<"enrolled" | "eligibility-changed" | "enrollment-ended">,
): void {
  const key = `${event.campaign}/${event.episode}`;
  if (event.type === "enrollment-ended") {
    enrollments.delete(key);
    return;
  }
  const { eligibleThrough } = event;
  if (event.type === "enrolled") {
    enrollments.set(key, { version: event.version, revision, eligibleThrough });
    episodes.set(key, revision);
    return;
  }
  const known = enrollments.get(key);
  if (known) known.eligibleThrough = eligibleThrough;
}

/** A direct answer has its plan in an event of its own. */
function planAnswer(story: Story, row: LedgerRow, event: About<"notice-planned">): void {
  const key = touchKey(row, noticeTouch(event));
  const touch = touchIn(story, key);
  touch.status = "planned";
  touch.by = event.notAfter;
  touch.notAfter = event.notAfter;
  touch.dueAt = event.at;
  touch.rows.push(row.revision);
  story.touches.set(key, touch);
}

function continueTask(
  { tasks, redFlags }: Story,
  { revision }: LedgerRow,
  event: About<"escalated" | "task-raised" | "task-updated" | "task-resolved">,
): void {
  if (event.type === "escalated") {
    const { id, raiseAt: by, holds } = event.task;
    tasks.set(id, { by, holds, revision, isTold: false });
    if (isRedFlag(event.tier)) redFlags.get(replyOfTask(id))?.tasks.push(revision);
    return;
  }
  const task = tasks.get(event.task);
  if (!task) return;
  if (event.type === "task-resolved") tasks.delete(event.task);
  if (event.type === "task-updated") task.by = Math.min(task.by, event.at);
  if (event.type === "task-raised") {
    task.by = event.again;
    task.isTold = true;
  }
}

function continueTouch(story: Story, row: LedgerRow, event: AboutTouch): void {
  const key = touchKey(row, event.touch);
  const touch = touchIn(story, key);
  story.touches.set(key, touch);
  touch.rows.push(row.revision);
  if (event.type !== "touch-claimed" && story.inFlight === key && event.type !== "touch-moved") {
    story.inFlight = undefined;
  }
  switch (event.type) {
    case "touch-planned":
      touch.status = "planned";
      touch.by = event.notAfter;
      touch.notAfter = event.notAfter;
      touch.dueAt = event.dueAt;
      return;
    case "touch-moved":
      touch.by = Math.max(touch.by, event.dueAt);
      touch.dueAt = event.dueAt;
      if (event.notAfter !== undefined) touch.notAfter = event.notAfter;
      return;
    case "touch-claimed": {
      touch.status = "claimed";
      touch.by = event.leaseUntil;
      touch.claims.push({ at: event.at, startBy: event.startBy });
      story.inFlight = key;
      if (isAnswer(event)) return;
      const { at, channel, point } = event;
      const { campaign } = event.touch;
      story.contacts.push({ key, revision: row.revision, at, channel, point, campaign });
      return;
    }
    case "touch-released":
      touch.status = "planned";
      touch.by = Math.max(touch.by, event.retryAt);
      touch.dueAt = event.retryAt;
      touch.claims = [];
      story.contacts = story.contacts.filter((contact) => contact.key !== key);
      return;
    case "touch-unknown":
      touch.status = "unknown";
      touch.by = event.deadline;
      return;
    case "touch-accepted":
      touch.acceptances += 1;
      touch.status = "ended";
      return;
    case "touch-failed":
      touch.isRefused = true;
      touch.status = "ended";
      return;
    default:
      touch.status = "ended";
  }
}
