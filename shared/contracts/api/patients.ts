import * as z from "zod/mini";
import { patientId } from "../ids.ts";
import { date } from "./shown.ts";

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));

/** Whom to look for. In a body, for none of it may stand in an address. */
export const PatientSearch = z.discriminatedUnion("by", [
  /** The id that the clinic's record system gave. */
  z.strictObject({ by: z.literal("identifier"), identifier: patientId }),
  /** As people write it; a US number where no country is named. */
  z.strictObject({
    by: z.literal("phone"),
    phone: z.string().check(z.trim(), z.minLength(5), z.maxLength(40)),
  }),
  /** Accents, case and punctuation of names do not matter; a given name may be its beginning. */
  z.strictObject({
    by: z.literal("name"),
    family: name,
    given: z.exactOptional(name),
    birthDate: date,
  }),
]);
export type PatientSearch = z.infer<typeof PatientSearch>;

/** Just enough to tell who is meant. */
const PatientFound = z.object({
  patient: patientId,
  given: z.string(),
  family: z.string(),
  birthDate: z.exactOptional(date),
});

/** By family and given name. */
export const PatientsFound = z.object({
  patients: z.array(PatientFound),
  /** There are more than are shown: ask more narrowly. */
  isCutOff: z.boolean(),
});
export type PatientsFound = z.infer<typeof PatientsFound>;
