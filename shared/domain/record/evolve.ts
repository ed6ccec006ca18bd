import { capLookBackDays, heardRepliesMax, receiptDeadlineMs } from "../limits.ts";
import type { Instant } from "../time.ts";
import type { Receipt } from "./command.ts";
import type { EnrollmentRef, RecordEvent } from "./event.ts";
import type {
  Enrollment,
  PastEnrollment,
  PatientRecord,
  RecentTouch,
  StepState,
  TouchStatus,
} from "./record.ts";
import { isSameTouch, type TouchRef } from "./touch.ts";

/**
 * The record after one event. Total: an event about something that is no longer there changes
 * nothing. The revision is not touched here; a write of several events grows it by one.
 */
export function evolve(record: PatientRecord, event: RecordEvent): PatientRecord {
  switch (event.type) {
    case "profile-changed":
      return { ...record, reach: event.reach };
    case "enrolled":
      return { ...record, enrollments: [...record.enrollments, newEnrollment(event)] };
    case "enrollment-refused":
      return remember(record, {
        campaign: event.campaign,
        episode: event.episode,
        endedAt: event.at,
        outcome: `refused:${event.reason}`,
      });
    case "eligibility-changed":
      return change(record, event, ({ eligibleThrough: _, ...enrollment }) => ({
        ...enrollment,
        ...(event.eligibleThrough === undefined ? {} : { eligibleThrough: event.eligibleThrough }),
      }));
    case "step-entered":
      return change(record, event, (enrollment) => ({
        ...enrollment,
        step: event.step,
        entries: enrollment.entries + 1,
        state: { status: "resting", until: event.at },
      }));
    case "touch-planned":
      return change(record, event.touch, (enrollment) => ({
        ...enrollment,
        occurrences: { ...enrollment.occurrences, [event.touch.step]: event.touch.occurrence },
        state: {
          status: "planned",
          channel: event.channel,
          dueAt: event.dueAt,
          notAfter: event.notAfter,
          triesLeft: event.triesLeft,
          releases: 0,
        },
      }));
    case "touch-moved":
      return change(record, event.touch, (enrollment) =>
        enrollment.state.status === "planned"
          ? { ...enrollment, state: { ...enrollment.state, dueAt: event.dueAt } }
          : enrollment,
      );
    case "touch-claimed":
      return claimed(record, event);
    case "touch-released":
      return released(record, event);
    case "touch-accepted":
      return settled(raiseStatus(record, event.touch, "sent"), event.touch);
    case "touch-unknown":
      return ask(
        settled(raiseStatus(record, event.touch, "unknown"), event.touch),
        event.touch,
        event.at,
      );
    case "touch-unconfirmed":
      return raiseStatus(record, event.touch, "unconfirmed");
    case "touch-receipted":
      return settled(raiseStatus(record, event.touch, statusOf(event.receipt)), event.touch);
    case "touch-failed":
      return settled(raiseStatus(record, event.touch, "failed"), event.touch);
    case "touch-withheld":
      return withheld(record, event.touch);
    case "wait-began":
      return change(record, event, (enrollment) => waiting(enrollment, event));
    case "reply-received":
      return { ...record, heard: [...record.heard, event.reply].slice(-heardRepliesMax) };
    case "answered":
      return change(record, event, (enrollment) => ({ ...enrollment, answer: event.answer }));
    case "stage-reached":
      return change(record, event, (enrollment) => ({ ...enrollment, stage: event.stage }));
    case "opted-out":
      return { ...record, optedOut: { at: event.at, via: event.via } };
    case "opted-in": {
      const { optedOut: _, ...rest } = record;
      return rest;
    }
    case "point-invalidated":
      return record.badPoints.includes(event.point)
        ? record
        : { ...record, badPoints: [...record.badPoints, event.point] };
    case "notice-planned":
      return {
        ...record,
        notices: [
          ...record.notices,
          {
            kind: event.kind,
            reply: event.reply,
            channel: event.channel,
            point: event.point,
            dueAt: event.at,
            notAfter: event.notAfter,
            releases: 0,
          },
        ],
      };
    case "escalated": {
      const { task } = event;
      const withTask = { ...record, tasks: [...record.tasks, task] };
      return task.enrollment
        ? setState(withTask, task.enrollment, { status: "escalated", task: task.id })
        : withTask;
    }
    case "task-raised":
      return {
        ...record,
        tasks: record.tasks.map((task) =>
          task.id === event.task ? { ...task, raised: event.raised, raiseAt: event.again } : task,
        ),
      };
    case "task-resolved":
      return { ...record, tasks: record.tasks.filter((task) => task.id !== event.task) };
    case "enrollment-ended":
      return remember(
        {
          ...record,
          enrollments: record.enrollments.filter((enrollment) => !isOf(enrollment, event)),
        },
        {
          campaign: event.campaign,
          episode: event.episode,
          endedAt: event.at,
          outcome: event.outcome,
        },
      );
  }
}

