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

/** Of the nearest day that is gone and the nearest to come, those that the question asks for. */
export function onAskedSide(
  { back, ahead }: DateReading["takes"],
  gone: Day | undefined,
  coming: Day | undefined,
): readonly Day[] {
  return [back && gone, ahead && coming].filter((day) => typeof day === "number");
}
