import * as z from "zod";
import type { Profile } from "../../domain/patient/profile.ts";
import { stateCodes } from "../../domain/patient/state-zones.ts";

const Point = z.object({
  id: z.string(),
  kind: z.enum(["mobile", "landline", "phone", "email"]),
  address: z.string(),
});

/** A profile as stored. Unknown fields of a newer release are dropped by older ones. */
export const StoredProfile: z.ZodType<Profile> = z.object({
  organization: z.string(),
  patient: z.string(),
  given: z.string(),
  family: z.string(),
  language: z.string(),
  isLanguageKnown: z.boolean(),
  sex: z.enum(["female", "male"]).exactOptional(),
  birthDate: z.int().exactOptional(),
  zones: z.array(z.string()),
  // Profiles stored before states were kept have none: those of every state then apply.
  states: z.array(z.enum(stateCodes)).default([]),
  points: z.array(Point),
  guardianPoints: z.array(Point).exactOptional(),
  needs: z
    .object({ interpreter: z.literal(true).exactOptional(), tty: z.literal(true).exactOptional() })
    .exactOptional(),
  doNotContact: z.enum(["deceased", "inactive", "replaced", "minor"]).exactOptional(),
});
