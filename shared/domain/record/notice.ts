/**
 * Direct answers to what a patient just did. They go at any hour and outside the caps, because
 * the patient opened the exchange (contact-rules A2 "cap counting", A5; triage F2).
 */
export const noticeKinds = [
  "opted-out",
  /** Asks whether STOP was meant for one program; the one confirmation, in its place. */
  "opted-out-which",
  /** Confirms KEEP. */
  "kept",
  "opted-in",
  "help",
  "language",
  "wrong-number",
  /** T1, and T0. Where nobody is at the desk they promise no call. */
  "emergency",
  "emergency-unstaffed",
  "crisis",
  "crisis-unstaffed",
  /** T2. */
  "urgent",
  "urgent-unstaffed",
  /** T3: a nurse calls by a day. */
  "nurse",
  /** T4: a person calls. */
  "person",
  /** To those who write that the patient has died. */
  "condolence",
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

const safety: ReadonlySet<NoticeKind> = new Set([
  "emergency",
  "emergency-unstaffed",
  "crisis",
  "crisis-unstaffed",
]);

/** The texts that may save a life: sent even after an opt-out (47 CFR 64.1200(f), emergencies). */
export function isSafetyNotice(kind: NoticeKind): boolean {
  return safety.has(kind);
}

/** Courtesies, which an answering machine could ask for again and again. */
const courtesies: ReadonlySet<NoticeKind> = new Set([
  "nurse",
  "person",
  "urgent",
  "urgent-unstaffed",
]);

export function isCourtesy(kind: NoticeKind): boolean {
  return courtesies.has(kind);
}

/** What is said although an agent has the conversation: the law or a life asks for it. */
export function isSaidBesideAgent(kind: NoticeKind): boolean {
  return (
    isSafetyNotice(kind) || kind.startsWith("opted-") || kind === "kept" || kind === "wrong-number"
  );
}
