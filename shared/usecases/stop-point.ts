import type { Evidence, PermissionSource } from "#domain/contact/permission";
import type { PointId } from "#domain/patient/contact-point";
import type { OrganizationId } from "#domain/patient/profile";
import type { Clock, PointDirectory } from "#ports";
import type { Act } from "./act.ts";

export interface StopInput {
  readonly organization: OrganizationId;
  readonly point: PointId;
  readonly via: PermissionSource;
  readonly evidence: Evidence;
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
  return async ({ organization, point, via, evidence }: StopInput): Promise<void> => {
    await ports.points.setStopped(organization, point, true);
    const { patients } = await ports.points.owners(organization, point);
    for (const patient of patients) {
      await ports.act(organization, patient, () => [
        { type: "opt-out", at: ports.clock.now(), via, from: point, evidence },
      ]);
    }
  };
}

export type StopPoint = ReturnType<typeof createStopPoint>;
