import * as z from "zod/mini";
import { purposes } from "../../domain/campaign/purpose.ts";
import type { PointWords } from "../../domain/contact/point-stop.ts";

/** What was said at a number or address, as its item keeps it. */
export const StoredPointWords: z.ZodMiniType<PointWords> = z.object({
  stops: z.array(
    z.object({
      at: z.exactOptional(z.number()),
      via: z.enum(["sms", "voice", "email", "agent", "carrier", "import"]),
      scope: z.exactOptional(
        z.object({
          channel: z.exactOptional(z.enum(["sms", "voice", "email"])),
          purpose: z.exactOptional(z.enum(purposes)),
        }),
      ),
      evidence: z.object({
        by: z.string(),
        reference: z.string(),
        words: z.exactOptional(z.string()),
      }),
    }),
  ),
  startedAt: z.exactOptional(z.number()),
});
