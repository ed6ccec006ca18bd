import type { Concepts } from "../audience/concept.ts";
import { addYears } from "../calendar.ts";
import type { Campaign } from "../campaign/campaign.ts";
import { type Channel, type ContactPoint, channelsOf } from "../patient/contact-point.ts";
import type { Fact } from "../patient/fact.ts";
import type { Organization } from "../patient/organization.ts";
import { type Profile, reachability } from "../patient/profile.ts";
import { newRecord } from "../record/new-record.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Rules } from "../record/rules.ts";
import type { Day, ZoneId } from "../time.ts";
import { factsLike, type MadeFact } from "./made-fact.ts";

/** A patient whom somebody makes up, to see what a campaign does with them. */
export interface MadePatient {
  /** BCP-47. */
  readonly language: string;
  readonly zone: ZoneId;
  /** How they can be reached. */
  readonly has: readonly Channel[];
  /** Completed years on the day on which the preview begins. */
  readonly age?: number;
  readonly sex?: "female" | "male";
  readonly facts?: readonly MadeFact[];
}

/** Called as every example is. */
const given = "Maria";

/** As if their files had been imported on that day. */
export function profileOfMade(made: MadePatient, organization: Organization, on: Day): Profile {
  const { language, zone, has, age, sex } = made;
  return {
    organization: organization.id,
    patient: "you",
    ...{ given, family: "", language, isLanguageKnown: true },
    ...(sex === undefined ? {} : { sex }),
    ...(age === undefined ? {} : { birthDate: addYears(on, -age) }),
    zones: [zone],
    // A state without rules of its own: what is tried is the campaign.
    states: ["NY"],
    points: pointsFor(has),
  };
}

export function factsOfMade({ facts = [] }: MadePatient, concepts: Concepts): readonly Fact[] {
  return facts.flatMap((fact, index) => factsLike(fact, concepts, `made/${index + 1}`));
}

/** Numbers that belong to nobody, by the channels that are wanted. */
function pointsFor(has: readonly Channel[]): readonly ContactPoint[] {
  const all: readonly ContactPoint[] = [
    { id: "mobile", kind: has.includes("sms") ? "mobile" : "landline", address: "+12025550100" },
    { id: "mail", kind: "email", address: "you@example.org" },
  ];
  return all.filter(({ kind }) => channelsOf(kind).some((channel) => has.includes(channel)));
}

/** Nothing was sent to them yet, and nothing said. */
export function recordOfMade(profile: Profile, has: readonly Channel[], today: Day): PatientRecord {
  const reach = reachability(profile, { today });
  const points = Object.fromEntries(
    Object.entries(reach.points).filter(([channel]) => has.some((one) => one === channel)),
  );
  const record = newRecord(profile.organization, profile.patient);
  return { ...record, reach: { ...reach, points } };
}

/** Whoever looks at a campaign wants to see it: nobody is held out, nothing is spread or stopped. */
export function rulesOfMade(campaign: Campaign, organization: Organization): Rules {
  return {
    campaign: (id) => (id === campaign.id ? { ...campaign, holdout: 0 } : undefined),
    isPaused: () => false,
    halts: [],
    policy: { ...organization.policy, spreadMinutes: 0 },
    business: organization.business,
    hasAfterHoursDesk: organization.hasAfterHoursDesk,
  };
}
