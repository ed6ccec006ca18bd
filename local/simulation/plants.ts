import type { RecentTouch } from "#domain/record/record";
import type { OrganizationDirectory, RecordStore, Worklist } from "#ports";
import { hasty, insistent, type Plant, remembered, unconditional, unguarded } from "./plant.ts";

/** Bugs that `--plant` puts in on purpose, by name: whoever doubts the simulator can see it fail. */
export const plants = {
  /** Whoever holds the message may send: the claim is written over whatever is there. */
  "lease-instead-of-claim": { records: unconditional },
  "stale-copy": { records: remembered },
  "resend-on-lost-answer": { send: insistent },
  "silence-is-refusal": { send: hasty },
  "permission-fails-open": { records: trusting },
  "caps-outside-the-record": { records: capless },
  "phone-without-guard": { points: unguarded },
  "hours-in-utc": { records: inUtc },
  "goal-not-looked-at": { records: deafToGoals },
  "half-the-ledger": { records: silent },
  "fence-not-read": { organizations: unfenced },
  "worklist-believes-anybody": { worklist: credulous },
} as const satisfies Readonly<Record<string, Plant>>;

export type PlantName = keyof typeof plants;

export const plantNames = Object.keys(plants) as readonly PlantName[];

/** Permissions are kept elsewhere, and who has not read them yet takes it that nobody said no. */
function trusting(real: RecordStore): RecordStore {
  const known = new Set<string>();
  return {
    ...real,
    async load(...whose) {
      const record = await real.load(...whose);
      const patient = whose.join("/");
      if (!record || known.has(patient)) return record;
      known.add(patient);
      return { ...record, permissions: [] };
    },
  };
}

/** Caps are counted elsewhere, and not there yet: what ended is not known here. */
function capless(real: RecordStore): RecordStore {
  return {
    ...real,
    async load(...whose) {
      const record = await real.load(...whose);
      if (!record) return undefined;
      const isOpen = ({ status }: RecentTouch) => status === "claimed" || status === "unknown";
      return { ...record, touches: record.touches.filter(isOpen) };
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

/** Does not ask whether another region has become the patients' home. */
function unfenced(real: OrganizationDirectory): OrganizationDirectory {
  return { ...real, epoch: async () => 0 };
}

/** Lists whatever it is told, however late: who raises a task slowly opens it again. */
function credulous(real: Worklist): Worklist {
  const latest = Number.MAX_SAFE_INTEGER;
  return { ...real, list: (task) => real.list({ ...task, revision: latest }) };
}
