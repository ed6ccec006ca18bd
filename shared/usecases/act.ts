import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Command } from "#domain/record/command";
import { type Decided, decideOn } from "#domain/record/decide";
import { digest } from "#domain/record/digest";
import type { RecordEvent } from "#domain/record/event";
import { newRecord } from "#domain/record/new-record";
import type { PatientRecord } from "#domain/record/record";
import type { Rules } from "#domain/record/rules";
import type { RecordStore } from "#ports";
import { StaleRecord } from "../errors.ts";
import type { CampaignRef, ReadRules } from "./read-rules.ts";

/** Rounds of load, decide, write against other writers before the caller is told to try again. */
const roundsMax = 5;

export interface ActPorts {
  readonly records: RecordStore;
  readonly readRules: ReadRules;
}

export interface Acted {
  readonly record: PatientRecord;
  readonly events: readonly RecordEvent[];
  readonly rules: Rules;
}

/** What to ask of the record, once it is known. */
export type Ask = (record: PatientRecord, rules: Rules) => readonly Command[];

/**
 * Loads the record, decides the commands in order, and writes all their events as one conditional
 * write; nothing is written when nothing was decided. When another worker wrote in between, the
 * whole is decided again on what is there now. A retry of the caller is safe: commands that no
 * longer apply yield nothing.
 */
export type Act = (
  organization: OrganizationId,
  patient: PatientId,
  ask: Ask,
  also?: readonly CampaignRef[],
  /** As the caller's own last write left it: spares the first load. Somebody who wrote since is found out. */
  known?: PatientRecord,
) => Promise<Acted>;

export function createAct({ records, readRules }: ActPorts): Act {
  const once: Act = async (organization, patient, ask, also = [], known) => {
    const before =
      known ?? (await records.load(organization, patient)) ?? newRecord(organization, patient);
    const rules = await readRules(organization, [...before.enrollments, ...also]);
    const commands = ask(before, rules);
    const { events, record } = decideAll(before, commands, rules);
    if (events.length === 0) return { record: before, events, rules };
    const after = { ...record, revision: before.revision + 1 };
    const inputs = digest(JSON.stringify([before, commands]));
    await records.append({ before, after, events, inputs });
    return { record: after, events, rules };
  };
  return async (organization, patient, ask, also, known) => {
    for (let round = 1; ; round += 1) {
      try {
        return await once(organization, patient, ask, also, round === 1 ? known : undefined);
      } catch (error) {
        if (!(error instanceof StaleRecord) || round >= roundsMax) throw error;
      }
    }
  };
}

function decideAll(before: PatientRecord, commands: readonly Command[], rules: Rules): Decided {
  const events: RecordEvent[] = [];
  let record = before;
  for (const command of commands) {
    const decided = decideOn(record, command, rules);
    events.push(...decided.events);
    record = decided.record;
  }
  return { events, record };
}
