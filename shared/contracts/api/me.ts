import * as z from "zod/mini";
import { roles } from "../../domain/staff/role.ts";
import { organizationId } from "../ids.ts";

/** Who is signed in: what the console shows of them and takes its screens from. */
export const Me = z.object({
  user: z.string(),
  organization: z.object({ id: organizationId, name: z.string() }),
  roles: z.array(z.enum(roles)),
});
export type Me = z.infer<typeof Me>;
