import type { Fact } from "#domain/patient/fact";
import { quarantined, type Reading } from "./reading.ts";
import { idBehind, isId } from "./reference.ts";
import type { Reference } from "./shape.ts";
import { type DateFault, parseFhirDate, type When } from "./when.ts";

type DatedField = keyof When | "id" | "updatedAt";

/** What a resource's own reader adds to the common part of a fact. */
export type FactDetails = {
  readonly [Field in Exclude<keyof Fact, DatedField>]: Fact[Field] | undefined;
} extends infer Details
  ? Partial<Details> & Pick<Fact, "kind" | "codes" | "status">
  : never;

export interface FactSource {
  readonly resourceType: string;
  readonly id: string;
  readonly meta?: { readonly lastUpdated?: string | undefined } | undefined;
}

/**
 * The reading of one resource that is evidence, or the reason why it is none. A medicine that is
 * named by reference comes without codes; whoever reads the bundle or file adds them.
 */
export function factReading(
  source: FactSource,
  subject: Reference | undefined,
  when: When | DateFault,
  details: FactDetails & { readonly medication?: string | undefined },
): Reading {
  const { resourceType } = source;
  if (!isId(source.id)) return quarantined("fhir/bad-id", resourceType);
  const patient = idBehind(subject, "Patient");
  if (patient === undefined) return quarantined("fhir/no-patient-reference", resourceType);
  if (typeof when === "string") return quarantined(when, resourceType);
  const { medication, ...rest } = details;
  if (rest.codes.length === 0 && medication === undefined) {
    return quarantined("fhir/no-code", resourceType);
  }
  const updatedAt = instantOf(source.meta?.lastUpdated);
  const fact = present({ id: `${resourceType}/${source.id}` }, when, rest, { updatedAt });
  return { kind: "fact", patient, fact, ...(medication === undefined ? {} : { medication }) };
}

/** A resource that says of itself that it must not be used. */
export function voidReading(source: FactSource, subject: Reference | undefined): Reading {
  const patient = idBehind(subject, "Patient");
  const updatedAt = instantOf(source.meta?.lastUpdated);
  return {
    kind: "ignored",
    resourceType: source.resourceType,
    because: "void",
    id: `${source.resourceType}/${source.id}`,
    ...(patient === undefined ? {} : { patient }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

/**
 * Absent fields are left out, not kept as `undefined`: facts are stored and compared as JSON. Most
 * of the time of an import is spent on the way to here, so nothing is copied twice.
 */
function present(...parts: readonly object[]): Fact {
  const kept: Record<string, unknown> = {};
  for (const part of parts) {
    const fields = part as Readonly<Record<string, unknown>>;
    for (const field in fields) {
      if (fields[field] !== undefined) kept[field] = fields[field];
    }
  }
  return kept as unknown as Fact;
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseFhirDate(text)?.instant;
}
