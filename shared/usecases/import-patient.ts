import type { GatheredPatient } from "#contracts/fhir/gathering";
import { type ProfileNote, profileOf } from "#contracts/fhir/profile";
import type { Fact, PatientFacts } from "#domain/patient/fact";
import { FactCollection } from "#domain/patient/fact-collection";
import { allPoints, type OrganizationId, type Profile } from "#domain/patient/profile";
import type { OptOut } from "#domain/record/opt-out";
import { optOutAt } from "#domain/record/stop-of-point";
import { dayOf } from "#domain/time";
import type { FactStore, PointDirectory, ProfileStore } from "#ports";
import { StaleRecord } from "../errors.ts";
import type { SettleContext, SettlePatient } from "./settle-patient.ts";

/** Rounds of load, merge, save against other imports before the file is tried again later. */
const roundsMax = 5;

export interface ImportPatientPorts {
  readonly settle: SettlePatient;
  readonly profiles: ProfileStore;
  readonly facts: FactStore;
  readonly points: PointDirectory;
}

interface ImportContext extends SettleContext {
  readonly organization: OrganizationId;
}

/**
 * Brings one patient up to what was gathered: profile, points, facts, eligibility, and what it
 * means for enrollments in progress. The facts are saved last, whatever of the patient changed,
 * and only if nobody else saved some in between: whoever saves last has settled on all there is.
 * Every step bears a repeat.
 */
export function createImportPatient(ports: ImportPatientPorts) {
  const once = async (gathered: GatheredPatient, context: ImportContext, isRepeat: boolean) => {
    const { organization } = context;
    // In this order: a profile that is newer than the facts makes saving them fail, not the reverse.
    const stored = await ports.facts.load(organization, gathered.patient);
    const known = await ports.profiles.load(organization, gathered.patient);
    const { profile, notes } = profileFrom(gathered, known, context);
    const facts = merged(stored?.facts ?? [], gathered);
    // A refused round has left its own writes behind: finding them is no proof that they stay.
    let isChanged = isRepeat || !isSame(stored?.facts ?? [], facts);
    if (profile) {
      await relink(ports.points, known, profile);
      const stopped = await heardStops(ports.points, known, profile);
      if (await ports.settle(profile, facts, context, stopped)) isChanged = true;
      if (!isSame(known, profile)) {
        isChanged = true;
        await ports.profiles.save(profile);
      }
    }
    if (isChanged) {
      const revision = stored?.revision ?? 0;
      const saved: PatientFacts = { patient: gathered.patient, revision: revision + 1, facts };
      await ports.facts.save(organization, saved, revision);
    }
    return notes;
  };
  return async (
    gathered: GatheredPatient,
    context: ImportContext,
  ): Promise<readonly ProfileNote[]> => {
    for (let round = 1; ; round += 1) {
      try {
        return await once(gathered, context, round > 1);
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
  profile: Profile,
): Promise<void> {
  const { organization, patient } = profile;
  const now = new Set(allPoints(profile).map(({ id }) => id));
  const gone = (known ? allPoints(known) : []).filter(({ id }) => !now.has(id));
  await Promise.all([
    ...[...now].map((point) => directory.link(organization, point, patient)),
    ...gone.map(({ id }) => directory.unlink(organization, id, patient)),
  ]);
}

/** Whoever is found at a point that is new to them is opted out of what was stopped there. */
async function heardStops(
  directory: PointDirectory,
  known: Profile | undefined,
  profile: Profile,
): Promise<readonly OptOut[]> {
  const { organization } = profile;
  const before = new Set((known ? allPoints(known) : []).map(({ id }) => id));
  const found = await Promise.all(
    allPoints(profile)
      .filter(({ id }) => !before.has(id))
      .map(async ({ id }) => {
        const { stops } = await directory.owners(organization, id);
        return stops.map((stop) => optOutAt(id, stop));
      }),
  );
  return found.flat();
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
