import * as z from "zod/mini";
import { type Concept, Concept as ConceptShape, Period, QuantityShape } from "./shape.ts";

/** The parts of FHIR R4 Dosage from which days of supply follow. */
export const Dosage = z.object({
  timing: z.optional(
    z.object({
      code: z.optional(ConceptShape),
      repeat: z.optional(
        z.object({
          boundsPeriod: z.optional(Period),
          frequency: z.optional(z.number()),
          frequencyMax: z.optional(z.number()),
          period: z.optional(z.number()),
          periodUnit: z.optional(z.string()),
          timeOfDay: z.optional(z.array(z.string())),
          when: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
  doseAndRate: z.optional(
    z.array(
      z.object({
        doseQuantity: z.optional(QuantityShape),
        doseRange: z.optional(z.object({ high: z.optional(QuantityShape) })),
      }),
    ),
  ),
});
export type Dosage = z.infer<typeof Dosage>;

/** Days per unit; a month is 30 and a year 365 days here (CumulativeMedicationDuration 6.0.0). */
const unitDays: Readonly<Record<string, number>> = {
  s: 1 / 86_400,
  min: 1 / 1_440,
  h: 1 / 24,
  hour: 1 / 24,
  hours: 1 / 24,
  d: 1,
  day: 1,
  days: 1,
  wk: 7,
  week: 7,
  weeks: 7,
  mo: 30,
  month: 30,
  months: 30,
  a: 365,
  year: 365,
  years: 365,
};

/** Doses a day of the codes of v3-GTSAbbreviation; without a code, one. */
const dosesByCode: Readonly<Record<string, number>> = {
  BID: 2,
  TID: 3,
  QID: 4,
  QOD: 0.5,
  Q4H: 6,
  Q6H: 4,
  Q8H: 3,
  WK: 1 / 7,
  MO: 1 / 30,
};

/** Longer than any prescription lasts; a larger figure is a typing error and says nothing. */
const daysSupplyMax = 3_650;

/**
 * Whole days that a fill lasts: as stated, else quantity ÷ (dose × doses a day), the rest of a
 * day cut off. `undefined` when it cannot be told, among others when the dose is a mass and the
 * quantity counts tablets.
 * Source: the public eCQM library CumulativeMedicationDuration 6.0.0.
 */
export function daysOfSupply(
  stated: QuantityShape | undefined,
  quantity: QuantityShape | undefined,
  dosages: readonly Dosage[] | undefined,
): number | undefined {
  const days = statedDays(stated) ?? quantityDays(quantity, dosages?.[0]);
  if (days === undefined || !(days >= 1) || days > daysSupplyMax) return undefined;
  return Math.floor(days + 1e-9);
}

function statedDays(stated: QuantityShape | undefined): number | undefined {
  if (stated?.value === undefined) return undefined;
  const unit = stated.code ?? stated.unit;
  const days = unit === undefined ? 1 : unitDays[unit.toLowerCase()];
  return days === undefined ? undefined : stated.value * days;
}

function quantityDays(quantity: QuantityShape | undefined, dosage: Dosage | undefined) {
  if (quantity?.value === undefined) return undefined;
  const dose = doseOf(dosage);
  if (dose !== undefined && isMass(dose) && !isMass(quantity)) return undefined;
  return quantity.value / ((dose?.value ?? 1) * dosesPerDay(dosage));
}

function doseOf(dosage: Dosage | undefined): QuantityShape | undefined {
  const rate = dosage?.doseAndRate?.[0];
  return rate?.doseQuantity ?? rate?.doseRange?.high;
}

function isMass(quantity: QuantityShape): boolean {
  return /^(mg|g|ug|mcg|kg|meq|\[?iu\]?|ml)$/i.test(quantity.code ?? quantity.unit ?? "");
}

function dosesPerDay(dosage: Dosage | undefined): number {
  const repeat = dosage?.timing?.repeat;
  const frequency = repeat?.frequencyMax ?? repeat?.frequency;
  const unit = unitDays[repeat?.periodUnit ?? ""];
  if (frequency !== undefined && unit !== undefined) {
    return frequency / ((repeat?.period ?? 1) * unit);
  }
  const times = repeat?.timeOfDay?.length ?? repeat?.when?.length;
  return times ?? byCode(dosage?.timing?.code) ?? 1;
}

function byCode(concept: Concept | undefined): number | undefined {
  for (const { code } of concept?.coding ?? []) {
    const doses = dosesByCode[code ?? ""];
    if (doses !== undefined) return doses;
  }
  return undefined;
}
