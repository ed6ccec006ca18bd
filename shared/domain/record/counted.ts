import type { Channel } from "../patient/contact-point.ts";
import type { Counted } from "../reach/cohort.ts";
import { isFollowed } from "../reach/follow-up.ts";
import { weekOf } from "../reach/week.ts";
import { dayOf, type ZoneId } from "../time.ts";
import { isOf } from "./change-enrollment.ts";
import type { EnrollmentRef, RecordEvent } from "./event.ts";
import type { Enrollment, PatientRecord } from "./record.ts";

/**
 * The event with what it is counted under, as the record knows it before: a ledger row must tell by
 * itself what it adds to reach. Enrollments of before that was kept yield events as they were.
 *
 * @param zone the organization's, in which weeks begin.
 */
export function counted(record: PatientRecord, event: RecordEvent, zone: ZoneId): RecordEvent {
  switch (event.type) {
    case "answered":
    case "stage-reached":
      return { ...event, ...under(enrollmentIn(record, event)) };
    case "touch-accepted":
    case "touch-failed":
    case "touch-unconfirmed":
      return { ...event, ...under(enrollmentIn(record, event.touch)) };
    case "touch-withheld": {
      const { cohort } = under(enrollmentIn(record, event.touch));
      return cohort === undefined ? event : { ...event, cohort };
    }
    case "enrollment-ended":
      return ended(event, enrollmentIn(record, event));
    case "escalated": {
      const { task } = event;
      const noEnrollment = { cohort: { week: weekOf(dayOf(event.at, zone)) } };
      const how = task.enrollment ? under(enrollmentIn(record, task.enrollment)) : noEnrollment;
      return { ...event, task: { ...task, ...how } };
    }
    case "task-resolved": {
      const task = record.tasks.find(({ id }) => id === event.task);
      const { version, cohort } = task ?? {};
      return {
        ...event,
        ...(version === undefined ? {} : { version }),
        ...(cohort === undefined ? {} : { cohort }),
      };
    }
    default:
      return event;
  }
}

/** The channel on which a stage was reached, for enrollments that are counted by what is known. */
export function onChannel(
  enrollment: Enrollment,
  channel: Channel,
): { readonly channel?: Channel } {
  return enrollment.cohort === undefined ? {} : { channel };
}

function ended(
  event: RecordEvent & { type: "enrollment-ended" },
  enrollment: Enrollment | undefined,
): RecordEvent {
  if (enrollment?.cohort === undefined) return event;
  const isWithin = isFollowed(enrollment.enrolledAt, event.at);
  return { ...event, cohort: enrollment.cohort, ...(isWithin ? { isFollowed: true } : {}) };
}

function enrollmentIn(record: PatientRecord, ref: EnrollmentRef): Enrollment | undefined {
  return record.enrollments.find((enrollment) => isOf(enrollment, ref));
}

function under(enrollment: Enrollment | undefined): Counted {
  if (enrollment?.cohort === undefined) return {};
  return { version: enrollment.version, cohort: enrollment.cohort };
}
