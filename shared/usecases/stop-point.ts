import type { PointStop, StopEffect } from "#domain/contact/point-stop";
import type { PointId } from "#domain/patient/contact-point";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import { optOutAt } from "#domain/record/stop-of-point";
import type { Clock, PointDirectory } from "#ports";
import type { Act } from "./act.ts";

export interface StopInput {
  readonly organization: OrganizationId;
  readonly point: PointId;
  /** `at` is left out where it was said just now. */
  readonly stop: PointStop;
}

export interface Stopped {
  /** What it meant for the point. */
  readonly is: StopEffect;
  /** Owners who were not opted out of it before. */
  readonly optedOut: readonly PatientId[];
}

/**
 * An opt-out that names an address and nobody's words: a complaint, a list. It is written to
 * every owner before this returns. Repeats change nothing.
 */
export function createStopPoint(ports: {
  readonly act: Act;
  readonly points: PointDirectory;
  readonly clock: Clock;
}) {
  return async ({ organization, point, stop }: StopInput): Promise<Stopped> => {
    const now = ports.clock.now();
    const { is, patients } = await ports.points.stop(organization, point, { at: now, ...stop });
    const optedOut: PatientId[] = [];
    for (const patient of patients) {
      const { events } = await ports.act(organization, patient, () => [
        { type: "opt-out", at: now, ...optOutAt(point, stop) },
      ]);
      if (events.length > 0) optedOut.push(patient);
    }
    return { is, optedOut };
  };
}

export type StopPoint = ReturnType<typeof createStopPoint>;
