/** `system|code` with a short system name: `loinc|4548-4`. Unknown systems keep their URL. */
export type Code = string;

/** Code systems by every URL under which FHIR R4 servers and quality data name them. */
const shortNames: Readonly<Record<string, string>> = {
  "http://loinc.org": "loinc",
  "urn:oid:2.16.840.1.113883.6.1": "loinc",
  "http://snomed.info/sct": "snomed",
  "urn:oid:2.16.840.1.113883.6.96": "snomed",
  "http://www.nlm.nih.gov/research/umls/rxnorm": "rxnorm",
  "urn:oid:2.16.840.1.113883.6.88": "rxnorm",
  "http://hl7.org/fhir/sid/icd-10-cm": "icd10cm",
  "urn:oid:2.16.840.1.113883.6.90": "icd10cm",
  "http://hl7.org/fhir/sid/icd-10": "icd10",
  "http://www.cms.gov/Medicare/Coding/ICD10": "icd10pcs",
  "http://hl7.org/fhir/sid/icd-10-pcs": "icd10pcs",
  "urn:oid:2.16.840.1.113883.6.4": "icd10pcs",
  "http://hl7.org/fhir/sid/icd-9-cm": "icd9cm",
  "http://terminology.hl7.org/CodeSystem/icd9cm": "icd9cm",
  "urn:oid:2.16.840.1.113883.6.103": "icd9cm",
  "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets": "hcpcs",
  "http://terminology.hl7.org/CodeSystem/HCPCS-all-codes": "hcpcs",
  "http://www.nlm.nih.gov/research/umls/hcpcs": "hcpcs",
  "urn:oid:2.16.840.1.113883.6.285": "hcpcs",
  "http://www.ama-assn.org/go/cpt": "cpt",
  "urn:oid:2.16.840.1.113883.6.12": "cpt",
  "http://hl7.org/fhir/sid/cvx": "cvx",
  "http://hl7.org/fhir/sid/ndc": "ndc",
  "urn:oid:2.16.840.1.113883.6.69": "ndc",
  "http://terminology.hl7.org/CodeSystem/v3-ActCode": "act",
  "http://hl7.org/fhir/v3/ActCode": "act",
};

/**
 * The one spelling of a code in facts, concept lists and audiences. ICD-10-CM is written with and
 * without its dot in the wild (`E119`): we keep the dot and capitals.
 */
export function codeOf(system: string | undefined, code: string): Code {
  const short = system === undefined ? "" : (shortNames[system] ?? system);
  return `${short}|${short === "icd10cm" ? dotted(code) : code}`;
}

function dotted(code: string): string {
  const upper = code.toUpperCase();
  return upper.length > 3 && upper[3] !== "." ? `${upper.slice(0, 3)}.${upper.slice(3)}` : upper;
}

/**
 * Codes of our own on every coverage and every appointment: many senders give neither a type, and
 * "is insured" and "has an appointment" must be askable all the same.
 */
export const anyCoverage: Code = "urn:rounds:fact|coverage";
export const anyAppointment: Code = "urn:rounds:fact|appointment";
