import * as z from "zod/mini";
import type { Link } from "../../domain/message/link.ts";
import { instant, organizationId, patientId } from "../ids.ts";

/** What a link is good for, as stored. A purpose that is not known opens nothing. */
export const StoredLink: z.ZodMiniType<Link> = z.object({
  purpose: z.literal("unsubscribe"),
  organization: organizationId,
  patient: patientId,
  touch: z.string().check(z.minLength(1)),
  language: z.exactOptional(z.string()),
  expiresAt: instant,
});
