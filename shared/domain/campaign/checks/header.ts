import { type Day, formatDay, parseDay } from "../../time.ts";
import { suggestion } from "../did-you-mean.ts";
import type { Report } from "../problem.ts";
import type { Sketch } from "../sketch.ts";

/** The id and its folder, the review date, the words of the tasks. */
export function checkHeader(
  { header, steps }: Sketch,
  folder: string,
  today: Day,
  report: Report,
): void {
  const { id, review, tasks } = header;
  if (typeof id === "string" && id !== folder) {
    report(
      "id-not-folder",
      ["id"],
      `The id is \`${id}\` but the folder is \`${folder}\`. Rename one of them.`,
    );
  }
  if (typeof review === "string" && /^\d{4}-\d{2}-\d{2}$/.test(review)) {
    const day = parseDay(review);
    if (day === undefined) {
      report("review-invalid", ["review"], `${review} is not a day of the calendar. Correct it.`);
    } else if (day < today) {
      report(
        "review-past",
        ["review"],
        `The clinical review was due on ${review} (today is ${formatDay(today)}): nobody is enrolled any more. Have it reviewed and set the next date.`,
      );
    }
  }
  checkTasks(steps, tasks, report);
}

function checkTasks(steps: Sketch["steps"], tasks: unknown, report: Report): void {
  const titles = typeof tasks === "object" && tasks !== null ? Object.keys(tasks) : [];
  const reasons = new Set<string>();
  for (const step of steps.values()) {
    const reason = step.raw["escalate"];
    if (typeof reason !== "string") continue;
    reasons.add(reason);
    if (titles.includes(reason)) continue;
    report(
      "missing-task",
      ["steps", step.name, "escalate"],
      `Agents read only \`${reason}\`. Say what to do under \`tasks\`.${suggestion(reason, titles)}`,
    );
  }
  for (const title of titles) {
    if (reasons.has(title)) continue;
    report("unused-task", ["tasks", title], `No step escalates for \`${title}\`. Remove it.`);
  }
}
