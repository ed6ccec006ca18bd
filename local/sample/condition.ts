import type { Condition } from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import type { Person } from "./person.ts";

const icd10 = "http://hl7.org/fhir/sid/icd-10-cm";

/** An active diagnosis, begun ten to `daysMax` days before the anchor. */
export function conditionOf(
  { id, draw }: Person,
  code: string,
  display: string,
  anchor: Day,
  daysMax = 4_000,
): Condition {
  const since = anchor - draw.between(`${code} since`, 10, daysMax);
  return {
    resourceType: "Condition",
    id: `${id}-${code.replace(".", "-").toLowerCase()}`,
    clinicalStatus: {
      coding: [
        { system: "http://terminology.hl7.org/CodeSystem/condition-clinical", code: "active" },
      ],
    },
    verificationStatus: {
      coding: [
        { system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "confirmed" },
      ],
    },
    code: { coding: [{ system: icd10, code, display }], text: display },
    subject: { reference: `Patient/${id}` },
    onsetDateTime: formatDay(since),
  };
}
