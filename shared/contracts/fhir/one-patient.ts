import { resourceTypeOf } from "./read-resource.ts";

/** The fields by which R4 resources name their patient. */
const naming = ["subject", "patient", "beneficiary"] as const;

/**
 * The resources of one text as being about the one Patient among them, whoever they refer to.
 * Only for whoever knows that each file is one person's: test decks are written so, and some of
 * their references lead nowhere. With no Patient or several, nothing is changed.
 */
export function asOnePatient(resources: readonly unknown[]): readonly unknown[] {
  const only = onlyPatientOf(resources);
  if (only === undefined) return resources;
  const reference = { reference: `Patient/${only}` };
  return resources.map((resource) => {
    if (!isRecord(resource) || resourceTypeOf(resource) === "Patient") return resource;
    const named = naming.filter((field) => field in resource);
    return named.length === 0
      ? resource
      : { ...resource, ...Object.fromEntries(named.map((field) => [field, reference])) };
  });
}

/** The id of the one Patient among these; `undefined` with none or several. */
export function onlyPatientOf(resources: readonly unknown[]): string | undefined {
  const patients = resources.filter((resource) => resourceTypeOf(resource) === "Patient");
  const [only] = patients;
  return patients.length === 1 && isRecord(only) ? String(only["id"]) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
