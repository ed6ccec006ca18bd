import * as z from "zod";

/**
 * The FHIR R4 data types that several resources share, cut down to the fields we read. Plain
 * `z.object` drops every other key, so what leaves a schema is exactly what was checked.
 * Source: hl7.org/fhir/R4/datatypes.html.
 */
export const Coding = z.object({
  system: z.string().optional(),
  code: z.string().optional(),
});

export const Concept = z.object({ coding: z.array(Coding).optional() });
export type Concept = z.infer<typeof Concept>;

export const Reference = z.object({ reference: z.string().optional() });
export type Reference = z.infer<typeof Reference>;

export const Period = z.object({ start: z.string().optional(), end: z.string().optional() });
export type Period = z.infer<typeof Period>;

export const QuantityShape = z.object({
  value: z.number().optional(),
  unit: z.string().optional(),
  code: z.string().optional(),
  comparator: z.enum(["<", "<=", ">=", ">"]).optional(),
});
export type QuantityShape = z.infer<typeof QuantityShape>;

/** What every resource has. An id is required: without it a repeated import would double facts. */
export const resourceFields = {
  id: z.string(),
  meta: z.object({ lastUpdated: z.string().optional() }).optional(),
};
