import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A fresh folder with these files; whatever is no text is written as JSON. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), "rounds-fhir-"));
  for (const [name, content] of Object.entries(files)) {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A FHIR R4 bundle of a patient and what is known of them. */
export function bundle(
  patient: string,
  about: Readonly<Record<string, unknown>>,
  ...resources: readonly Readonly<Record<string, unknown>>[]
): unknown {
  return {
    resourceType: "Bundle",
    type: "collection",
    entry: [
      { resource: { resourceType: "Patient", id: patient, ...about } },
      ...resources.map((resource, i) => ({
        resource: {
          id: `${patient}-${i}`,
          subject: { reference: `Patient/${patient}` },
          ...resource,
        },
      })),
    ],
  };
}

/** A completed mammogram. */
export function mammogramOn(date: string): Readonly<Record<string, unknown>> {
  return {
    resourceType: "Procedure",
    status: "completed",
    code: { coding: [{ system: "http://loinc.org", code: "24606-6" }] },
    performedDateTime: date,
  };
}

/** A fill of a medicine, `system|code` as FHIR writes them. */
export function dispense(
  code: { readonly system: string; readonly code: string },
  date: string,
  days: number,
): Readonly<Record<string, unknown>> {
  return {
    resourceType: "MedicationDispense",
    status: "completed",
    medicationCodeableConcept: { coding: [code] },
    daysSupply: { value: days },
    whenHandedOver: date,
  };
}
