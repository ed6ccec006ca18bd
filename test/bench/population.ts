import { loadPublished } from "#cli/published";
import { conceptCatalog } from "#domain/audience/concept";
import { dayFrom } from "#domain/time";
import { resourcesOfPatient } from "#local/sample/write-sample";

/** The day on which everybody is asked about. */
export const today = dayFrom(2026, 11, 23);

const { published } = loadPublished();
export const concepts = conceptCatalog(published.concepts);
export const campaigns = published.campaigns;

/** One FHIR bundle for each invented patient, as text. */
export function bundles(patients: number): readonly string[] {
  return Array.from({ length: patients }, (_, number) =>
    JSON.stringify({
      resourceType: "Bundle",
      type: "collection",
      entry: resourcesOfPatient(7, number, today).map((resource) => ({ resource })),
    }),
  );
}
