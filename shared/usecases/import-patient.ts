import type { GatheredPatient } from "#contracts/fhir/gathering";
import { type ProfileNote, profileOf } from "#contracts/fhir/profile";
import type { Concepts } from "#domain/audience/concept";
import { solveEligibility } from "#domain/audience/eligibility";
import { keepLook } from "#domain/audience/keep-look";
import { standingOf } from "#domain/audience/standing-of";
import type { Campaign } from "#domain/campaign/campaign";
import type { Fact, PatientFacts, Subject } from "#domain/patient/fact";
import { FactCollection } from "#domain/patient/fact-collection";
import { type OrganizationId, type Profile, reachability } from "#domain/patient/profile";
import { subjectOf } from "#domain/patient/subject";
import type { Command } from "#domain/record/command";
import type { OptOut } from "#domain/record/record";
import { dayOf, type Instant } from "#domain/time";
import type { EligibilityIndex, FactStore, PointDirectory, ProfileStore } from "#ports";
import { StaleRecord } from "../errors.ts";
import type { Act } from "./act.ts";

/** How far ahead the start of an audience is put into the index: far starts cost nothing. Days. */
const horizonDays = 3_660;

/** Rounds of load, merge, save against other imports before the file is tried again later. */
const roundsMax = 5;

export interface ImportPatientPorts {
  readonly act: Act;
  readonly profiles: ProfileStore;
  readonly facts: FactStore;
  readonly eligibility: EligibilityIndex;
  readonly points: PointDirectory;
}

interface ImportContext {
  readonly organization: OrganizationId;
  readonly at: Instant;
  /** The live versions, whose audiences are solved. */
  readonly campaigns: readonly Campaign[];
  readonly concepts: Concepts;
  /** Where "today" is told while the patient's zone is unknown. */
  readonly zone: string;
}

/**
 * Brings one patient up to what was gathered: profile, points, facts, eligibility, and what it
 * means for enrollments in progress. The facts are saved last and only if nobody else saved some
 * in between: whoever saves last has solved on all of them. Every step bears a repeat.
 */
export function createImportPatient(ports: ImportPatientPorts) {
  const once = async (gathered: GatheredPatient, context: ImportContext) => {
    const { organization } = context;
    const [known, stored] = await Promise.all([
      ports.profiles.load(organization, gathered.patient),
      ports.facts.load(organization, gathered.patient),
    ]);
    const { profile, notes } = profileFrom(gathered, known, context);
    const facts = merged(stored?.facts ?? [], gathered);
    if (profile) {
      await relink(ports.points, known, profile);
      const stopped = await heardStop(ports.points, known, profile);
      await settle(ports, profile, subjectOf(profile, facts), { ...context, stopped });
      if (!isSame(known, profile)) await ports.profiles.save(profile);
    }
    if (!isSame(stored?.facts ?? [], facts)) {
      const saved: PatientFacts = {
        patient: gathered.patient,
        revision: (stored?.revision ?? 0) + 1,
        facts,
      };
      await ports.facts.save(organization, saved, stored?.revision ?? 0);
    }
    return notes;
  };
  return async (
    gathered: GatheredPatient,
    context: ImportContext,
  ): Promise<readonly ProfileNote[]> => {
    for (let round = 1; ; round += 1) {
      try {
        return await once(gathered, context);
      } catch (error) {
        if (!(error instanceof StaleRecord) || round >= roundsMax) throw error;
      }
    }
  };
}

/** The new profile where a Patient came, else the stored one; neither for facts that came first. */
function profileFrom(
  { resource }: GatheredPatient,
  known: Profile | undefined,
  { organization, at, zone }: ImportContext,
): { readonly profile: Profile | undefined; readonly notes: readonly ProfileNote[] } {
  if (resource === undefined) return { profile: known, notes: [] };
  return profileOf(resource, { organization, on: dayOf(at, zone) });
}

function merged(stored: readonly Fact[], gathered: GatheredPatient): readonly Fact[] {
  const collection = new FactCollection(stored);
  for (const voided of gathered.facts.voided) collection.take(voided);
  for (const fact of gathered.facts.facts) collection.add(fact);
  return collection.facts;
}

/** New points are found before the profile names them; old ones are let go. */
async function relink(
  directory: PointDirectory,
  known: Profile | undefined,
  { organization, patient, points }: Profile,
): Promise<void> {
  const now = new Set(points.map(({ id }) => id));
  const gone = (known?.points ?? []).filter(({ id }) => !now.has(id));
  await Promise.all([
    ...[...now].map((point) => directory.link(organization, point, patient)),
    ...gone.map(({ id }) => directory.unlink(organization, id, patient)),
  ]);
}

/**
 * A STOP belongs to the phone it came from as much as to the person: whoever is found at a point
 * that is new to them, and that somebody has opted out from, is opted out too.
 */
async function heardStop(
  directory: PointDirectory,
  known: Profile | undefined,
  { organization, points }: Profile,
): Promise<OptOut["via"] | undefined> {
  const before = new Set((known?.points ?? []).map(({ id }) => id));
  for (const { id, kind } of points) {
    if (before.has(id)) continue;
    const { isStopped } = await directory.owners(organization, id);
    if (isStopped) return kind === "email" ? "email" : "sms";
  }
  return undefined;
}

/** Tells the eligibility index and the record what now holds. */
async function settle(
  ports: ImportPatientPorts,
  profile: Profile,
  subject: Subject,
  context: ImportContext & { readonly stopped: OptOut["via"] | undefined },
): Promise<void> {
  const { organization, patient } = profile;
  const { campaigns, concepts, at, stopped } = context;
  const zone = profile.zones[0] ?? context.zone;
  const today = dayOf(at, zone);
  const solved = solveEligibility(campaigns, subject, concepts, today, horizonDays);
  const entries = await Promise.all(
    solved.map(async (entry) =>
      keepLook(entry, await ports.eligibility.entry(organization, patient, entry.campaign)),
    ),
  );
  const ids = campaigns.map(({ id }) => id);
  await ports.eligibility.replace(organization, patient, entries, ids);
  await ports.act(organization, patient, (record, rules) => [
    { type: "change-profile", at, reach: reachability(profile) },
    ...(stopped ? [{ type: "opt-out", at, via: stopped } as const] : []),
    ...record.enrollments.flatMap((enrollment): readonly Command[] => {
      const campaign = rules.campaign(enrollment.campaign, enrollment.version);
      if (!campaign) return [];
      const days = { since: dayOf(enrollment.enrolledAt, zone), today };
      const standing = standingOf(campaign, subject, concepts, days);
      return [{ type: "change-eligibility", at, campaign: enrollment.campaign, standing }];
    }),
  ]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
