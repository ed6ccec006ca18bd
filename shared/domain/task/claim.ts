import type { StaffMember } from "../staff/member.ts";
import type { Instant } from "../time.ts";
import type { ListedTask } from "./listed-task.ts";

/** Who works on a task, and since when. */
export interface Claim {
  readonly user: string;
  /** As colleagues know them. */
  readonly name: string;
  readonly since: Instant;
}

/** Who closed it, how and when. */
export interface Closing {
  readonly user: string;
  readonly name: string;
  readonly at: Instant;
  readonly outcome: "resolved" | "unreachable";
}

/** A task of the worklist, and in whose hands it is. */
export interface WorklistEntry {
  readonly listed: ListedTask;
  /** Grows with every change of hands. */
  readonly version: number;
  readonly claim?: Claim;
}

/** Why somebody may not do this with a task. */
export type HandsRefusal =
  | { readonly refused: "already-claimed"; readonly holder: Claim }
  | { readonly refused: "not-claimed" }
  | { readonly refused: "stale-version" };

/** What becomes of the hands that a task is in: the claim that it gets, or that nobody has it. */
export type HandsChange =
  | { readonly is: "unchanged" }
  | { readonly is: "changed"; readonly claim: Claim | undefined };

/** Takes a task that nobody has. Who has it already may say so again. */
export function claimTask(
  { claim }: WorklistEntry,
  { user, name }: StaffMember,
  at: Instant,
): HandsChange | HandsRefusal {
  if (claim?.user === user) return { is: "unchanged" };
  if (claim) return { refused: "already-claimed", holder: claim };
  return { is: "changed", claim: { user, name, since: at } };
}

/** Lets go of a task; a care manager also of one that somebody else has and is not there. */
export function releaseTask(
  { claim, version }: WorklistEntry,
  member: StaffMember,
  seen: number,
): HandsChange | HandsRefusal {
  if (claim === undefined) return { is: "unchanged" };
  const isTheirs = claim.user !== member.user;
  if (isTheirs && !member.roles.includes("care-manager")) {
    return { refused: "already-claimed", holder: claim };
  }
  return version === seen ? { is: "changed", claim: undefined } : { refused: "stale-version" };
}

/** Gives a task that one has to a colleague. Said twice, it is done once. */
export function handOverTask(
  entry: WorklistEntry,
  member: StaffMember,
  given: { readonly seen: number; readonly to: Omit<Claim, "since">; readonly at: Instant },
): HandsChange | HandsRefusal {
  const { user, name } = given.to;
  const isDone = entry.claim?.user === user && entry.version === given.seen + 1;
  if (isDone) return { is: "unchanged" };
  const refused = whyNotTheirs(entry, member, given.seen);
  if (refused) return refused;
  return { is: "changed", claim: { user, name, since: given.at } };
}

/** Why this member may not act on the task: it is theirs, and as they saw it, or it is not. */
export function whyNotTheirs(
  { claim, version }: WorklistEntry,
  { user }: StaffMember,
  seen: number,
): HandsRefusal | undefined {
  if (claim === undefined) return { refused: "not-claimed" };
  if (claim.user !== user) return { refused: "already-claimed", holder: claim };
  return version === seen ? undefined : { refused: "stale-version" };
}

/** Whether this member closed it so: to say so again is no news, and no conflict. */
export function isClosedBy(
  closing: Closing,
  { user }: StaffMember,
  outcome: Closing["outcome"],
): boolean {
  return closing.user === user && closing.outcome === outcome;
}
