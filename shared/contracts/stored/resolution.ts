import * as z from "zod/mini";
import { instant } from "../ids.ts";

/** Which resolution of the population is the current one, and in how many slices it is done. */
export const StoredResolution = z.object({
  id: z.string().check(z.minLength(1)),
  digest: z.string(),
  startedAt: instant,
  slices: z.int().check(z.positive()),
});

/** How far one slice has come, and in which resolution. */
export const StoredSlice = z.object({
  resolution: z.string(),
  solved: z.int().check(z.minimum(0)),
  isDone: z.boolean(),
  cursor: z.exactOptional(z.string()),
});
