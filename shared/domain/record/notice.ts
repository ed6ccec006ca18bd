/**
 * Direct answers to what a patient just did. They go at any hour and outside the caps, because
 * the patient opened the exchange (contact-rules A2 "cap counting", A5; triage F2).
 */
export type NoticeKind =
  | "opted-out"
  | "opted-in"
  | "help"
  | "wrong-number"
  | "emergency"
  | "crisis";

/** The texts that may save a life: sent even after an opt-out (47 CFR 64.1200(f), emergencies). */
export function isSafetyNotice(kind: NoticeKind): boolean {
  return kind === "emergency" || kind === "crisis";
}
