import type { Campaign } from "../campaign/campaign.ts";
import { enrollmentsPerPatientMax } from "../limits.ts";
import { channels } from "../patient/contact-point.ts";
import { addDuration, dayOf, parseDay } from "../time.ts";
import type { Command } from "./command.ts";
import { chance } from "./digest.ts";
import { endEnrollment } from "./end-enrollment.ts";
import type { RecordEvent } from "./event.ts";
import { lookOf } from "./look.ts";
import { blanketRefusal, usablePoint } from "./permission.ts";
import { enter } from "./step.ts";
import { enrollmentOf, type Turn, zoneOf } from "./turn.ts";

type Enroll = Command & { type: "enroll" };
type RefusedReason = (RecordEvent & { type: "enrollment-refused" })["reason"];

/**
 * Enrolls, or says why not: selection being right is no reason to contact. An episode that was
 * enrolled or refused before yields nothing, so that selecting twice enrolls once.
 */
export function enroll(turn: Turn, command: Enroll): void {
  const record = turn.record();
  const { campaign: id, episode, version } = command;
  if (record.enrollments.some((enrollment) => enrollment.campaign === id)) return;
  if (record.past.some((past) => past.campaign === id && past.episode === episode)) return;
  const campaign = turn.rules.campaign(id, version);
  const reason = campaign ? refusal(turn, command, campaign) : "campaign-missing";
  const look = lookOf(turn, command);
  if (!campaign || reason) {
    turn.emit({
      type: "enrollment-refused",
      at: turn.at,
      campaign: id,
      episode,
      version,
      reason: reason ?? "campaign-missing",
      ...look,
    });
    return;
  }
  turn.emit({
    type: "enrolled",
    at: turn.at,
    campaign: id,
    episode,
    version,
    start: campaign.start,
    ...(command.eligibleThrough === undefined ? {} : { eligibleThrough: command.eligibleThrough }),
    ...look,
  });
  enter(turn, { campaign: id, episode }, campaign.start);
}

/**
 * The holdout comes last: whoever is held out would have been enrolled, so that the two can be
 * compared.
 */
function refusal(turn: Turn, command: Enroll, campaign: Campaign): RefusedReason | undefined {
  const record = turn.record();
  const blanket = blanketRefusal(record, campaign);
  if (blanket) return blanket;
  const review = parseDay(campaign.review);
  if (review !== undefined && dayOf(turn.at, zoneOf(turn)) > review) return "review-past";
  if (isTooSoon(turn, campaign)) return "too-soon";
  const refusals = channels.map((channel) => usablePoint(turn, campaign, channel));
  if (refusals.every((found) => "refused" in found)) {
    const isConsent = refusals.some(
      (found) => "refused" in found && found.refused === "no-consent",
    );
    return isConsent ? "no-consent" : "no-channel";
  }
  if (record.enrollments.length >= enrollmentsPerPatientMax) return "too-many";
  if (command.campaign !== campaign.id) return "campaign-missing";
  return isHeldOut(campaign, record.patient) ? "holdout" : undefined;
}

/** Re-entry is by the campaign's rule alone; without one, a patient goes through it once. */
function isTooSoon(turn: Turn, campaign: Campaign): boolean {
  const last = turn
    .record()
    .past.find((past) => past.campaign === campaign.id && !past.outcome.startsWith("refused:"));
  if (!last) return false;
  if (!campaign.again) return true;
  return turn.at < addDuration(last.endedAt, campaign.again.after, zoneOf(turn));
}

/** The same patient is held out of the same campaign always: the arm must not change by version. */
export function isHeldOut(campaign: Pick<Campaign, "id" | "holdout">, patient: string): boolean {
  return chance(`holdout/${campaign.id}/${patient}`) < campaign.holdout;
}

/** Facts moved: the goal may be met, the audience may have ended or last longer (law 8). */
export function changeEligibility(
  turn: Turn,
  command: Command & { type: "change-eligibility" },
): void {
  const enrollment = turn.record().enrollments.find((open) => open.campaign === command.campaign);
  if (!enrollment) return;
  const { standing } = command;
  if (standing.is !== "eligible") {
    return endEnrollment(turn, enrollment, standing.is, standing.is);
  }
  const current = enrollmentOf(turn, enrollment)?.eligibleThrough;
  if (current === standing.through) return;
  turn.emit({
    type: "eligibility-changed",
    at: turn.at,
    campaign: enrollment.campaign,
    episode: enrollment.episode,
    ...(standing.through === undefined ? {} : { eligibleThrough: standing.through }),
  });
}
