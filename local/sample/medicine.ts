import type { CodeableConcept, MedicationDispense, MedicationRequest } from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import type { Person } from "./person.ts";

/** RxNorm clinical drugs of the statins most often filled. */
const statins: readonly (readonly [code: string, display: string])[] = [
  ["617312", "atorvastatin 10 MG Oral Tablet"],
  ["617310", "atorvastatin 20 MG Oral Tablet"],
  ["617311", "atorvastatin 40 MG Oral Tablet"],
  ["259255", "atorvastatin 80 MG Oral Tablet"],
  ["859747", "rosuvastatin 10 MG Oral Tablet"],
  ["859751", "rosuvastatin 20 MG Oral Tablet"],
  ["312961", "simvastatin 20 MG Oral Tablet"],
  ["198211", "simvastatin 40 MG Oral Tablet"],
  ["904475", "pravastatin 40 MG Oral Tablet"],
];

/** A year of fills before the anchor; how it ends tells who drifts. Days. */
const historyDays = 360;

export interface Fill {
  readonly on: Day;
  readonly days: number;
}

/**
 * Three kinds of people: most fill about when the last supply ends; some are late again and again
 * and are late now or soon will be; a few stopped months ago. Told from the last fill backwards.
 */
export function fillsOf({ draw }: Person, anchor: Day): readonly Fill[] {
  const days = draw.is("90 days", 0.45) ? 90 : 30;
  const manner = draw.of("manner");
  const isSteady = manner < 0.55;
  const late = manner < 0.88 ? draw.between("late", -15, 40) : draw.between("stopped", 45, 240);
  const fills: Fill[] = [];
  let on = isSteady ? anchor - draw.between("last fill", 1, days) : anchor - days - late;
  for (let count = 0; on > anchor - historyDays || count === 0; count += 1) {
    fills.unshift({ on, days });
    on -= days + draw.between(`slack ${count}`, -4, isSteady ? 2 : 21);
  }
  return fills;
}

export function statinOf(person: Person, anchor: Day): (MedicationRequest | MedicationDispense)[] {
  const { id, draw } = person;
  const fills = fillsOf(person, anchor);
  const [first] = fills;
  if (first === undefined) return [];
  const [code, display] = draw.one("statin", statins);
  const medicine: CodeableConcept = {
    coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code, display }],
  };
  const order = `${id}-statin-order`;
  return [
    {
      resourceType: "MedicationRequest",
      id: order,
      status: "active",
      intent: "order",
      medicationCodeableConcept: medicine,
      subject: { reference: `Patient/${id}` },
      authoredOn: formatDay(first.on - 1),
      dispenseRequest: {
        numberOfRepeatsAllowed: first.days === 90 ? 3 : 11,
        quantity: { value: first.days, unit: "tablet" },
        expectedSupplyDuration: {
          value: first.days,
          unit: "days",
          system: "http://unitsofmeasure.org",
          code: "d",
        },
      },
    },
    ...fills.map((fill, index) => dispense(person, medicine, order, fill, index)),
  ];
}

/** Pharmacies state the days of supply mostly; else they follow from quantity and dose. */
function dispense(
  { id, draw }: Person,
  medicationCodeableConcept: CodeableConcept,
  order: string,
  fill: Fill,
  index: number,
): MedicationDispense {
  const quantity = { value: fill.days, unit: "tablet" };
  const isStated = draw.is(`stated ${index}`, 0.85);
  return {
    resourceType: "MedicationDispense",
    id: `${id}-fill-${index + 1}`,
    status: "completed",
    medicationCodeableConcept,
    subject: { reference: `Patient/${id}` },
    authorizingPrescription: [{ reference: `MedicationRequest/${order}` }],
    quantity,
    ...(isStated
      ? { daysSupply: { value: fill.days, unit: "days", code: "d" } }
      : {
          dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: "d" } } }],
        }),
    whenHandedOver: formatDay(fill.on),
  };
}
