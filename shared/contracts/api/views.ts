import * as z from "zod/mini";
import { cursor, limit, moment, staffId } from "./shown.ts";

export const ViewsQuery = z.strictObject({
  limit: z.exactOptional(limit),
  cursor: z.exactOptional(cursor),
});
export type ViewsQuery = z.infer<typeof ViewsQuery>;

/** Who saw or changed what of one patient, latest first (45 CFR 164.312(b), audit controls). */
export const ViewsPage = z.object({
  views: z.array(
    z.object({
      at: moment,
      user: staffId,
      name: z.string(),
      /** `GET /v1/patients/{patient}` */
      route: z.string(),
      /** By which it is found in the logs. */
      request: z.string(),
    }),
  ),
  cursor: z.exactOptional(cursor),
});
export type ViewsPage = z.infer<typeof ViewsPage>;
