import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { Instant } from "#domain/time";
import type {
  CampaignStore,
  Clock,
  ConceptStore,
  OrganizationDirectory,
  PatientDirectory,
  ResolutionStore,
} from "#ports";
import { Unrecoverable } from "../errors.ts";
import { inTurns } from "./in-turns.ts";
import { onLiveAudiences } from "./live-audiences.ts";
import type { ResolvePatient } from "./resolve-patient.ts";

/** Stored items looked at between two checkpoints: what a crash may cost to do again. */
const pageSize = 500;

/** Patients solved at the same time: enough to hide the latency of the table. */
const patientsAtOnce = 16;

export interface ResolvePatientsPorts {
  readonly campaigns: CampaignStore;
  readonly concepts: ConceptStore;
  readonly organizations: OrganizationDirectory;
  readonly patients: PatientDirectory;
  readonly resolutions: ResolutionStore;
  readonly resolvePatient: ResolvePatient;
  readonly clock: Clock;
}

export interface ResolveInput {
  readonly organization: OrganizationId;
  readonly resolution: string;
  readonly slice: number;
  /** No page is begun after this. */
  readonly stopAt: Instant;
}

export interface Resolved {
  /** Patients of the slice that were solved so far, by all its workers. */
  readonly solved: number;
  /** `superseded`: audiences changed once more, and another resolution has taken over. */
  readonly is: "done" | "unfinished" | "superseded";
}

/**
 * Solves a slice of the population again, page after page from its last checkpoint. A crash costs
 * the page it happened in; the same slice given to two workers is only solved twice.
 */
export function createResolvePatients(ports: ResolvePatientsPorts) {
  const solve = (id: OrganizationId, patients: readonly PatientId[], zone: string) =>
    onLiveAudiences(ports, id, (audiences) =>
      inTurns(patients, patientsAtOnce, (patient) =>
        ports.resolvePatient(id, patient, { ...audiences, at: ports.clock.now(), zone }),
      ),
    );
  return async ({ organization: id, ...input }: ResolveInput): Promise<Resolved> => {
    const organization = await ports.organizations.load(id);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const { zone } = organization.business;
    for (;;) {
      const current = await ports.resolutions.current(id);
      const slice = current?.slices[input.slice];
      if (current?.id !== input.resolution || slice === undefined) {
        return { is: "superseded", solved: 0 };
      }
      const { solved, cursor, isDone } = slice;
      if (isDone) return { is: "done", solved };
      if (ports.clock.now() >= input.stopAt) return { is: "unfinished", solved };
      const part = { index: input.slice, of: current.slices.length };
      const page = await ports.patients.page(id, part, {
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      });
      // Most of what a scan looks at is no profile.
      if (page.patients.length > 0) await solve(id, page.patients, zone);
      await ports.resolutions.checkpoint(id, current.id, input.slice, {
        solved: solved + page.patients.length,
        isDone: page.cursor === undefined,
        ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      });
    }
  };
}

export type ResolvePatients = ReturnType<typeof createResolvePatients>;
