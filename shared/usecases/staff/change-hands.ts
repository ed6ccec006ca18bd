import { type Outcome, type Refused, refused, toldOf } from "#contracts/api/outcome";
import type { HandOverBody, ReleaseBody, TaskHeld } from "#contracts/api/task-work";
import type { StaffMember } from "#domain/staff/member";
import {
  claimTask,
  type HandsChange,
  type HandsRefusal,
  handOverTask,
  releaseTask,
  type WorklistEntry,
} from "#domain/task/claim";
import { formatInstant, type Instant } from "#domain/time";
import type { Clock, StaffRoster, Worklist } from "#ports";
import { TryAgain } from "../../errors.ts";
import type { FindTask, OpenTask } from "./find-task.ts";
import { colleaguesSince } from "./list-colleagues.ts";
import type { ShowTask } from "./task-rows.ts";

/** Rounds against others who reach for the same task. */
const roundsMax = 5;

export interface HandsPorts {
  readonly findTask: FindTask;
  readonly worklist: Pick<Worklist, "assign">;
  readonly roster: Pick<StaffRoster, "since">;
  readonly showTask: ShowTask;
  readonly clock: Clock;
}

export type ChangeHands<Body> = (
  member: StaffMember,
  task: string,
  body: Body,
) => Promise<Outcome<TaskHeld>>;

/** Takes a task. Of those who reach at once one gets it, and the others are told who. */
export function createClaimTask(ports: HandsPorts): ChangeHands<object> {
  return (member, task) => change(ports, member, task, (entry, at) => claimTask(entry, member, at));
}

export function createReleaseTask(ports: HandsPorts): ChangeHands<ReleaseBody> {
  return (member, task, { version }) =>
    change(ports, member, task, (entry) => releaseTask(entry, member, version));
}

/** Gives a task to a colleague who was here lately. */
export function createHandOverTask(ports: HandsPorts): ChangeHands<HandOverBody> {
  return async (member, task, { version: seen, to: user }) => {
    const since = colleaguesSince(ports.clock.now());
    const colleagues = await ports.roster.since(member.organization, since);
    const to = colleagues.find((colleague) => colleague.user === user);
    if (!to) return refused("no-such-colleague");
    return change(ports, member, task, (entry, at) =>
      handOverTask(entry, member, { seen, to, at }),
    );
  };
}

/**
 * Decides on the task as it is, and writes it if nobody changed its hands meanwhile, else decides
 * again. A repeat whose first answer was lost finds it done.
 */
async function change(
  ports: HandsPorts,
  member: StaffMember,
  ref: string,
  decide: (entry: WorklistEntry, at: Instant) => HandsChange | HandsRefusal,
): Promise<Outcome<TaskHeld>> {
  for (let round = 1; round <= roundsMax; round += 1) {
    const found = await ports.findTask(member.organization, ref);
    if (!found) return refused("no-such-task");
    if (found.is === "closed") return refused("task-closed");
    const decided = decide(found.entry, ports.clock.now());
    if ("refused" in decided) return handsRefused(decided);
    const after = await assigned(ports, found, decided);
    if (after !== "changed") {
      return toldOf([found.name.patient], { task: await ports.showTask(after, member.user) });
    }
  }
  throw new TryAgain("worklist/contended");
}

async function assigned(
  { worklist }: HandsPorts,
  { name, entry }: OpenTask,
  decided: HandsChange,
): Promise<WorklistEntry | "changed"> {
  if (decided.is === "unchanged") return entry;
  return worklist.assign(name, entry.version, decided.claim);
}

export function handsRefused(refusal: HandsRefusal): Refused {
  if (refusal.refused !== "already-claimed") return refused(refusal.refused);
  const { user, name, since } = refusal.holder;
  return refused("already-claimed", { holder: { user, name, since: formatInstant(since) } });
}
