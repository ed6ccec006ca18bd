import * as z from "zod/mini";
import type { Link } from "../../domain/message/link.ts";
import { organizationId, patientId } from "../ids.ts";

/**
 * What a link is good for, as stored, without until when, which is a number of its own. A purpose that is not
 * known opens nothing.
 */
export const StoredLink: z.ZodMiniType<Omit<Link, "expiresAt">> = z.object({
  purpose: z.literal("unsubscribe"),
  organization: organizationId,
  patient: patientId,
  touch: z.string().check(z.minLength(1)),
  language: z.exactOptional(z.string()),
});
