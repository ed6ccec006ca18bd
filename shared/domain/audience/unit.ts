import type { Quantity } from "../patient/fact.ts";
import type { Concept } from "./concept.ts";

/**
 * How a value of one concept reads in another unit: `to` = `times` × `from` + `plus`. It belongs
 * to the concept, for mg/dL and mmol/L differ by the weight of what is measured.
 */
export interface UnitConversion {
  readonly from: string;
  readonly to: string;
  readonly times: number;
  readonly plus?: number;
}

/**
 * The value in the unit asked for: as it is, or converted by what the concepts declare, in either
 * direction. `undefined` when it has no unit or there is no way: units are never guessed.
 * A converted number is cut to 9 digits, so that a limit converts to itself.
 */
export function inUnit(
  value: Quantity,
  unit: string,
  concepts: readonly Concept[],
): Quantity | undefined {
  if (value.unit === undefined) return undefined;
  if (isSameUnit(value.unit, unit)) return value;
  for (const { units = [] } of concepts) {
    for (const { from, to, times, plus = 0 } of units) {
      if (isSameUnit(value.unit, from) && isSameUnit(unit, to)) {
        return { ...value, unit, number: rounded(value.number * times + plus) };
      }
      if (isSameUnit(value.unit, to) && isSameUnit(unit, from)) {
        return { ...value, unit, number: rounded((value.number - plus) / times) };
      }
    }
  }
  return undefined;
}

function isSameUnit(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function rounded(number: number): number {
  return Number(number.toPrecision(9));
}
