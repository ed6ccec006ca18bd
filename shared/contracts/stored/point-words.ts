import * as z from "zod";
import { purposes } from "../../domain/campaign/purpose.ts";
import type { PointWords } from "../../domain/contact/point-stop.ts";

/** What was said at a number or address, as its item keeps it. */
export const StoredPointWords: z.ZodType<PointWords> = z.object({
  stops: z.array(
    z.object({
      at: z.number().exactOptional(),
      via: z.enum(["sms", "voice", "email", "agent", "carrier", "import"]),
      scope: z
        .object({
          channel: z.enum(["sms", "voice", "email"]).exactOptional(),
          purpose: z.enum(purposes).exactOptional(),
        })
        .exactOptional(),
      evidence: z.object({
        by: z.string(),
        reference: z.string(),
        words: z.string().exactOptional(),
      }),
    }),
  ),
  startedAt: z.number().exactOptional(),
});
