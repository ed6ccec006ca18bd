import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { FactStore, ProfileStore } from "#ports";
import { StaleRecord } from "../errors.ts";
import type { SettleContext, SettlePatient } from "./settle-patient.ts";

/** Rounds against imports of the same patient before the caller tries again later. */
const roundsMax = 5;

export interface ResolvePatientPorts {
  readonly profiles: ProfileStore;
  readonly facts: FactStore;
  readonly settle: SettlePatient;
}

/**
 * Solves one patient again from what is stored. Where that changed the index, the facts are saved
 * as they are: an import that began on the same facts is then refused and goes again on top, as
 * it is after another import. A patient who is only known by facts is solved when they arrive.
 */
export function createResolvePatient({ profiles, facts, settle }: ResolvePatientPorts) {
  const once = async (
    organization: OrganizationId,
    patient: PatientId,
    context: SettleContext,
    isRepeat: boolean,
  ): Promise<void> => {
    // In this order, for an import saves the profile first and the facts last.
    const stored = (await facts.load(organization, patient)) ?? { patient, revision: 0, facts: [] };
    const profile = await profiles.load(organization, patient);
    if (profile === undefined) return;
    const isChanged = await settle(profile, stored.facts, context);
    // A refused round has left its own writes behind: finding them is no proof that they stay.
    if (isChanged || isRepeat) {
      await facts.save(organization, stored, stored.revision);
    }
  };
  return async (
    organization: OrganizationId,
    patient: PatientId,
    context: SettleContext,
  ): Promise<void> => {
    for (let round = 1; ; round += 1) {
      try {
        return await once(organization, patient, context, round > 1);
      } catch (error) {
        if (!(error instanceof StaleRecord) || round >= roundsMax) throw error;
      }
    }
  };
}

export type ResolvePatient = ReturnType<typeof createResolvePatient>;
