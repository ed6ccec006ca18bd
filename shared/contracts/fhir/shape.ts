import * as z from "zod/mini";

/**
 * The FHIR R4 data types that several resources share, cut down to the fields we read. Plain
 * `z.object` drops every other key, so what leaves a schema is exactly what was checked.
 * Source: hl7.org/fhir/R4/datatypes.html.
 */
export const Coding = z.object({
  system: z.optional(z.string()),
  code: z.optional(z.string()),
});

export const Concept = z.object({ coding: z.optional(z.array(Coding)) });
export type Concept = z.infer<typeof Concept>;

export const Reference = z.object({ reference: z.optional(z.string()) });
export type Reference = z.infer<typeof Reference>;

export const Period = z.object({ start: z.optional(z.string()), end: z.optional(z.string()) });
export type Period = z.infer<typeof Period>;

export const QuantityShape = z.object({
  value: z.optional(z.number()),
  unit: z.optional(z.string()),
  code: z.optional(z.string()),
  comparator: z.optional(z.enum(["<", "<=", ">=", ">"])),
});
export type QuantityShape = z.infer<typeof QuantityShape>;

/** What every resource has. An id is required: without it a repeated import would double facts. */
export const resourceFields = {
  id: z.string(),
  meta: z.optional(z.object({ lastUpdated: z.optional(z.string()) })),
};
