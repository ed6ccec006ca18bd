import type {
  Condition,
  Coverage,
  DiagnosticReport,
  FhirResource,
  Observation,
  Procedure,
} from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import { statinOf } from "./medicine.ts";
import type { Person } from "./person.ts";

const icd10 = "http://hl7.org/fhir/sid/icd-10-cm";
const loinc = "http://loinc.org";

/** Shares of adults over 40, near those of the US population. */
const shares = { diabetes: 0.24, cholesterol: 0.42, pressure: 0.46, palliative: 0.012 };

/** Everything clinical about one person, up to the day before the anchor. */
export function historyOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { draw, age } = person;
  const weight = age < 18 ? 0 : age < 40 ? 0.3 : 1;
  const hasDiabetes = draw.is("diabetes", shares.diabetes * weight);
  const hasCholesterol = draw.is("cholesterol", shares.cholesterol * weight);
  return [
    coverage(person, anchor),
    ...(hasDiabetes ? [condition(person, "E11.9", "Type 2 diabetes mellitus", anchor)] : []),
    ...(hasCholesterol ? [condition(person, "E78.5", "Hyperlipidemia, unspecified", anchor)] : []),
    ...(draw.is("pressure", shares.pressure * weight)
      ? [condition(person, "I10", "Essential (primary) hypertension", anchor)]
      : []),
    ...(draw.is("palliative", shares.palliative * weight)
      ? [condition(person, "Z51.5", "Encounter for palliative care", anchor, 120)]
      : []),
    ...(hasDiabetes ? a1cOf(person, anchor) : []),
    ...(hasCholesterol || (hasDiabetes && draw.is("also statin", 0.5))
      ? statinOf(person, anchor)
      : []),
    ...breastOf(person, anchor),
    ...colonOf(person, anchor),
  ];
}

function condition(
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

/**
 * Results about every four months; the last one may be long ago, or none at all. Times are
 * written in UTC, as servers do, so that the patient's own day differs for some.
 */
function a1cOf({ id, draw }: Person, anchor: Day): readonly Observation[] {
  if (draw.is("never tested", 0.06)) return [];
  const usual = 6.2 + draw.of("a1c") * 3.6;
  const last = anchor - draw.between("a1c last", 5, draw.is("overdue", 0.45) ? 420 : 185);
  return Array.from({ length: draw.between("a1c count", 1, 4) }, (_, index): Observation => {
    const on = last - index * draw.between(`a1c gap ${index}`, 85, 160);
    const value = Math.round((usual + draw.of(`a1c ${index}`) * 0.8 - 0.4) * 10) / 10;
    return {
      resourceType: "Observation",
      id: `${id}-a1c-${index + 1}`,
      status: "final",
      category: [
        {
          coding: [
            {
              system: "http://terminology.hl7.org/CodeSystem/observation-category",
              code: "laboratory",
            },
          ],
        },
      ],
      code: {
        coding: [
          { system: loinc, code: "4548-4", display: "Hemoglobin A1c/Hemoglobin.total in Blood" },
        ],
      },
      subject: { reference: `Patient/${id}` },
      effectiveDateTime: `${formatDay(on)}T${String(draw.between(`hour ${index}`, 12, 23))}:15:00Z`,
      valueQuantity: { value, unit: "%", system: "http://unitsofmeasure.org", code: "%" },
    };
  });
}

/** Women from 40: a mammogram about every two years, for many not for three; some never. */
function breastOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { id, sex, age, draw } = person;
  if (sex !== "female" || age < 40) return [];
  if (draw.is("mastectomy", 0.012)) {
    return [
      condition(person, "Z90.13", "Acquired absence of bilateral breasts and nipples", anchor),
    ];
  }
  if (draw.is("never screened", 0.08)) return [];
  const last = anchor - draw.between("mammogram", 20, draw.is("drifted", 0.4) ? 1_400 : 760);
  const code = draw.is("digital", 0.7) ? "24606-6" : "26175-0";
  return [last, ...(draw.is("earlier", 0.6) ? [last - draw.between("before", 500, 900)] : [])].map(
    (on, index): DiagnosticReport => ({
      resourceType: "DiagnosticReport",
      id: `${id}-mammogram-${index + 1}`,
      status: "final",
      code: { coding: [{ system: loinc, code, display: "MG Breast Screening" }] },
      subject: { reference: `Patient/${id}` },
      effectiveDateTime: formatDay(on),
    }),
  );
}

/** From 45: a colonoscopy within ten years for about half. */
function colonOf({ id, age, draw }: Person, anchor: Day): readonly Procedure[] {
  if (age < 45 || !draw.is("colonoscopy", 0.5)) return [];
  return [
    {
      resourceType: "Procedure",
      id: `${id}-colonoscopy`,
      status: "completed",
      code: {
        coding: [
          {
            system: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            code: "G0121",
            display: "Colorectal cancer screening; colonoscopy, average risk",
          },
        ],
      },
      subject: { reference: `Patient/${id}` },
      performedDateTime: formatDay(anchor - draw.between("colonoscopy on", 30, 4_200)),
    },
  ];
}

/** Nearly all are covered now; of a few it ran out. */
function coverage({ id, draw }: Person, anchor: Day): Coverage {
  const start = anchor - draw.between("covered since", 30, 2_000);
  const hasEnded = draw.is("coverage ended", 0.04);
  const end = start + draw.between("covered for", 10, 29);
  return {
    resourceType: "Coverage",
    id: `${id}-coverage`,
    status: "active",
    beneficiary: { reference: `Patient/${id}` },
    payor: [{ display: "Sample Health Plan" }],
    period: { start: formatDay(start), ...(hasEnded ? { end: formatDay(end) } : {}) },
  };
}
