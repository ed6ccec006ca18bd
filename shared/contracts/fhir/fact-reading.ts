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
  const fact = present({
    id: `${resourceType}/${source.id}`,
    ...when,
    ...rest,
    updatedAt: instantOf(source.meta?.lastUpdated),
  });
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

type Loose<T> = { readonly [Field in keyof T]: T[Field] | undefined };

/** Absent fields are left out, not kept as `undefined`: facts are stored and compared as JSON. */
function present(fields: Loose<Fact>): Fact {
  const kept: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) kept[field] = value;
  }
  return kept as unknown as Fact;
}

function instantOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseFhirDate(text)?.instant;
}
