import type { Reachability } from "../patient/profile.ts";
import type { RecordEvent } from "../record/event.ts";
import { permissionsAfter } from "../record/evolve-permission.ts";
import { readTouch } from "./read-touch.ts";
import type { LedgerRow } from "./row.ts";
import { newStory, type Report, type Setting, type Story } from "./story.ts";
import type { Violation } from "./violation.ts";

/** How long after its moment something may still be on its way when an export is made. */
const graceMs = 24 * 3_600_000;

/** Reads one patient's rows in order, as a judge who believes nothing but them. */
export function checkPatient(rows: readonly LedgerRow[], setting: Setting): readonly Violation[] {
  const violations: Violation[] = [];
  const story = newStory();
  let revision = 0;
  for (const row of rows) {
    const report: Report = (law, subject, message) =>
      violations.push({ law, patient: row.patient, revision: row.revision, subject, message });
    if (row.revision > revision + 1) report(13, "ledger", "rows of a write are missing");
    revision = row.revision;
    read(story, row, setting, report);
  }
  const last = rows.at(-1);
  if (!last) return violations;
  const report: Report = (law, subject, message) =>
    violations.push({ law, patient: last.patient, revision: last.revision, subject, message });
  checkEnds(story, setting, report);
  checkAccepted(story, setting, report);
  return violations;
}

function read(story: Story, row: LedgerRow, setting: Setting, report: Report): void {
  const { event } = row;
  switch (event.type) {
    case "enrolled":
      story.enrollments.set(`${event.campaign}/${event.episode}`, {
        eligibleThrough: event.eligibleThrough,
      });
      return;
    case "eligibility-changed": {
      const known = story.enrollments.get(`${event.campaign}/${event.episode}`);
      if (known) known.eligibleThrough = event.eligibleThrough;
      return;
    }
    case "enrollment-ended":
      story.enrollments.delete(`${event.campaign}/${event.episode}`);
      return;
    case "opted-out":
    case "opted-in":
    case "opt-out-narrowed":
      story.permissions = permissionsAfter(story.permissions, event);
      story.rests.delete("narrowing");
      return;
    case "narrowing-offered":
      story.rests.add("narrowing");
      return;
    case "narrowing-ended":
      story.rests.delete("narrowing");
      return;
    case "conversation-taken":
      story.rests.add("agent");
      return;
    case "conversation-returned":
      story.rests.delete("agent");
      return;
    case "preferences-changed":
      story.hours = event.preferences.hours;
      return;
    case "profile-changed":
      story.reach = statesOf(event.reach);
      if (event.reach.isInFacility) story.rests.add("facility");
      else story.rests.delete("facility");
      return;
    case "reply-received":
      if (event.tier === "T0" || event.tier === "T1") {
        story.redFlags.set(event.reply, { revision: row.revision, tasks: 0 });
      }
      return;
    case "escalated":
      readEscalation(story, event, report);
      return;
    case "task-raised": {
      const task = story.tasks.get(event.task);
      if (task) task.by = event.again;
      return;
    }
    case "task-resolved":
      story.tasks.delete(event.task);
      return;
    default:
      if ("touch" in event) readTouch(story, row, event, setting, report);
  }
}

function statesOf({ states }: Reachability): Pick<Reachability, "states"> {
  return states === undefined ? {} : { states };
}

function readEscalation(
  story: Story,
  event: RecordEvent & { type: "escalated" },
  report: Report,
): void {
  const { id, raiseAt, holds } = event.task;
  if (story.tasks.has(id)) report(7, id, "the same task was opened twice");
  story.tasks.set(id, { by: raiseAt, holds });
  if (!event.tier) return;
  const flag = story.redFlags.get(id.slice(id.indexOf(":") + 1));
  if (flag) flag.tasks += 1;
}

function checkEnds(story: Story, { asOf }: Setting, report: Report): void {
  // While something holds the patient's campaigns their touches rest, and end afterwards.
  const isHeld = story.rests.size > 0 || [...story.tasks.values()].some((task) => task.holds);
  for (const [key, touch] of story.touches) {
    if (touch.status === "ended" || asOf <= touch.by + graceMs) continue;
    if (touch.status === "planned" && isHeld) continue;
    const law = touch.status === "unknown" ? 3 : 2;
    report(law, key, `still ${touch.status} long after its moment`);
  }
  for (const [id, task] of story.tasks) {
    if (asOf > task.by + graceMs) report(2, id, "open past its deadline and not raised again");
  }
  for (const [reply, flag] of story.redFlags) {
    if (flag.tasks !== 1) report(7, reply, `a red flag opened ${flag.tasks} tasks`);
  }
}

/** What the provider accepted, held against what was claimed. */
function checkAccepted(story: Story, { accepted }: Setting, report: Report): void {
  const seen = new Set<string>();
  for (const { key, at } of accepted) {
    if (seen.has(key)) report(1, key, "the provider accepted it twice");
    seen.add(key);
    const claims = story.touches.get(key)?.claims ?? [];
    if (claims.length === 0) report(1, key, "the provider accepted it without a standing claim");
    else if (!claims.some((claim) => at >= claim.at && at <= claim.startBy)) {
      report(5, key, "the provider was called outside the time the claim allowed");
    }
  }
}
