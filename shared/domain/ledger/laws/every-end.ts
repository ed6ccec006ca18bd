import { touchKey } from "../../record/touch.ts";
import {
  type AboutTouch,
  graceMs,
  type Hearing,
  isAboutTouch,
  type Judge,
  type Setting,
  type Tell,
} from "../judge.ts";
import { holdingTasks, type Story, type TouchStory, touchIn } from "../story.ts";

/** Law 2: every touch ends once, and every need for a person is put before one until it ends. */
export const everyEnd: Judge = {
  law: 2,
  hear(hearing, tell) {
    const { event, row, story } = hearing;
    if (event.type === "enrollment-ended") return hearEnrollmentEnd(hearing, tell);
    if (isTaskEvent(event.type)) return hearTask(hearing, tell);
    if (!isAboutTouch(event)) return;
    const key = touchKey(row, event.touch);
    const touch = touchIn(story, key);
    for (const message of wrongWith(event, touch)) tell(key, message, touch.rows);
  },
  close(story, setting, tell) {
    closeTouches(story, setting, tell);
    closeTasks(story, setting, tell);
    for (const { key } of setting.accepted) {
      const touch = story.touches.get(key);
      if (touch?.isRefused) tell(key, "the provider accepted what ended as refused", touch.rows);
    }
  },
};

function isTaskEvent(type: string): boolean {
  return type === "task-raised" || type === "task-resolved";
}

function wrongWith(event: AboutTouch, touch: TouchStory): readonly string[] {
  const { status } = touch;
  const isEnded = status === "ended";
  const found: string[] = [];
  switch (event.type) {
    case "touch-planned":
      if (isEnded) found.push("planned again after its end");
      else if (status === "planned") found.push("planned twice");
      else if (status === "claimed") found.push("planned again while a worker held it");
      break;
    case "touch-moved":
      if (status !== "planned") found.push("moved when it was not planned");
      break;
    case "touch-claimed":
      if (status === "new") found.push("claimed without having been planned");
      break;
    case "touch-accepted":
      if (isEnded && touch.acceptances === 0) found.push("accepted after its end");
      break;
    case "touch-failed":
      if (isEnded) found.push("failed after its end");
      break;
    case "touch-withheld":
      // Created = sum of ends: one touch may not be counted among the withheld twice.
      if (isEnded) found.push("withheld after its end");
      else if (status === "claimed") found.push("withheld while a worker held it");
      break;
  }
  const isWithoutReason = "reason" in event ? event.reason.trim() === "" : false;
  if (isWithoutReason) found.push("ended or moved without a reason");
  return found;
}

/** What it still planned ends with it; what a worker holds ends by itself. */
function hearEnrollmentEnd({ event, row, story }: Hearing, tell: Tell): void {
  if (event.type !== "enrollment-ended") return;
  const subject = `${event.campaign}/${event.episode}`;
  if (!story.enrollments.has(subject)) {
    const before = story.episodes.get(subject);
    const message = before === undefined ? "ended without having begun" : "ended twice";
    tell(subject, message, before === undefined ? [] : [before]);
  }
  const prefix = `${row.organization}/${row.patient}/${subject}/`;
  for (const [key, { status, rows }] of story.touches) {
    const isLeft = status === "planned" && key.startsWith(prefix);
    if (isLeft) tell(key, "left planned when its enrollment ended", rows);
  }
}

function hearTask({ event, story }: Hearing, tell: Tell): void {
  if (event.type !== "task-raised" && event.type !== "task-resolved") return;
  const task = story.tasks.get(event.task);
  if (!task) {
    const what = event.type === "task-raised" ? "agents were told of" : "somebody resolved";
    tell(event.task, `${what} a task that is not open`);
    return;
  }
  const isLate = event.type === "task-raised" && event.at > task.by + graceMs;
  if (isLate) tell(event.task, "agents were told more than a day late", [task.revision]);
}

function closeTouches(story: Story, { asOf }: Setting, tell: Tell): void {
  // While something holds the patient's campaigns their touches rest, and end afterwards.
  const isHeld = story.rests.size > 0 || holdingTasks(story).length > 0;
  for (const [key, { status, by, rows }] of story.touches) {
    if (status === "ended" || status === "unknown" || asOf <= by + graceMs) continue;
    if (status === "planned" && isHeld) continue;
    tell(key, `still ${status} long after its moment`, rows);
  }
}

function closeTasks({ tasks }: Story, { asOf }: Setting, tell: Tell): void {
  for (const [id, { by, isTold, revision }] of tasks) {
    if (asOf <= by + graceMs) continue;
    const message = isTold ? "open past its deadline and not raised again" : "no agent was told";
    tell(id, message, [revision]);
  }
}
