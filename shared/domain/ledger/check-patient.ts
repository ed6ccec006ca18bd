import { capOpensAt } from "../contact/caps.ts";
import { isOpen } from "../contact/hours.ts";
import type { ContactPolicy } from "../contact/policy.ts";
import type { ContactWindow } from "../contact/window.ts";
import { windowsFor } from "../contact/windows-for.ts";
import type { StateCode } from "../patient/state-zones.ts";
import type { RecordEvent } from "../record/event.ts";
import { touchKey } from "../record/touch.ts";
import { dayOf, type Instant, type ZoneId } from "../time.ts";
import type { Accepted } from "./accepted.ts";
import type { LedgerRow } from "./row.ts";
import type { Violation } from "./violation.ts";

/** How long after its moment something may still be on its way when an export is made. */
const graceMs = 24 * 3_600_000;

interface TouchStory {
  status: "planned" | "claimed" | "unknown" | "ended";
  /** By when it must have moved on. */
  by: Instant;
  claims: { readonly at: Instant; readonly startBy: Instant }[];
  acceptances: number;
}

interface Story {
  readonly touches: Map<string, TouchStory>;
  /** Campaign touches claimed and not released, with the zones they were checked in. */
  contacts: { readonly key: string; readonly at: Instant; readonly zones: readonly ZoneId[] }[];
  readonly enrollments: Map<string, { eligibleThrough: number | undefined }>;
  readonly tasks: Map<string, { by: Instant; holds: boolean }>;
  readonly redFlags: Map<string, { readonly revision: number; tasks: number }>;
  /** Of the profile that the claims are made on. */
  states: readonly StateCode[];
  isOptedOut: boolean;
}

interface Setting {
  readonly policy: ContactPolicy;
  readonly asOf: Instant;
  readonly accepted: readonly Accepted[];
}

type Report = (law: number, subject: string, message: string) => void;

/** Reads one patient's rows in order, as a judge who believes nothing but them. */
export function checkPatient(rows: readonly LedgerRow[], setting: Setting): readonly Violation[] {
  const violations: Violation[] = [];
  const story: Story = {
    touches: new Map(),
    contacts: [],
    enrollments: new Map(),
    tasks: new Map(),
    redFlags: new Map(),
    states: [],
    isOptedOut: false,
  };
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
    case "profile-changed":
      story.states = event.reach.states ?? [];
      return;
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
      story.isOptedOut = true;
      return;
    case "opted-in":
      story.isOptedOut = false;
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

type TouchEvent = Extract<RecordEvent, { touch: unknown }>;

function readTouch(
  story: Story,
  row: LedgerRow,
  event: TouchEvent,
  setting: Setting,
  report: Report,
): void {
  const key = touchKey(row, event.touch);
  const touch = story.touches.get(key) ?? begin(story, key, event.at);
  switch (event.type) {
    case "touch-planned":
      if (touch.status === "ended") report(2, key, "planned again after its end");
      touch.status = "planned";
      touch.by = event.notAfter;
      return;
    case "touch-moved":
      touch.by = Math.max(touch.by, event.dueAt);
      return;
    case "touch-claimed":
      readClaim(story, touch, key, event, setting, report);
      return;
    case "touch-released":
      touch.status = "planned";
      touch.by = Math.max(touch.by, event.retryAt);
      touch.claims = [];
      story.contacts = story.contacts.filter((contact) => contact.key !== key);
      return;
    case "touch-unknown":
      touch.status = "unknown";
      touch.by = event.deadline;
      return;
    case "touch-accepted":
      touch.acceptances += 1;
      if (touch.acceptances > 1) report(1, key, "accepted twice");
      if (touch.claims.length === 0) report(1, key, "accepted without a claim");
      touch.status = "ended";
      return;
    case "touch-withheld":
      // Created = sum of ends: one touch may not be counted among the withheld twice.
      if (touch.status === "ended") report(2, key, "withheld after its end");
      touch.status = "ended";
      return;
    default:
      touch.status = "ended";
  }
}

function begin(story: Story, key: string, at: Instant): TouchStory {
  const touch: TouchStory = { status: "planned", by: at, claims: [], acceptances: 0 };
  story.touches.set(key, touch);
  return touch;
}

function readClaim(
  story: Story,
  touch: TouchStory,
  key: string,
  event: RecordEvent & { type: "touch-claimed" },
  setting: Setting,
  report: Report,
): void {
  if (touch.status === "unknown") report(3, key, "claimed again while its outcome was unknown");
  else if (touch.status !== "planned") report(1, key, `claimed again when ${touch.status}`);
  if (event.at > event.notAfter || event.startBy > event.notAfter) {
    report(9, key, "claimed past its notAfter");
  }
  touch.status = "claimed";
  touch.by = event.leaseUntil;
  touch.claims.push({ at: event.at, startBy: event.startBy });
  if (event.isNotice) {
    if (story.isOptedOut && event.touch.campaign === "reply/opted-in") {
      report(4, key, "a welcome after an opt-out");
    }
    return;
  }
  if (story.isOptedOut) report(4, key, "claimed after a durable opt-out");
  const enrollment = story.enrollments.get(`${event.touch.campaign}/${event.touch.episode}`);
  if (!enrollment) report(8, key, "claimed for an enrollment that had ended");
  else checkEligible(enrollment.eligibleThrough, event, key, report);
  checkHours(event, key, windowsFor(setting.policy, { states: story.states }), report);
  const times = story.contacts.map((contact) => contact.at);
  const cap = capOpensAt(event.at, times, setting.policy.caps, event.zones);
  if (cap) report(6, key, `claimed over the cap ${cap.cap}`);
  story.contacts.push({ key, at: event.at, zones: event.zones });
}

function checkEligible(
  through: number | undefined,
  event: RecordEvent & { type: "touch-claimed" },
  key: string,
  report: Report,
): void {
  if (through === undefined) return;
  if (event.zones.some((zone) => dayOf(event.at, zone) > through)) {
    report(8, key, "claimed after the audience had ended");
  }
}

function checkHours(
  event: RecordEvent & { type: "touch-claimed" },
  key: string,
  windows: readonly ContactWindow[],
  report: Report,
): void {
  const isInside = (at: Instant) => isOpen(at, event.zones, windows);
  if (!isInside(event.at) || !isInside(event.startBy)) {
    report(5, key, "may start outside the patient's hours");
  }
}

function checkEnds(story: Story, { asOf }: Setting, report: Report): void {
  // While a red flag is open the patient's touches rest, and end when a person resolves it.
  const isHeld = [...story.tasks.values()].some((task) => task.holds);
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
