import { heardRepliesMax } from "../limits.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { Instant } from "../time.ts";
import { change, isOf, setState } from "./change-enrollment.ts";
import type { FailureReason, Receipt } from "./command.ts";
import type { RecordEvent } from "./event.ts";
import { forgetGoal, past, refused, remember, settleRefusal } from "./evolve-past.ts";
import { evolvePermission } from "./evolve-permission.ts";
import {
  claimed,
  moved,
  raiseStatus,
  reachedPerson,
  released,
  settled,
  withheld,
} from "./evolve-touch.ts";
import type { Enrollment, PatientRecord, TouchStatus } from "./record.ts";
import { isSameTouch, type TouchRef } from "./touch.ts";
import { statusOf } from "./touch-status.ts";

/**
 * The record after one event. Total: an event about something that is no longer there changes
 * nothing. The revision is not touched here; a write of several events grows it by one.
 */
export function evolve(record: PatientRecord, event: RecordEvent): PatientRecord {
  switch (event.type) {
    case "profile-changed":
      return { ...record, reach: event.reach };
    case "enrolled":
      return {
        ...record,
        enrollments: [...record.enrollments, newEnrollment(event)],
        past: settleRefusal(record, event.campaign),
      };
    case "enrollment-refused":
      return remember(record, refused(event));
    case "goal-noted":
      return forgetGoal(record, event);
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
      return moved(record, event);
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
        event,
      );
    case "touch-unconfirmed":
      return raiseStatus(record, event.touch, "unconfirmed");
    case "touch-receipted":
      return receipted(record, event);
    case "touch-failed":
      return settled(raiseStatus(record, event.touch, "failed", event.reason), event.touch);
    case "touch-withheld":
      return withheld(record, event.touch);
    case "wait-began":
      return change(record, event, (enrollment) => waiting(enrollment, event));
    case "reply-received":
      return { ...record, heard: [...record.heard, event.reply].slice(-heardRepliesMax) };
    case "answered":
      return change(record, event, (enrollment) => answered(enrollment, event));
    case "stage-reached":
      return change(record, event, (enrollment) => ({ ...enrollment, stage: event.stage }));
    case "opted-out":
    case "opted-in":
    case "narrowing-offered":
    case "opt-out-narrowed":
    case "narrowing-ended":
    case "preferences-changed":
      return evolvePermission(record, event);
    case "conversation-taken":
      return { ...record, owner: { agent: event.agent, until: event.until } };
    case "conversation-returned": {
      const { owner: _, ...rest } = record;
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
            ...(event.purpose === undefined ? {} : { purpose: event.purpose }),
            ...(event.by === undefined ? {} : { by: event.by }),
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
    case "task-updated":
      return {
        ...record,
        tasks: record.tasks.map((task) =>
          task.id === event.task ? { ...task, raiseAt: Math.min(task.raiseAt, event.at) } : task,
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
        past(record, event),
      );
  }
}

function endOf(receipt: Receipt): readonly [TouchStatus, FailureReason?] {
  return receipt.is === "failed" ? ["failed", receipt.reason] : [statusOf(receipt)];
}

/** The record after one write: all events, one revision further. */
export function evolveAll(record: PatientRecord, events: readonly RecordEvent[]): PatientRecord {
  return { ...events.reduce(evolve, record), revision: record.revision + 1 };
}

function newEnrollment(event: RecordEvent & { type: "enrolled" }): Enrollment {
  return {
    campaign: event.campaign,
    version: event.version,
    episode: event.episode,
    enrolledAt: event.at,
    ...(event.eligibleThrough === undefined ? {} : { eligibleThrough: event.eligibleThrough }),
    ...(event.cohort === undefined ? {} : { cohort: event.cohort }),
    step: event.start,
    entries: 0,
    occurrences: {},
    stage: "enrolled",
    state: { status: "resting", until: event.at },
  };
}

function ask(
  record: PatientRecord,
  touch: TouchRef,
  { channel, at }: { readonly channel: Channel; readonly at: Instant },
): PatientRecord {
  return change(record, touch, (enrollment) => ({
    ...enrollment,
    asked: { ...enrollment.asked, [channel]: { step: touch.step, at } },
  }));
}

/** An answer to what is still on its way shows that it was asked. */
function answered(enrollment: Enrollment, event: RecordEvent & { type: "answered" }): Enrollment {
  const { answer, step, at } = event;
  const { asked, state } = enrollment;
  const isNoted = Object.values(asked ?? {}).some((known) => known.step === step);
  if (isNoted) return { ...enrollment, answer };
  const channel = state.status === "sending" ? state.channel : event.channel;
  return { ...enrollment, answer, asked: { ...asked, [channel]: { step, at } } };
}

/** A carrier had the question, so it may be answered; unless that is known already. */
function receipted(
  record: PatientRecord,
  event: RecordEvent & { type: "touch-receipted" },
): PatientRecord {
  const { touch, receipt } = event;
  const raised = raiseStatus(record, touch, ...endOf(receipt));
  const isPerson = receipt.is === "delivered" && receipt.by === "person";
  return settled(askOnce(isPerson ? reachedPerson(raised, touch) : raised, event), touch);
}

function askOnce(
  record: PatientRecord,
  event: RecordEvent & { type: "touch-receipted" },
): PatientRecord {
  const { touch, channel } = event;
  const claimed = record.touches.find((recent) => isSameTouch(recent.touch, touch));
  const enrollment = record.enrollments.find((open) => isOf(open, touch));
  const asked = enrollment?.asked?.[channel];
  const isAsked = asked?.step === touch.step && asked.at >= (claimed?.at ?? 0);
  return isAsked ? record : ask(record, touch, event);
}

function waiting(enrollment: Enrollment, event: RecordEvent & { type: "wait-began" }): Enrollment {
  if (event.for === "time" || !event.channel) {
    return { ...enrollment, state: { status: "resting", until: event.until } };
  }
  const triesLeft = "triesLeft" in enrollment.state ? enrollment.state.triesLeft : 1;
  const { until, channel } = event;
  const state = { status: "waiting", until, channel, triesLeft } as const;
  if (event.isMerged) return { ...enrollment, state };
  return {
    ...enrollment,
    asked: { ...enrollment.asked, [channel]: { step: event.step, at: event.at } },
    state,
  };
}
