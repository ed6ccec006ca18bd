import * as z from "zod/mini";
import type { Concept } from "../../domain/audience/concept.ts";

const UnitConversion = z.strictObject({
  from: z.string(),
  to: z.string(),
  times: z.number(),
  plus: z.exactOptional(z.number()),
});

/**
 * One published concept. The shape has exactly the fields of `Concept`: a field that is added
 * there and forgotten here does not compile.
 */
const shape = {
  name: z.string(),
  title: z.exactOptional(z.string()),
  titles: z.exactOptional(z.record(z.string(), z.string())),
  units: z.exactOptional(z.array(UnitConversion)),
  codes: z.array(z.string()),
  ingredients: z.exactOptional(z.record(z.string(), z.array(z.string()))),
} satisfies Readonly<Record<keyof Concept, z.ZodMiniType>>;

/** The published concepts of one organization. */
export const StoredConcepts: z.ZodMiniType<readonly Concept[]> = z.array(z.strictObject(shape));
