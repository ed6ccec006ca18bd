import type { PatientId } from "../patient/profile.ts";

/** One place at which a law of the design did not hold, with the rows that show it. */
export interface Violation {
  /** 1…9: the law's number; 13: the ledger itself has a hole. */
  readonly law: number;
  readonly patient: PatientId;
  readonly revision: number;
  /** The touch, task or reply concerned. */
  readonly subject: string;
  /** What is wrong, free of PHI. */
  readonly message: string;
}
