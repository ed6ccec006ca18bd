/** `skipped`: nobody could look, which is not the same as all being well. */
export type FindingKind = "ok" | "warning" | "problem" | "skipped";

/** What one check found: a contract that scripts rely on. */
export interface Finding {
  /** The check's name, the same for all its outcomes. */
  readonly check: string;
  readonly is: FindingKind;
  /** What is so, and what it means for patients. */
  readonly says: string;
  /** What to do about it; empty where nothing is to be done. */
  readonly do: string;
}

export function ok(check: string, says: string): Finding {
  return { check, is: "ok", says, do: "" };
}

export function warning(check: string, says: string, advice: string): Finding {
  return { check, is: "warning", says, do: advice };
}

export function problem(check: string, says: string, advice: string): Finding {
  return { check, is: "problem", says, do: advice };
}

export function skipped(check: string, says: string, advice: string): Finding {
  return { check, is: "skipped", says, do: advice };
}

/** A mistake is a problem where patients are contacted, and a warning where invented people are. */
export function mistake(contactsPatients: boolean): typeof problem {
  return contactsPatients ? problem : warning;
}
