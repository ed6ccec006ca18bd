import type { SendOutcome } from "#domain/record/command";
import type { TouchKey } from "#domain/record/touch";
import type {
  Clock,
  OrganizationDirectory,
  PointDirectory,
  RecordStore,
  TaskDesk,
  Worklist,
} from "#ports";
import { StaleRecord } from "../../shared/errors.ts";

/** How a message is handed to its provider, whatever the channel. */
export type Send = (message: {
  readonly key: TouchKey;
  readonly to: string;
}) => Promise<SendOutcome>;

/**
 * A bug put in on purpose, between a worker and one of its ports, to see that the tests of a law
 * can fail. Made anew for each worker.
 */
export interface Plant {
  readonly records?: (real: RecordStore) => RecordStore;
  readonly points?: (real: PointDirectory) => PointDirectory;
  readonly organizations?: (real: OrganizationDirectory) => OrganizationDirectory;
  readonly clock?: (real: Clock) => Clock;
  readonly send?: (real: Send) => Send;
  readonly desk?: (real: TaskDesk) => TaskDesk;
  readonly worklist?: (real: Worklist) => Worklist;
}

/** Writes whatever was decided over whatever is there. */
export function unconditional(real: RecordStore): RecordStore {
  return {
    ...real,
    async append(change) {
      const { organization, patient } = change.before;
      const revision = (await real.load(organization, patient))?.revision ?? 0;
      const before = { ...change.before, revision };
      return real.append({ ...change, before, after: { ...change.after, revision: revision + 1 } });
    },
  };
}

/** Decides on the record as this worker first saw it, and writes the decision over what is there. */
export function remembered(real: RecordStore): RecordStore {
  const seen = new Map<string, ReturnType<RecordStore["load"]>>();
  return {
    ...unconditional(real),
    load(organization, patient) {
      const key = `${organization}/${patient}`;
      const first = seen.get(key) ?? real.load(organization, patient);
      seen.set(key, first);
      return first;
    },
  };
}

/** Looks at the clock once and goes on believing it. */
export function stopped(real: Clock): Clock {
  let seen: number | undefined;
  return {
    now: () => {
      seen ??= real.now();
      return seen;
    },
  };
}

/** Counts no contact that anybody made before. */
export function forgetful(real: RecordStore): RecordStore {
  return {
    ...real,
    async load(...whose) {
      const record = await real.load(...whose);
      if (!record) return undefined;
      return { ...record, touches: record.touches.filter(({ status }) => status === "claimed") };
    },
  };
}

/** Lets everybody have the phone. */
export function unguarded(real: PointDirectory): PointDirectory {
  return { ...real, claim: async () => ({ is: "claimed" }) };
}

/** Asks a provider again that did not answer, as clients do unless they are told not to. */
export function insistent(real: Send): Send {
  return async (message) => {
    const first = await real(message);
    return first.is === "unknown" ? real(message) : first;
  };
}

/** Takes silence for a refusal: the touch is let go, and comes again. */
export function hasty(real: Send): Send {
  return async (message) => {
    const outcome = await real(message);
    return outcome.is === "unknown" ? { is: "released", reason: "unavailable" } : outcome;
  };
}

/** Gives up what it decided when somebody else wrote first. */
export function discouraged(real: RecordStore): RecordStore {
  return {
    ...real,
    append: (change) =>
      real.append(change).catch((error: unknown) => {
        if (!(error instanceof StaleRecord)) throw error;
      }),
  };
}

/** Does not wait until agents were told before it notes that they were. */
export function belated(real: TaskDesk): TaskDesk {
  return {
    async raise(task) {
      real.raise(task).catch(() => undefined);
    },
  };
}

/** Looks anew, each time, whose words a reply may be. */
export function unascribed(real: PointDirectory): PointDirectory {
  return { ...real, ascribe: async (_organization, _point, _reply, patient) => patient };
}

/** Knows of no moment from which on a message is of no use. */
export function tireless(real: RecordStore): RecordStore {
  const monthMs = 30 * 86_400_000;
  return {
    ...real,
    async load(...whose) {
      const record = await real.load(...whose);
      if (!record) return undefined;
      const enrollments = record.enrollments.map((enrollment) => {
        const { state } = enrollment;
        if (state.status !== "planned") return enrollment;
        return { ...enrollment, state: { ...state, notAfter: state.dueAt + monthMs } };
      });
      return { ...record, enrollments };
    },
  };
}

/** Takes the latest receipt for the truth, whatever was known before. */
export function gullible(real: RecordStore): RecordStore {
  return {
    ...real,
    async load(...whose) {
      const record = await real.load(...whose);
      if (!record) return undefined;
      const touches = record.touches.map((touch) => {
        const isEnd = touch.status === "delivered" || touch.status === "failed";
        return isEnd ? { ...touch, status: "sent" as const } : touch;
      });
      return { ...record, touches };
    },
  };
}

/** Knows of one owner of a phone alone, whatever it is asked. */
export function deafToOthers(real: PointDirectory): PointDirectory {
  const onlyFirst = (answer: unknown) => {
    const isList = typeof answer === "object" && answer !== null && "patients" in answer;
    if (!isList || !Array.isArray(answer.patients)) return answer;
    return { ...answer, patients: answer.patients.slice(0, 1) };
  };
  const methods = Object.entries(real).map(([name, call]) => [
    name,
    async (...args: readonly unknown[]) => onlyFirst(await call(...args)),
  ]);
  return Object.fromEntries(methods) as PointDirectory;
}
