import type { Concepts } from "#domain/audience/concept";
import { type EligibilityEntry, solveEligibility } from "#domain/audience/eligibility";
import { goalsMet } from "#domain/audience/goals-met";
import { isSameEntry, keepLook } from "#domain/audience/keep-look";
import { standingOf } from "#domain/audience/standing-of";
import type { Campaign } from "#domain/campaign/campaign";
import { isInFacility } from "#domain/patient/facility";
import type { Fact } from "#domain/patient/fact";
import { type Profile, reachability } from "#domain/patient/profile";
import { subjectOf } from "#domain/patient/subject";
import type { Command } from "#domain/record/command";
import type { OptOut } from "#domain/record/opt-out";
import { type Day, dayOf, type Instant } from "#domain/time";
import type { EligibilityIndex } from "#ports";
import type { Act } from "./act.ts";

/**
 * How far ahead the start of an audience is put into the index. Days: longer than a life, for an
 * entry is only looked at again on its day, and far starts cost nothing.
 */
const horizonDays = 73_050;

export interface SettlePorts {
  readonly act: Act;
  readonly eligibility: EligibilityIndex;
}

export interface SettleContext {
  readonly at: Instant;
  /** The live versions, whose audiences are solved. */
  readonly campaigns: readonly Campaign[];
  readonly concepts: Concepts;
  /** Where "today" is told while the patient's zone is unknown. */
  readonly zone: string;
}

export interface CampaignEntries {
  readonly campaign: string;
  readonly stored: EligibilityEntry | undefined;
  /** What the facts say now, with the look that selection has set for the same interval. */
  readonly fresh: EligibilityEntry | undefined;
}

/** For each live campaign, the entry of the index beside a fresh solve. */
export async function solvedBeside(
  eligibility: Pick<EligibilityIndex, "entry">,
  profile: Profile,
  facts: readonly Fact[],
  context: SettleContext,
): Promise<readonly CampaignEntries[]> {
  const { organization, patient } = profile;
  const { campaigns, concepts } = context;
  const today = todayOf(profile, context);
  const subject = subjectOf(profile, facts);
  const solved = solveEligibility(campaigns, subject, concepts, today, horizonDays);
  return Promise.all(
    campaigns.map(async ({ id: campaign }) => {
      const stored = await eligibility.entry(organization, patient, campaign);
      const entry = solved.find((each) => each.campaign === campaign);
      return { campaign, stored, fresh: entry && keepLook(entry, stored) };
    }),
  );
}

/** The patient's own day. */
export function todayOf({ zones }: Profile, { at, zone }: Pick<SettleContext, "at" | "zone">): Day {
  return dayOf(at, zones[0] ?? zone);
}

/**
 * Tells the eligibility index and the record what now holds of one patient.
 *
 * @param stopped what was stopped at points where this patient is found now.
 * @returns whether the index had to change. Then the caller must save the facts it settled on:
 * that write is refused when somebody else settled on others meanwhile.
 */
export function createSettlePatient(ports: SettlePorts) {
  return async (
    profile: Profile,
    facts: readonly Fact[],
    context: SettleContext,
    stopped: readonly OptOut[] = [],
  ): Promise<boolean> => {
    const { organization, patient } = profile;
    const { campaigns, concepts, at } = context;
    const entries = await solvedBeside(ports.eligibility, profile, facts, context);
    const changed = entries.filter(({ stored, fresh }) => !isSameEntry(stored, fresh));
    if (changed.length > 0) {
      const now = changed.flatMap(({ fresh }) => (fresh === undefined ? [] : [fresh]));
      const ids = changed.map(({ campaign }) => campaign);
      await ports.eligibility.replace(organization, patient, now, ids);
    }
    const subject = subjectOf(profile, facts);
    const dayAt = (instant: Instant) => todayOf(profile, { ...context, at: instant });
    const today = dayAt(at);
    const reach = reachability(profile, { today, isInFacility: isInFacility(facts, today) });
    await ports.act(organization, patient, (record, rules) => [
      { type: "change-profile", at, reach },
      ...stopped.map((stop) => ({ type: "opt-out", at, ...stop }) as const),
      ...record.enrollments.flatMap((enrollment): readonly Command[] => {
        const campaign = rules.campaign(enrollment.campaign, enrollment.version);
        if (!campaign) return [];
        const since = dayAt(enrollment.enrolledAt);
        const standing = standingOf(campaign, subject, concepts, { since, today });
        return [{ type: "change-eligibility", at, campaign: enrollment.campaign, standing }];
      }),
      ...goalsMet(record, at, { campaigns, subject, concepts, dayAt }),
    ]);
    return changed.length > 0;
  };
}

export type SettlePatient = ReturnType<typeof createSettlePatient>;
