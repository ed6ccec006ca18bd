import type { Concepts } from "../audience/concept.ts";
import { solveEligibility } from "../audience/eligibility.ts";
import { type Because, explain } from "../audience/explain.ts";
import type { Campaign } from "../campaign/campaign.ts";
import { morningOf } from "../forecast/plan.ts";
import type { Fact } from "../patient/fact.ts";
import type { Organization } from "../patient/organization.ts";
import type { Profile } from "../patient/profile.ts";
import { subjectOf } from "../patient/subject.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Rules } from "../record/rules.ts";
import { atLocal, type Day, dayOf, formatDay, type Instant, type ZoneId } from "../time.ts";
import { type Move, play } from "./move.ts";
import { Teller } from "./teller.ts";
import type { Told } from "./told.ts";
import { beginWalk, type Walk, type WalkStart } from "./walk.ts";

/** How far ahead an audience is looked at for somebody's first day in it: ten years. Days. */
const horizonDays = 3_653;

/** When whoever enters whatever the audience says does so: at ten of their own clock. Minutes. */
const beginsAtMinute = 10 * 60;

/** One patient, one campaign, and what somebody did so far. */
export interface PreviewPlan {
  readonly campaign: Campaign;
  readonly concepts: Concepts;
  readonly organization: Organization;
  readonly profile: Profile;
  readonly facts: readonly Fact[];
  readonly record: PatientRecord;
  readonly rules: Rules;
  /** The first day, of the patient's own calendar. */
  readonly on: Day;
  /** What happened before is in the record: the walk begins no earlier. */
  readonly notBefore?: Instant;
  /** Enters although the audience does not hold. */
  readonly isForced: boolean;
  readonly moves: readonly Move[];
}

/** Whether the audience holds for them, from when, and why. */
export interface AudienceTold {
  readonly holds: boolean;
  /** The first day on which it will, where it does not yet. */
  readonly next?: Day;
  readonly because: Readonly<Record<"en" | "es", readonly Because[]>>;
}

export interface Preview {
  readonly zone: ZoneId;
  readonly audience: AudienceTold;
  readonly told: readonly Told[];
  readonly now: Instant;
  /** What can be done now. */
  readonly choices: {
    /** Digits of the open question, with what they are taken for. */
    readonly answers: Readonly<Record<string, string>>;
    readonly isRinging: boolean;
    readonly hasTask: boolean;
    /** When something happens next by itself. */
    readonly nextAt?: Instant;
    /** In the campaign now. */
    readonly isEnrolled: boolean;
  };
}

/**
 * Walks the patient from the start through every move, by the code that decides in production. The
 * same plan gives the same preview, so nothing has to be kept between two moves.
 */
export function preview(plan: PreviewPlan): Preview {
  const { organization, profile, moves } = plan;
  const zone = profile.zones[0] ?? organization.business.zone;
  const audience = audienceTold(plan);
  const walk = beginWalk(startOf(plan, zone, audience));
  const teller = new Teller(walk, plan);
  const told: Told[] = [];
  const hear = () => {
    for (const event of walk.news()) told.push(...[teller.tell(event)].filter(isTold));
  };
  hear();
  if (told.every(({ is }) => is !== "entered" && is !== "kept-out")) {
    told.unshift(notEntered(walk, plan, audience));
  }
  for (const move of moves) {
    play(walk, move);
    hear();
  }
  return { zone, audience, told, now: walk.rehearsal.now(), choices: choicesOf(walk) };
}

/** Whoever is in the campaign goes on from where they are; others are told why they are not. */
function notEntered(walk: Walk, { campaign }: PreviewPlan, audience: AudienceTold): Told {
  const about = { at: walk.rehearsal.now(), campaign: campaign.id };
  const enrollment = walk.enrollment();
  if (enrollment) return { is: "goes-on", ...about, step: enrollment.step };
  const isIn = audience.holds || audience.next !== undefined;
  return { is: "kept-out", ...about, reason: isIn ? "had-it" : "not-in-audience" };
}

function isTold(told: Told | undefined): told is Told {
  return told !== undefined;
}

function audienceTold({ campaign, concepts, profile, facts, on }: PreviewPlan): AudienceTold {
  const subject = subjectOf(profile, facts);
  const [entry] = solveEligibility(campaign, subject, concepts, on, horizonDays);
  const holds = entry !== undefined && entry.from <= on;
  const why = (language: "en" | "es") =>
    explain(campaign.audience, subject, concepts, on, language);
  return {
    holds,
    ...(entry === undefined || holds ? {} : { next: entry.from }),
    because: { en: why("en"), es: why("es") },
  };
}

/** By the audience as selection does it, or at ten in the morning whatever it says. */
function startOf(plan: PreviewPlan, zone: ZoneId, audience: AudienceTold): WalkStart {
  const { campaign, concepts, on, organization, profile, facts, record, rules } = plan;
  const start = { campaign, record, rules };
  const from = (at: Instant) => Math.max(at, plan.notBefore ?? at);
  if (plan.isForced) {
    const at = from(atLocal(on, beginsAtMinute, zone));
    return { ...start, at, enroll: { episode: formatDay(dayOf(at, zone)) } };
  }
  const day = audience.holds ? on : audience.next;
  if (day === undefined) return { ...start, at: from(morningOf(on, { organization })) };
  const subject = subjectOf(profile, facts);
  const [entry] = solveEligibility(campaign, subject, concepts, day, horizonDays);
  const { episode = formatDay(day), through } = entry ?? {};
  return {
    ...start,
    at: from(morningOf(day, { organization })),
    enroll: { episode, ...(through === undefined ? {} : { eligibleThrough: through }) },
  };
}

function choicesOf(walk: Walk): Preview["choices"] {
  const enrollment = walk.enrollment();
  const nextAt = walk.rehearsal.nextAt();
  return {
    answers: enrollment && enrollment.state.status !== "escalated" ? walk.answers() : {},
    isRinging: walk.isRinging(),
    hasTask: walk.task() !== undefined,
    ...(nextAt === undefined ? {} : { nextAt }),
    isEnrolled: enrollment !== undefined,
  };
}
