import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Clock } from "#ports";
import type { Act } from "./act.ts";

/** Does what is due and needs no provider: silence, rest, leases that ran out, deadlines. */
export function createAdvancePatient(ports: { readonly act: Act; readonly clock: Clock }) {
  return async (organization: OrganizationId, patient: PatientId): Promise<number> => {
    const { events } = await ports.act(organization, patient, () => [
      { type: "advance", at: ports.clock.now() },
    ]);
    return events.length;
  };
}

export type AdvancePatient = ReturnType<typeof createAdvancePatient>;
