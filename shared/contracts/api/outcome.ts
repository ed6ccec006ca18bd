import type { PatientId } from "../../domain/patient/profile.ts";
import type { ProblemCode, ProblemDetail } from "./problem.ts";

/** What came of a request of staff: what they are told and of whom, or why not. */
export type Outcome<Answer extends object> = Told<Answer> | Refused;

export interface Told<Answer extends object> {
  readonly told: Answer;
  /** The patients of whom it tells: who saw them is noted before it leaves. */
  readonly of: readonly PatientId[];
}

export interface Refused {
  readonly refused: ProblemCode;
  readonly detail?: ProblemDetail;
}

/** What tells of no patient. */
export function told<Answer extends object>(answer: Answer): Told<Answer> {
  return { told: answer, of: [] };
}

export function toldOf<Answer extends object>(
  patients: readonly PatientId[],
  answer: Answer,
): Told<Answer> {
  return { told: answer, of: patients };
}

export function refused(code: ProblemCode, detail?: ProblemDetail): Refused {
  return { refused: code, ...(detail === undefined ? {} : { detail }) };
}
