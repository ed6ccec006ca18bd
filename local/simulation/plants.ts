import type { RecordStore } from "#ports";
import { TryAgain } from "../../shared/errors.ts";
import {
  belated,
  forgetful,
  hasty,
  insistent,
  type Plant,
  remembered,
  unascribed,
  unconditional,
  unguarded,
} from "./plant.ts";

/** Bugs that `--plant` puts in on purpose, by name: whoever doubts the simulator can see it fail. */
export const plants = {
  /** Whoever holds the message may send: the claim is written over whatever is there. */
  "lease-instead-of-claim": { records: unconditional },
  "stale-copy": { records: remembered },
  "resend-on-lost-answer": { send: insistent },
  "silence-is-refusal": { send: hasty },
  "permission-fails-open": { records: trusting },
  "caps-outside-the-record": { records: forgetful },
  "phone-without-guard": { points: unguarded },
  "hours-in-utc": { records: inUtc },
  "goal-not-looked-at": { records: deafToGoals },
  "words-of-anybody": { points: unascribed },
  "tasks-noted-before-told": { desk: belated },
  "half-the-ledger": { records: silent },
} as const satisfies Readonly<Record<string, Plant>>;

export type PlantName = keyof typeof plants;

export const plantNames = Object.keys(plants) as readonly PlantName[];

/** When the record cannot be read as it should, takes it that nobody said no. */
function trusting(real: RecordStore): RecordStore {
  return {
    ...real,
    async load(...whose) {
      try {
        return await real.load(...whose);
      } catch (error) {
        if (!(error instanceof TryAgain)) throw error;
        const record = await real.load(...whose);
        return record && { ...record, permissions: [] };
      }
    },
  };
}

/** Reads every patient's hours off one clock. */
function inUtc(real: RecordStore): RecordStore {
  return {
    ...real,
    async load(...whose) {
      const record = await real.load(...whose);
      return record && { ...record, reach: { ...record.reach, zones: ["Etc/UTC"] } };
    },
  };
}

/** Does not write down that a goal was met: only that a wait is over would be noticed. */
function deafToGoals(real: RecordStore): RecordStore {
  return {
    ...real,
    async append(change) {
      const isGoal = change.events.some(
        (event) => event.type === "enrollment-ended" && event.outcome === "goal-met",
      );
      if (!isGoal) await real.append(change);
    },
  };
}

/** Writes what was decided and drops the account of the first thing of several. */
function silent(real: RecordStore): RecordStore {
  return {
    ...real,
    append: (change) =>
      real.append(
        change.events.length > 2 ? { ...change, events: change.events.slice(1) } : change,
      ),
  };
}
