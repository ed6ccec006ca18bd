import type { PatientId } from "../patient/profile.ts";

/** One place at which a law of the design did not hold, with the rows that show it. */
export interface Violation {
  /** 1…9: the law's number; 13: the ledger itself has a hole or cannot be read. */
  readonly law: number;
  readonly patient: PatientId;
  /** Of the row at which it shows; 0 when no row tells of it. */
  readonly revision: number;
  /** All rows that show it, by their revisions, ascending. */
  readonly revisions: readonly number[];
  /** The touch, task, reply, enrollment or number concerned. */
  readonly subject: string;
  /** What is wrong, free of PHI. */
  readonly message: string;
}
