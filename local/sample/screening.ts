import type { DiagnosticReport, FhirResource, Procedure } from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import { conditionOf } from "./condition.ts";
import type { Person } from "./person.ts";
import { resultOf, type Test } from "./result.ts";

const fit: Test = {
  name: "fit",
  loinc: "29771-3",
  display: "Hemoglobin.gastrointestinal.lower [Presence] in Stool by Immunoassay",
};

const hpv: Test = {
  name: "hpv",
  loinc: "21440-3",
  display: "Human papilloma virus DNA [Presence] in Cervix by Probe",
};

/** Women from 40: a mammogram about every two years, for many not for three; some never. */
export function breastOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { id, sex, age, draw } = person;
  if (sex !== "female" || age < 40) return [];
  if (draw.is("mastectomy", 0.012)) {
    return [
      conditionOf(person, "Z90.13", "Acquired absence of bilateral breasts and nipples", anchor),
    ];
  }
  if (draw.is("never screened", 0.08)) return [];
  const last = anchor - draw.between("mammogram", 20, draw.is("drifted", 0.4) ? 1_400 : 760);
  const code = draw.is("digital", 0.7) ? "24606-6" : "26175-0";
  return [last, ...(draw.is("earlier", 0.6) ? [last - draw.between("before", 500, 900)] : [])].map(
    (on, index) => reportOf(id, `mammogram-${index + 1}`, [code, "MG Breast Screening"], on),
  );
}

function reportOf(
  id: string,
  name: string,
  [code, display]: readonly [string, string],
  on: Day,
): DiagnosticReport {
  return {
    resourceType: "DiagnosticReport",
    id: `${id}-${name}`,
    status: "final",
    code: { coding: [{ system: "http://loinc.org", code, display }] },
    subject: { reference: `Patient/${id}` },
    effectiveDateTime: formatDay(on),
  };
}

/** From 45: a colonoscopy within ten years for about half, of the rest many a stool test. */
export function colonOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { age, draw } = person;
  if (age < 45) return [];
  const risk = draw.is("colitis", 0.008)
    ? [conditionOf(person, "K51.90", "Ulcerative colitis, unspecified", anchor)]
    : [];
  if (draw.is("colonoscopy", 0.5)) return [...risk, colonoscopyOf(person, anchor)];
  if (age > 76 || !draw.is("stool test", 0.45)) return risk;
  const on =
    anchor - draw.between("stool test ago", 12, draw.is("stool test old", 0.45) ? 900 : 380);
  const at = { on, hour: draw.between("stool test hour", 12, 23), number: 1 };
  return [...risk, resultOf(person, fit, at, "Negative")];
}

/** Women from 21: a Pap test about every three years, from 30 often with a test for HPV. */
export function cervixOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { id, sex, age, draw } = person;
  const years = age - 21;
  if (sex !== "female" || years < 1 || age > 70) return [];
  if (draw.is("hysterectomy", age < 45 ? 0.02 : 0.14)) {
    return [conditionOf(person, "Z90.710", "Acquired absence of both cervix and uterus", anchor)];
  }
  if (draw.is("never had a pap", 0.1)) return [];
  const longest = draw.is("pap overdue", 0.3) ? 2_600 : 1_100;
  const on = anchor - draw.between("pap ago", 15, Math.min(longest, years * 365));
  const pap = reportOf(id, "pap", ["47527-7", "Cytology of cervical or vaginal smear"], on);
  if (age < 30 || !draw.is("with hpv", 0.5)) return [pap];
  const at = { on, hour: draw.between("hpv hour", 12, 23), number: 1 };
  return [pap, resultOf(person, hpv, at, "Not detected")];
}

function colonoscopyOf({ id, draw }: Person, anchor: Day): Procedure {
  return {
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
  };
}
