import { isFollowed } from "../reach/follow-up.ts";
import type { Instant } from "../time.ts";
import type { Command } from "./command.ts";
import type { PastEnrollment, PatientRecord } from "./record.ts";
import type { Turn } from "./turn.ts";

export type Followed = PastEnrollment & Required<Pick<PastEnrollment, "follow">>;

/** Of whom the goal is still looked at: held out, or no longer enrolled, and not for too long. */
export function followedIn(record: PatientRecord, at: Instant): readonly Followed[] {
  return record.past.filter(
    (past): past is Followed => past.follow !== undefined && isFollowed(past.follow.since, at),
  );
}

/** The goal was met without a contact, or after the last one: told once, for the comparison. */
export function noteGoal(turn: Turn, command: Command & { type: "note-goal" }): void {
  const { campaign, episode } = command;
  const past = followedIn(turn.record(), turn.at).find(
    (known) => known.campaign === campaign && known.episode === episode,
  );
  if (!past) return;
  const { version, cohort } = past.follow;
  turn.emit({
    type: "goal-noted",
    at: turn.at,
    campaign,
    episode,
    version,
    cohort,
    arm: past.outcome.startsWith("refused:") ? "held-out" : "contacted",
  });
}
