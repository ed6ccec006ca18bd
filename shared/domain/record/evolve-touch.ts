import { capLookBackDays, receiptDeadlineMs } from "../limits.ts";
import type { Instant } from "../time.ts";
import { change } from "./change-enrollment.ts";
import type { RecordEvent } from "./event.ts";
import { mayPass } from "./failure.ts";
import type { PatientRecord, RecentTouch, TouchStatus } from "./record.ts";
import { isSameTouch, type TouchRef } from "./touch.ts";
import { isFurther } from "./touch-status.ts";

export function claimed(
  record: PatientRecord,
  event: RecordEvent & { type: "touch-claimed" },
): PatientRecord {
  const touch: RecentTouch = {
    touch: event.touch,
    channel: event.channel,
    point: event.point,
    at: event.at,
    status: "claimed",
    isNotice: event.isNotice,
    ...(event.voicemail === "may-leave" ? { voicemail: event.voicemail } : {}),
    ...(event.with === undefined ? {} : { with: event.with }),
  };
  const held: PatientRecord = {
    ...record,
    inFlight: { touch: event.touch, channel: event.channel, leaseUntil: event.leaseUntil },
    touches: [...record.touches.filter((recent) => isKept(recent, event.at)), touch],
  };
  return change(held, event.touch, (enrollment) =>
    enrollment.state.status === "planned"
      ? {
          ...enrollment,
          state: {
            status: "sending",
            channel: event.channel,
            notAfter: enrollment.state.notAfter,
            triesLeft: enrollment.state.triesLeft,
            releases: enrollment.state.releases,
          },
        }
      : enrollment,
  );
}

/** Caps look back a month; receipts come for three days; what is still open stays. */
function isKept(touch: RecentTouch, at: Instant): boolean {
  const isOpen = touch.status === "claimed" || touch.status === "unknown";
  // One day more than the caps need, because a local week may last 169 hours.
  const keptMs = Math.max((capLookBackDays + 1) * 86_400_000, receiptDeadlineMs);
  return isOpen || at - touch.at < keptMs;
}

/** It stays planned for later; planned anew, it may also become stale later. */
export function moved(
  record: PatientRecord,
  event: RecordEvent & { type: "touch-moved" },
): PatientRecord {
  return change(record, event.touch, (enrollment) => {
    const { state } = enrollment;
    if (state.status !== "planned") return enrollment;
    const { dueAt, notAfter = state.notAfter } = event;
    const firstDueAt = event.notAfter === undefined ? undefined : (state.firstDueAt ?? state.dueAt);
    return {
      ...enrollment,
      state: {
        ...state,
        dueAt,
        notAfter,
        ...(firstDueAt === undefined ? {} : { firstDueAt }),
      },
    };
  });
}

export function released(
  record: PatientRecord,
  event: RecordEvent & { type: "touch-released" },
): PatientRecord {
  const free = {
    ...withoutFlight(record, event.touch),
    touches: record.touches.filter((recent) => !isSameTouch(recent.touch, event.touch)),
    notices: record.notices.map((notice) =>
      isNoticeOf(notice, event.touch)
        ? { ...notice, dueAt: event.retryAt, releases: notice.releases + 1 }
        : notice,
    ),
  };
  return change(free, event.touch, (enrollment) =>
    enrollment.state.status === "sending"
      ? {
          ...enrollment,
          state: {
            status: "planned",
            channel: enrollment.state.channel,
            dueAt: event.retryAt,
            notAfter: enrollment.state.notAfter,
            triesLeft: enrollment.state.triesLeft,
            releases: enrollment.state.releases + 1,
          },
        }
      : enrollment,
  );
}

export function raiseStatus(
  record: PatientRecord,
  touch: TouchRef,
  status: TouchStatus,
  reason?: string,
): PatientRecord {
  // Only a failure that may pass is remembered by its reason: three of them give the point up.
  const why = reason !== undefined && mayPass(reason) ? { failedFor: reason } : {};
  return {
    ...record,
    touches: record.touches.map((recent) =>
      isSameTouch(recent.touch, touch) && isFurther(status, recent.status)
        ? { ...recent, status, ...why }
        : recent,
    ),
  };
}

/** Who spoke to a person left nothing on a machine. */
export function reachedPerson(record: PatientRecord, touch: TouchRef): PatientRecord {
  const touches = record.touches.map((recent) => {
    if (!isSameTouch(recent.touch, touch)) return recent;
    const { voicemail: _, ...rest } = recent;
    return rest;
  });
  return { ...record, touches };
}

/** Nobody holds this touch any more, and a notice it carried is no longer owed. */
export function settled(record: PatientRecord, touch: TouchRef): PatientRecord {
  const free = withoutFlight(record, touch);
  return { ...free, notices: free.notices.filter((notice) => !isNoticeOf(notice, touch)) };
}

/** A withheld touch used up its occurrence: its key has an end and never comes back. */
export function withheld(record: PatientRecord, touch: TouchRef): PatientRecord {
  const free = {
    ...record,
    notices: record.notices.filter((notice) => !isNoticeOf(notice, touch)),
  };
  return change(free, touch, (enrollment) => ({
    ...enrollment,
    occurrences: {
      ...enrollment.occurrences,
      [touch.step]: Math.max(enrollment.occurrences[touch.step] ?? 0, touch.occurrence),
    },
  }));
}

function withoutFlight(record: PatientRecord, touch: TouchRef): PatientRecord {
  if (!record.inFlight || !isSameTouch(record.inFlight.touch, touch)) return record;
  const { inFlight: _, ...rest } = record;
  return rest;
}

function isNoticeOf(
  notice: { readonly kind: string; readonly reply: string },
  touch: TouchRef,
): boolean {
  return touch.campaign === `reply/${notice.kind}` && touch.episode === notice.reply;
}
