import type { OptOutRow } from "#contracts/opt-outs/row";
import { type Evidence, isRevoked } from "#domain/contact/permission";
import { type StopEffect, strongestEffect } from "#domain/contact/point-stop";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Clock } from "#ports";
import type { Act } from "./act.ts";
import type { StopPoint } from "./stop-point.ts";

export interface TakeOptOutPorts {
  readonly act: Act;
  readonly stopPoint: StopPoint;
  readonly clock: Clock;
}

export interface OptOutTaken {
  readonly is: StopEffect;
  /** Who was not opted out of it before. */
  readonly optedOut: readonly PatientId[];
}

/**
 * Takes in one opt-out that another system kept. By address, the point is stopped and so is whoever
 * owns it, now or later; by id, that patient is opted out, known to us or not yet. Repeats change
 * nothing, and what a patient allowed since stays allowed.
 */
export function createTakeOptOut({ act, stopPoint, clock }: TakeOptOutPorts) {
  return async (
    organization: OrganizationId,
    { points, patient, scope, saidAt }: OptOutRow,
    evidence: Evidence,
  ): Promise<OptOutTaken> => {
    const effects: StopEffect[] = [];
    const optedOut = new Set<PatientId>();
    for (const point of points) {
      const stop = { at: saidAt, via: "import", scope, evidence } as const;
      const stopped = await stopPoint({ organization, point, stop });
      effects.push(stopped.optedOut.length > 0 ? "stopped" : stopped.is);
      for (const owner of stopped.optedOut) optedOut.add(owner);
    }
    if (patient !== undefined) {
      const at = clock.now();
      const { events, record } = await act(organization, patient, () => [
        { type: "opt-out", at, via: "import", scope, evidence, saidAt },
      ]);
      if (events.length > 0) optedOut.add(patient);
      const stood = isRevoked(record.permissions, scope) ? "already-stopped" : "opted-in-since";
      effects.push(events.length > 0 ? "stopped" : stood);
    }
    return { is: strongestEffect(effects), optedOut: [...optedOut] };
  };
}
