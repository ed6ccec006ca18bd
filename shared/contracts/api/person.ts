import * as z from "zod/mini";
import { patientId } from "../ids.ts";
import { channel, date, Needs } from "./shown.ts";

/** Why a contact point is not used: by nobody, or on this channel. */
const Unused = z.enum(["opted-out", "no-consent", "wrong-or-dead"]);

/** A number or address by which the patient is reached. */
export const ContactPointShown = z.object({
  id: z.string(),
  kind: z.enum(["mobile", "landline", "phone", "email"]),
  /** E.164, or a mail address. */
  address: z.string(),
  whose: z.enum(["own", "guardian"]),
  /** Each channel that it can carry, and why automation may use it for nothing there, if so. */
  use: z.array(z.object({ channel, refused: z.exactOptional(Unused) })),
});
export type ContactPointShown = z.infer<typeof ContactPointShown>;

/** Who it is and how they are talked to. */
export const Person = z.object({
  patient: patientId,
  given: z.string(),
  family: z.string(),
  birthDate: z.exactOptional(date),
  sex: z.exactOptional(z.enum(["female", "male"])),
  /** BCP-47: the patient's own choice, before what the record of the clinic says. */
  language: z.string(),
  /** False: nobody said so, English is our default. */
  isLanguageKnown: z.boolean(),
  needs: Needs,
  /** IANA names; several where it is not known in which one they live. */
  zones: z.array(z.string()),
  points: z.array(ContactPointShown),
  /** Nobody may contact this person at all. */
  doNotContact: z.exactOptional(z.enum(["deceased", "inactive", "replaced", "minor"])),
});
export type Person = z.infer<typeof Person>;
