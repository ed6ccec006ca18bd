import type { CampaignId } from "../campaign/campaign.ts";
import { isFollowed } from "../reach/follow-up.ts";
import type { Instant } from "../time.ts";
import { isOf } from "./change-enrollment.ts";
import type { RecordEvent } from "./event.ts";
import { countedAs, isPending } from "./look.ts";
import type { PastEnrollment, PatientRecord } from "./record.ts";

/**
 * Keeps the latest end per campaign: what re-entry is measured from. A refusal must not hide when
 * the last real enrollment ended, nor the other way round; and whoever is refused for another
 * reason meanwhile is still held out.
 */
export function remember(record: PatientRecord, past: PastEnrollment): PatientRecord {
  const isReplaced = (entry: PastEnrollment) =>
    entry.campaign === past.campaign && isRefusal(entry) === isRefusal(past);
  const before = record.past.find(isReplaced);
  const others = record.past.filter((entry) => !isReplaced(entry));
  const follow = past.follow ?? (isRefusal(past) ? before?.follow : undefined);
  const kept = follow === undefined ? past : { ...past, follow };
  return { ...record, past: [...others.map((entry) => whileNeeded(entry, past.endedAt)), kept] };
}

/** What is followed no longer, or cannot be counted instead, takes no room. */
function whileNeeded(past: PastEnrollment, at: Instant): PastEnrollment {
  const { follow, counted, ...entry } = past;
  return {
    ...entry,
    ...(follow && isFollowed(follow.since, at) ? { follow } : {}),
    ...(counted && isPending(past, past.campaign, at) ? { counted } : {}),
  };
}

/** Whoever is enrolled was counted as that: no later look takes the refusal back again. */
export function settleRefusal(
  record: PatientRecord,
  campaign: CampaignId,
): readonly PastEnrollment[] {
  return record.past.map((entry) => {
    const { counted: _, ...rest } = entry;
    return entry.campaign === campaign ? rest : entry;
  });
}

function isRefusal({ outcome }: PastEnrollment): boolean {
  return outcome.startsWith("refused:");
}

/** Somebody held out is followed from here on; whoever is refused otherwise is not. */
export function refused(event: RecordEvent & { type: "enrollment-refused" }): PastEnrollment {
  const { campaign, episode, at, version, cohort, reason } = event;
  const entry = { campaign, episode, endedAt: at, outcome: `refused:${reason}` };
  if (reason !== "holdout" || cohort === undefined) return { ...entry, ...countedAs(event) };
  return { ...entry, follow: { since: at, version, cohort } };
}

/** An enrollment that ended otherwise than by its goal may still come to it. */
export function past(
  record: PatientRecord,
  event: RecordEvent & { type: "enrollment-ended" },
): PastEnrollment {
  const { campaign, episode, at, version, cohort, outcome } = event;
  const entry = { campaign, episode, endedAt: at, outcome };
  const since = record.enrollments.find((open) => isOf(open, event))?.enrolledAt;
  const isOver = outcome === "goal-met" || event.isFollowed === undefined;
  if (isOver || cohort === undefined || since === undefined) return entry;
  return { ...entry, follow: { since, version, cohort } };
}

/** It is known now: nothing is left to be looked at. */
export function forgetGoal(
  record: PatientRecord,
  event: RecordEvent & { type: "goal-noted" },
): PatientRecord {
  return {
    ...record,
    past: record.past.map(({ follow, ...entry }) => {
      const isIt = entry.campaign === event.campaign && entry.episode === event.episode;
      return isIt || follow === undefined ? entry : { ...entry, follow };
    }),
  };
}
