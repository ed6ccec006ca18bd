import * as z from "zod/mini";
import type { PageClinic } from "../../domain/message/stop-words.ts";

/** Of an organization's settings as stored, what a patient's page says. */
export const StoredPageClinic: z.ZodMiniType<PageClinic> = z.object({
  name: z.string().check(z.minLength(1)),
  phone: z.string().check(z.minLength(1)),
});
