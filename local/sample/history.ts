import type { Coverage, FhirResource } from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import { conditionOf } from "./condition.ts";
import { diabetesMedicine, rasAntagonist, statin, warfarin } from "./course.ts";
import { a1cOf, inrOf, kidneyOf } from "./laboratory.ts";
import { courseOf } from "./medicine.ts";
import type { Person } from "./person.ts";
import { breastOf, cervixOf, colonOf } from "./screening.ts";

/** Shares of adults over 40, near those of the US population. */
const shares = { diabetes: 0.24, cholesterol: 0.42, pressure: 0.46, palliative: 0.012 };

/** Everything clinical about one person, up to the day before the anchor. */
export function historyOf(person: Person, anchor: Day): readonly FhirResource[] {
  return [
    coverage(person, anchor),
    ...chronicOf(person, anchor),
    ...breastOf(person, anchor),
    ...colonOf(person, anchor),
    ...cervixOf(person, anchor),
  ];
}

/** What people live with, the medicines against it and the tests it asks for. */
function chronicOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { draw, age } = person;
  const weight = age < 18 ? 0 : age < 40 ? 0.3 : 1;
  const has = (question: keyof typeof shares) => draw.is(question, shares[question] * weight);
  const diagnosis = (code: string, display: string, daysMax?: number) =>
    conditionOf(person, code, display, anchor, daysMax);
  const found: FhirResource[] = [];
  const hasDiabetes = has("diabetes");
  const hasCholesterol = has("cholesterol");
  const hasPressure = has("pressure");
  if (hasDiabetes) found.push(diagnosis("E11.9", "Type 2 diabetes mellitus"));
  if (hasCholesterol) found.push(diagnosis("E78.5", "Hyperlipidemia, unspecified"));
  if (hasPressure) found.push(diagnosis("I10", "Essential (primary) hypertension"));
  if (has("palliative")) found.push(diagnosis("Z51.5", "Encounter for palliative care", 120));
  if (isPregnant(person)) found.push(diagnosis("Z34.90", "Supervision of normal pregnancy", 230));
  if (hasDiabetes) found.push(...a1cOf(person, anchor));
  if (hasCholesterol || (hasDiabetes && draw.is("also statin", 0.5))) {
    found.push(...courseOf(person, statin, anchor));
  }
  if (hasPressure && draw.is("on ras", 0.5)) found.push(...courseOf(person, rasAntagonist, anchor));
  if (hasDiabetes) found.push(...diabetesOf(person, anchor));
  if (draw.is("on warfarin", age < 60 ? 0.006 * weight : 0.06)) {
    found.push(diagnosis("I48.91", "Unspecified atrial fibrillation"));
    found.push(...courseOf(person, warfarin, anchor), ...inrOf(person, anchor));
  }
  return found;
}

function isPregnant({ sex, age, draw }: Person): boolean {
  return sex === "female" && age >= 18 && age <= 44 && draw.is("pregnant", 0.04);
}

/** Tests of the kidneys; tablets for most, insulin for some, dialysis for few. */
function diabetesOf(person: Person, anchor: Day): readonly FhirResource[] {
  const { draw } = person;
  return [
    ...kidneyOf(person, anchor),
    ...(draw.is("on tablets", 0.7) ? courseOf(person, diabetesMedicine, anchor) : []),
    ...(draw.is("on insulin", 0.14)
      ? [conditionOf(person, "Z79.4", "Long term (current) use of insulin", anchor)]
      : []),
    ...(draw.is("on dialysis", 0.012)
      ? [conditionOf(person, "Z99.2", "Dependence on renal dialysis", anchor)]
      : []),
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
