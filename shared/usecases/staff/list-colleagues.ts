import { type Outcome, told } from "#contracts/api/outcome";
import type { Colleagues } from "#contracts/api/task-work";
import type { StaffMember } from "#domain/staff/member";
import type { Instant } from "#domain/time";
import type { Clock, StaffRoster } from "#ports";

/** Who was not here for this long is given no task: they may be gone. Ms. */
const absentMs = 30 * 24 * 3_600_000;

export function colleaguesSince(now: Instant): Instant {
  return now - absentMs;
}

export type ListColleagues = (member: StaffMember) => Promise<Outcome<Colleagues>>;

/** The agents to whom the member may hand a task. */
export function createListColleagues(ports: {
  readonly roster: Pick<StaffRoster, "since">;
  readonly clock: Clock;
}): ListColleagues {
  return async ({ organization, user }) => {
    const seen = await ports.roster.since(organization, colleaguesSince(ports.clock.now()));
    const others = seen.filter((colleague) => colleague.user !== user);
    return told({ colleagues: others.map(({ user: id, name }) => ({ user: id, name })) });
  };
}
