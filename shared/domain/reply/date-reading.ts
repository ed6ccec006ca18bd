import type { Day } from "../calendar.ts";
import type { Word } from "../triage/normalise.ts";
import type { Takes } from "./takes.ts";

/** What is needed to tell which day words mean. */
export interface DateReading {
  readonly words: readonly Word[];
  /** The patient's own day. */
  readonly on: Day;
  readonly takes: NonNullable<Takes["date"]>;
  /** A patient who writes Spanish may put the day before the month. */
  readonly language?: string;
}

/** Days that words could mean; several where the words do not tell, none where it is no day. */
export interface Candidates {
  readonly days: readonly Day[];
  readonly end: number;
}

export function textAt(words: readonly Word[], at: number): string {
  return words[at]?.text ?? "";
}
