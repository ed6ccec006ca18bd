import type { ProblemCode, Severity } from "../../domain/campaign/problem-code.ts";

/** A problem with its place, as compilers print it. */
export interface LocatedProblem {
  /** As whoever wrote it knows the file: from where a command runs, or within the campaign. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
}
