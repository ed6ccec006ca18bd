import * as z from "zod";

/** The published concepts of one organization. */
export const StoredConcepts = z.array(
  z.strictObject({
    name: z.string(),
    title: z.string().exactOptional(),
    codes: z.array(z.string()),
    ingredients: z.record(z.string(), z.array(z.string())).exactOptional(),
  }),
);
