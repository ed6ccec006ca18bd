import type { EnrollmentRef } from "./event.ts";
import type { Enrollment, PastEnrollment, PatientRecord, StepState } from "./record.ts";

export function isOf(enrollment: Enrollment, ref: EnrollmentRef): boolean {
  return enrollment.campaign === ref.campaign && enrollment.episode === ref.episode;
}

export function change(
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

export function setState(
  record: PatientRecord,
  ref: EnrollmentRef,
  state: StepState,
): PatientRecord {
  return change(record, ref, (enrollment) => ({ ...enrollment, state }));
}

/** Keeps the latest end per campaign: what re-entry is measured from. */
export function remember(record: PatientRecord, past: PastEnrollment): PatientRecord {
  // A refusal must not hide when the last real enrollment ended, nor the other way round.
  const isRefusal = past.outcome.startsWith("refused:");
  const others = record.past.filter(
    (entry) =>
      entry.campaign !== past.campaign || entry.outcome.startsWith("refused:") !== isRefusal,
  );
  return { ...record, past: [...others, past] };
}
