import type { PatientNeeds } from "#domain/patient/profile";
import { codesOf } from "./codes.ts";
import type { PatientResource } from "./patient.ts";

const interpreterRequired = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired";
const disability = "http://hl7.org/fhir/StructureDefinition/patient-disability";

/**
 * SNOMED CT findings of somebody who cannot hear a call: deafness, hearing loss, partial deafness,
 * decreased hearing, of both ears or unspecified.
 */
const hardOfHearing: ReadonlySet<string> = new Set([
  "snomed|15188001",
  "snomed|343087000",
  "snomed|103276001",
  "snomed|95820000",
  "snomed|80967001",
  "snomed|194424005",
]);

/**
 * What a person needs to be talked to, by two extensions of FHIR R4: `patient-interpreterRequired`
 * and `patient-disability` with a finding of hearing. Undefined when the source says neither.
 */
export function needsOf(resource: PatientResource): PatientNeeds | undefined {
  const extensions = resource.extension ?? [];
  const interpreter = extensions.some(
    ({ url, valueBoolean }) => url === interpreterRequired && valueBoolean === true,
  );
  const tty = extensions.some(
    ({ url, valueCodeableConcept }) =>
      url === disability && codesOf(valueCodeableConcept).some((code) => hardOfHearing.has(code)),
  );
  if (!interpreter && !tty) return undefined;
  return { ...(interpreter ? { interpreter } : {}), ...(tty ? { tty } : {}) };
}
