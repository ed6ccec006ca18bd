import type { TaskRow } from "#contracts/api/tasks";

export interface LoadOf {
  /** Who of the staff; absent: nobody has these. */
  readonly name?: string;
  readonly tasks: number;
  /** Past their deadline. */
  readonly late: number;
}

/** How many tasks each has, and how many are late; nobody's first, then who has most late. */
export function loadOf(tasks: readonly TaskRow[], now: number): readonly LoadOf[] {
  const byHolder = new Map<string, { name?: string; tasks: number; late: number }>();
  for (const { claim, deadline } of tasks) {
    const who = claim?.user ?? "";
    const load = byHolder.get(who) ?? { ...(claim && { name: claim.name }), tasks: 0, late: 0 };
    load.tasks += 1;
    if (Date.parse(deadline) < now) load.late += 1;
    byHolder.set(who, load);
  }
  return [...byHolder.values()].toSorted(
    (one, other) =>
      Number(one.name !== undefined) - Number(other.name !== undefined) ||
      other.late - one.late ||
      other.tasks - one.tasks,
  );
}
