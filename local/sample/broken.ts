/**
 * What goes wrong in real exports, one of each: a line cut off, a resource FHIR does not know, no
 * patient, an impossible date, a wrong type, and a status that FHIR does not have.
 */
export const brokenLines: readonly string[] = [
  '{"resourceType":"Observation","id":"broken-1","status":"final","code":{"coding":[{"sys',
  '{"resourceType":"Sighting","id":"broken-2","status":"final"}',
  JSON.stringify({
    resourceType: "Observation",
    id: "broken-3",
    status: "final",
    code: { coding: [{ system: "http://loinc.org", code: "4548-4" }] },
    effectiveDateTime: "2026-01-05",
  }),
  JSON.stringify({
    resourceType: "Observation",
    id: "broken-4",
    status: "final",
    code: { coding: [{ system: "http://loinc.org", code: "4548-4" }] },
    subject: { reference: "Patient/patient-000000" },
    effectiveDateTime: "2026-02-31",
  }),
  JSON.stringify({
    resourceType: "Observation",
    id: "broken-5",
    status: "final",
    code: "4548-4",
    subject: { reference: "Patient/patient-000000" },
  }),
  JSON.stringify({
    resourceType: "Observation",
    id: "broken-6",
    status: "done",
    code: { coding: [{ system: "http://loinc.org", code: "4548-4" }] },
    subject: { reference: "Patient/patient-000000" },
    effectiveDateTime: "2026-01-05",
  }),
];
