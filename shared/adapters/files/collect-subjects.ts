import { subjectOf } from "#contracts/fhir/subject";
import type { Subject } from "#domain/patient/fact";
import type { Day } from "#domain/time";
import { type GatheredPatients, type GatherOptions, gatherPatients } from "./gather-patients.ts";

export interface Collected extends Omit<GatheredPatients, "patients"> {
  readonly subjects: readonly Subject[];
}

/** Every patient in a directory of FHIR files, as an audience sees them on a day. */
export async function collectSubjects(
  directory: string,
  { on, ...options }: GatherOptions & { readonly on: Day },
): Promise<Collected> {
  const { patients, counts, faults } = await gatherPatients(directory, options);
  const subjects = patients.flatMap((patient) => subjectOf(patient, on) ?? []);
  return { subjects, counts, faults };
}
