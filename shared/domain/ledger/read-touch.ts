import { capOpensAt } from "../contact/caps.ts";
import { isOpen } from "../contact/hours.ts";
import { isRevoked, permissionRefusal } from "../contact/permission.ts";
import type { ContactWindow } from "../contact/window.ts";
import { windowsFor } from "../contact/windows-for.ts";
import type { RecordEvent } from "../record/event.ts";
import { touchKey } from "../record/touch.ts";
import type { TouchEvent } from "../record/touch-event.ts";
import { dayOf, type Instant } from "../time.ts";
import type { LedgerRow } from "./row.ts";
import type { Report, Setting, Story, TouchStory } from "./story.ts";

/** Holds one row about a touch to the laws. */
export function readTouch(
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
    const isWelcome = ["reply/opted-in", "reply/kept"].includes(event.touch.campaign);
    if (isWelcome && isRevoked(story.permissions, {})) {
      report(4, key, "a welcome after an opt-out");
    }
    return;
  }
  checkPermission(story, event, key, report);
  const enrollment = story.enrollments.get(`${event.touch.campaign}/${event.touch.episode}`);
  if (!enrollment) report(8, key, "claimed for an enrollment that had ended");
  else checkEligible(enrollment.eligibleThrough, event, key, report);
  checkHours(event, key, windowsFor(setting.policy, story.reach, story.hours), report);
  const { at, channel, point, zones, touch: ref } = event;
  const contact = { at, channel, point, campaign: ref.campaign };
  const place = { zones, ...story.reach };
  const cap = capOpensAt(contact, story.contacts, { caps: setting.policy.caps, place });
  if (cap) report(6, key, `claimed over the cap ${cap.cap}`);
  story.contacts.push({ key, ...contact });
}

/** Rows of before purposes were kept are held to opt-outs for everything. */
function checkPermission(
  story: Story,
  event: RecordEvent & { type: "touch-claimed" },
  key: string,
  report: Report,
): void {
  const { channel, point, purpose } = event;
  const isRefused =
    purpose === undefined
      ? isRevoked(story.permissions, {})
      : permissionRefusal(story.permissions, { channel, point, purpose }) !== undefined;
  if (isRefused) report(4, key, "claimed after a durable opt-out");
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
