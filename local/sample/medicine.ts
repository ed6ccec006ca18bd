import type { CodeableConcept, MedicationDispense, MedicationRequest } from "fhir/r4";
import { type Day, formatDay } from "#domain/time";
import { type Course, statin } from "./course.ts";
import { type Draw, drawAbout } from "./draw.ts";
import type { Person } from "./person.ts";

interface Fill {
  readonly on: Day;
  readonly days: number;
}

/**
 * Three kinds of people: most fill about when the last supply ends; some are late again and again
 * and are late now or soon will be; a few stopped months ago. Told from the last fill backwards.
 */
function fillsOf(draw: Draw, anchor: Day, historyDays: number): readonly Fill[] {
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

/**
 * The order and the fills of one medicine. The statin came first: its questions and ids bear no
 * name of their own, so that what was drawn before the others came stays as it is.
 */
export function courseOf(
  person: Person,
  course: Course,
  anchor: Day,
): (MedicationRequest | MedicationDispense)[] {
  const { id } = person;
  const draw = course === statin ? person.draw : drawAbout(person.draw, course.name);
  const part = course === statin ? "" : `${course.name}-`;
  const fills = fillsOf(draw, anchor, course.historyDays);
  const [first] = fills;
  if (first === undefined) return [];
  const [code, display] = draw.one(course.name, course.products);
  const medicine: CodeableConcept = {
    coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code, display }],
  };
  const order = `${id}-${course.name}-order`;
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
    ...fills.map((fill, index) => {
      const number = index + 1;
      const isStated = draw.is(`stated ${index}`, 0.85);
      return dispense({
        person,
        id: `${id}-${part}fill-${number}`,
        medicine,
        order,
        fill,
        isStated,
      });
    }),
  ];
}

interface Handed {
  readonly person: Person;
  readonly id: string;
  readonly medicine: CodeableConcept;
  readonly order: string;
  readonly fill: Fill;
  readonly isStated: boolean;
}

/** Pharmacies state the days of supply mostly; else they follow from quantity and dose. */
function dispense({ person, id, medicine, order, fill, isStated }: Handed): MedicationDispense {
  return {
    resourceType: "MedicationDispense",
    id,
    status: "completed",
    medicationCodeableConcept: medicine,
    subject: { reference: `Patient/${person.id}` },
    authorizingPrescription: [{ reference: `MedicationRequest/${order}` }],
    quantity: { value: fill.days, unit: "tablet" },
    ...(isStated
      ? { daysSupply: { value: fill.days, unit: "days", code: "d" } }
      : {
          dosageInstruction: [{ timing: { repeat: { frequency: 1, period: 1, periodUnit: "d" } } }],
        }),
    whenHandedOver: formatDay(fill.on),
  };
}
