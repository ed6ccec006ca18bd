import * as z from "zod";
import type { Concept } from "../../domain/audience/concept.ts";

const UnitConversion = z.strictObject({
  from: z.string(),
  to: z.string(),
  times: z.number(),
  plus: z.number().exactOptional(),
});

/**
 * One published concept. The shape has exactly the fields of `Concept`: a field that is added
 * there and forgotten here does not compile.
 */
const shape = {
  name: z.string(),
  title: z.string().exactOptional(),
  titles: z.record(z.string(), z.string()).exactOptional(),
  units: z.array(UnitConversion).exactOptional(),
  codes: z.array(z.string()),
  ingredients: z.record(z.string(), z.array(z.string())).exactOptional(),
} satisfies Readonly<Record<keyof Concept, z.ZodType>>;

/** The published concepts of one organization. */
export const StoredConcepts: z.ZodType<readonly Concept[]> = z.array(z.strictObject(shape));
