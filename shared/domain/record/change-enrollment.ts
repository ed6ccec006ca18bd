import type { EnrollmentRef } from "./event.ts";
import type { Enrollment, PatientRecord, StepState } from "./record.ts";

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
