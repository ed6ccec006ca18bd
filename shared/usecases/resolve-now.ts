import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Clock, OrganizationDirectory } from "#ports";
import { Unrecoverable } from "../errors.ts";
import { fresh } from "./fresh.ts";
import { type LiveAudiencePorts, onLiveAudiences } from "./live-audiences.ts";
import type { ResolvePatient } from "./resolve-patient.ts";

export interface ResolveNowPorts extends LiveAudiencePorts {
  readonly organizations: OrganizationDirectory;
  readonly clock: Clock;
  readonly resolvePatient: ResolvePatient;
}

/** Solves one patient again with what is live now. Repeats are harmless. */
export function createResolveNow(ports: ResolveNowPorts) {
  const settings = fresh(ports.clock, (id) => ports.organizations.load(id));
  return async (id: OrganizationId, patient: PatientId): Promise<void> => {
    const organization = await settings(id);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const { zone } = organization.business;
    await onLiveAudiences(ports, id, (audiences) =>
      ports.resolvePatient(id, patient, { ...audiences, at: ports.clock.now(), zone }),
    );
  };
}
