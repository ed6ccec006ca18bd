import { codeOf } from "#domain/patient/code";
import type { Quantity } from "#domain/patient/fact";
import type { Concept, QuantityShape } from "./shape.ts";

/** All codes of a concept, each once. A coding without a code (text only) gives none. */
export function codesOf(concept: Concept | undefined): string[] {
  const codes: string[] = [];
  for (const coding of concept?.coding ?? []) {
    if (coding.code === undefined || coding.code === "") continue;
    const code = codeOf(coding.system, coding.code);
    if (!codes.includes(code)) codes.push(code);
  }
  return codes;
}

export function codesOfAll(concepts: readonly (Concept | undefined)[] | undefined): string[] {
  return concepts === undefined ? [] : [...new Set(concepts.flatMap(codesOf))];
}

/** The first bare code: for bindings whose system is fixed, such as a clinical status. */
export function firstCode(concept: Concept | undefined): string | undefined {
  return concept?.coding?.find((coding) => coding.code !== undefined)?.code;
}

export function someOf<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Absent without a number: a quantity that holds a unit only says nothing. */
export function quantityOf(shape: QuantityShape | undefined): Quantity | undefined {
  if (shape?.value === undefined) return undefined;
  const unit = shape.code ?? shape.unit;
  return {
    number: shape.value,
    ...(unit === undefined ? {} : { unit }),
    ...(shape.comparator === undefined ? {} : { comparator: shape.comparator }),
  };
}
