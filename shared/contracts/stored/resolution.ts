import * as z from "zod";
import { instant } from "../ids.ts";

/** Which resolution of the population is the current one, and in how many slices it is done. */
export const StoredResolution = z.object({
  id: z.string().min(1),
  digest: z.string(),
  startedAt: instant,
  slices: z.int().positive(),
});

/** How far one slice has come, and in which resolution. */
export const StoredSlice = z.object({
  resolution: z.string(),
  solved: z.int().min(0),
  isDone: z.boolean(),
  cursor: z.string().exactOptional(),
});