/** The record after one write: all events, one revision further. */
export function evolveAll(record: PatientRecord, events: readonly RecordEvent[]): PatientRecord {
  return { ...events.reduce(evolve, record), revision: record.revision + 1 };
}

/** The end of a touch that a receipt tells of. */
export function statusOf(receipt: Receipt): TouchStatus {
  switch (receipt.is) {
    case "sent":
      return "sent";
    case "delivered":
      return "delivered";
    case "failed":
      return "failed";
  }
}

/** Statuses in the order in which they may replace each other (law 12). */
const statusOrder: readonly TouchStatus[] = [
  "claimed",
  "unknown",
  "unconfirmed",
  "sent",
  "delivered",
  "failed",
];

export function isFurther(status: TouchStatus, than: TouchStatus): boolean {
  return statusOrder.indexOf(status) > statusOrder.indexOf(than);
}

function newEnrollment(event: RecordEvent & { type: "enrolled" }): Enrollment {
  return {
    campaign: event.campaign,
    version: event.version,
    episode: event.episode,
    enrolledAt: event.at,
    ...(event.eligibleThrough === undefined ? {} : { eligibleThrough: event.eligibleThrough }),
    step: event.start,
    entries: 0,
    occurrences: {},
    stage: "enrolled",
    state: { status: "resting", until: event.at },
  };
}

export function isOf(enrollment: Enrollment, ref: EnrollmentRef): boolean {
  return enrollment.campaign === ref.campaign && enrollment.episode === ref.episode;
}

function change(
  record: PatientRecord,
  ref: EnrollmentRef,
  how: (enrollment: Enrollment) => Enrollment,
): PatientRecord {
  if (!record.enrollments.some((enrollment) => isOf(enrollment, ref))) return record;
  return {
    ...record,
    enrollments: record.enrollments.map((enrollment) =>
      isOf(enrollment, ref) ? how(enrollment) : enrollment,
    ),
  };
}

function setState(record: PatientRecord, ref: EnrollmentRef, state: StepState): PatientRecord {
  return change(record, ref, (enrollment) => ({ ...enrollment, state }));
}

/** Keeps the latest end per campaign: what re-entry is measured from. */
function remember(record: PatientRecord, past: PastEnrollment): PatientRecord {
  // A refusal must not hide when the last real enrollment ended, nor the other way round.
  const isRefusal = past.outcome.startsWith("refused:");
  const others = record.past.filter(
    (entry) =>
      entry.campaign !== past.campaign || entry.outcome.startsWith("refused:") !== isRefusal,
  );
  return { ...record, past: [...others, past] };
}

function claimed(
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

/** Caps look back a week; receipts come for three days; what is still open stays. */
function isKept(touch: RecentTouch, at: Instant): boolean {
  const isOpen = touch.status === "claimed" || touch.status === "unknown";
  // One day more than the caps need, because a local day may last 25 hours.
  const keptMs = Math.max((capLookBackDays + 1) * 86_400_000, receiptDeadlineMs);
  return isOpen || at - touch.at < keptMs;
}

function released(
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

function raiseStatus(record: PatientRecord, touch: TouchRef, status: TouchStatus): PatientRecord {
  return {
    ...record,
    touches: record.touches.map((recent) =>
      isSameTouch(recent.touch, touch) && isFurther(status, recent.status)
        ? { ...recent, status }
        : recent,
    ),
  };
}

/** Nobody holds this touch any more, and a notice it carried is no longer owed. */
function settled(record: PatientRecord, touch: TouchRef): PatientRecord {
  const free = withoutFlight(record, touch);
  return { ...free, notices: free.notices.filter((notice) => !isNoticeOf(notice, touch)) };
}

/** A withheld touch used up its occurrence: its key has an end and never comes back. */
function withheld(record: PatientRecord, touch: TouchRef): PatientRecord {
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

function ask(record: PatientRecord, touch: TouchRef, at: Instant): PatientRecord {
  return change(record, touch, (enrollment) => ({
    ...enrollment,
    asked: { step: touch.step, at },
  }));
}

function waiting(enrollment: Enrollment, event: RecordEvent & { type: "wait-began" }): Enrollment {
  if (event.for === "time" || !event.channel) {
    return { ...enrollment, state: { status: "resting", until: event.until } };
  }
  const triesLeft = "triesLeft" in enrollment.state ? enrollment.state.triesLeft : 1;
  return {
    ...enrollment,
    asked: { step: event.step, at: event.at },
    state: { status: "waiting", until: event.until, channel: event.channel, triesLeft },
  };
}
