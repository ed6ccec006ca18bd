import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Clock, OrganizationDirectory } from "#ports";
import { Unrecoverable } from "../errors.ts";
import { type LiveAudiencePorts, onLiveAudiences } from "./live-audiences.ts";
import type { ResolvePatient } from "./resolve-patient.ts";

export interface ResolveNowPorts extends LiveAudiencePorts {
  readonly organizations: OrganizationDirectory;
  readonly clock: Clock;
  readonly resolvePatient: ResolvePatient;
}

/** Solves one patient again with what is live now. Repeats are harmless. */
export function createResolveNow(ports: ResolveNowPorts) {
  return async (id: OrganizationId, patient: PatientId): Promise<void> => {
    const organization = await ports.organizations.load(id);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const { zone } = organization.business;
    await onLiveAudiences(ports, id, (audiences) =>
      ports.resolvePatient(id, patient, { ...audiences, at: ports.clock.now(), zone }),
    );
  };
}
