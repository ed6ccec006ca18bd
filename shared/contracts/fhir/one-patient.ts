import { resourceTypeOf } from "./read-resource.ts";

/** The fields by which R4 resources name their patient. */
const naming = ["subject", "patient", "beneficiary"] as const;

/**
 * The resources of one text as being about the one Patient among them, whoever they refer to.
 * Only for whoever knows that each file is one person's: test decks are written so, and some of
 * their references lead nowhere. With no Patient or several, nothing is changed.
 */
export function asOnePatient(resources: readonly unknown[]): readonly unknown[] {
  const patients = resources.filter((resource) => resourceTypeOf(resource) === "Patient");
  const [only] = patients;
  if (patients.length !== 1 || !isRecord(only)) return resources;
  const reference = { reference: `Patient/${String(only["id"])}` };
  return resources.map((resource) => {
    if (resource === only || !isRecord(resource)) return resource;
    const named = naming.filter((field) => field in resource);
    return named.length === 0
      ? resource
      : { ...resource, ...Object.fromEntries(named.map((field) => [field, reference])) };
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
