import type { Campaign } from "#domain/campaign/campaign";
import type { Command } from "#domain/record/command";
import { digest } from "#domain/record/digest";
import type { RecordEvent } from "#domain/record/event";
import { evolveAll } from "#domain/record/evolve";
import type { PatientRecord } from "#domain/record/record";
import type { Rules } from "#domain/record/rules";

/** One decision of a life, as a release made it. */
export interface Decision {
  readonly life: number;
  /** Of the first decision of a life; the others were made on what the one before them left. */
  readonly before?: PatientRecord;
  readonly command: Command;
  readonly events: readonly RecordEvent[];
  /** Digest of the record that it left, as JSON. */
  readonly left: string;
}

/** The record that a decision leaves. */
export function leftBy(before: PatientRecord, events: readonly RecordEvent[]): PatientRecord {
  return events.length > 0 ? evolveAll(before, events) : before;
}

/** Two records are the same, letter by letter, when these are. */
export function digestOf(record: PatientRecord): string {
  return digest(JSON.stringify(record));
}

/** What a life was decided by, as plain JSON. */
export interface RulesUsed extends Omit<Rules, "campaign" | "isPaused"> {
  readonly campaigns: readonly Campaign[];
  readonly paused: readonly string[];
}

export function rulesFrom({ campaigns, paused, ...rest }: RulesUsed): Rules {
  return {
    ...rest,
    campaign: (id, version) =>
      campaigns.find((known) => known.id === id && known.version === version),
    isPaused: (id) => paused.includes(id),
  };
}
