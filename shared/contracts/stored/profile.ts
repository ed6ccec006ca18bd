import * as z from "zod/mini";
import type { Profile } from "../../domain/patient/profile.ts";
import { stateCodes } from "../../domain/patient/state-zones.ts";

const Point = z.object({
  id: z.string(),
  kind: z.enum(["mobile", "landline", "phone", "email"]),
  address: z.string(),
});

/** A profile as stored. Unknown fields of a newer release are dropped by older ones. */
export const StoredProfile: z.ZodMiniType<Profile> = z.object({
  organization: z.string(),
  patient: z.string(),
  given: z.string(),
  family: z.string(),
  language: z.string(),
  isLanguageKnown: z.boolean(),
  sex: z.exactOptional(z.enum(["female", "male"])),
  birthDate: z.exactOptional(z.int()),
  zones: z.array(z.string()),
  // Profiles stored before states were kept have none: those of every state then apply.
  states: z._default(z.array(z.enum(stateCodes)), []),
  points: z.array(Point),
  guardianPoints: z.exactOptional(z.array(Point)),
  needs: z.exactOptional(
    z.object({
      interpreter: z.exactOptional(z.literal(true)),
      tty: z.exactOptional(z.literal(true)),
    }),
  ),
  site: z.exactOptional(z.string()),
  doNotContact: z.exactOptional(z.enum(["deceased", "inactive", "replaced", "minor"])),
});
