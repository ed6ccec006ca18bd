import { adultDay, type OrganizationId, type Profile } from "#domain/patient/profile";
import type { Day } from "#domain/time";
import { isCurrent } from "./current.ts";
import { guardianPointsOf } from "./guardian.ts";
import { languageOf } from "./language.ts";
import { needsOf } from "./needs.ts";
import type { PatientResource } from "./patient.ts";
import { birthDayOf, personOf, residenceOn } from "./person.ts";
import { idBehind } from "./reference.ts";
import { pointsOf } from "./telecom.ts";

/** What was missing or dropped, free of PHI: counted in import reports. */
export type ProfileNote =
  | "patient/bad-phone"
  | "patient/bad-email"
  | "patient/no-contact-point"
  | "patient/unknown-zone"
  | "patient/unknown-language"
  | "patient/no-birth-date";

/**
 * The profile of a patient as of a day. Nothing that is missing is an error: without a zone the
 * policy's unknown zones apply (`zones` is empty), without a language English is used and marked
 * as our guess, without a number nobody is called.
 */
export function profileOf(
  resource: PatientResource,
  context: { readonly organization: OrganizationId; readonly on: Day },
): { readonly profile: Profile; readonly notes: readonly ProfileNote[] } {
  const { organization, on } = context;
  const { sex } = personOf(resource);
  const language = languageOf(resource);
  const birthDate = birthDayOf(resource);
  const { points, badPhones, badEmails } = pointsOf(resource.telecom ?? [], on);
  const numbers = points.filter(({ kind }) => kind !== "email").map(({ address }) => address);
  const { zones, states } = residenceOn(resource, on, numbers);
  const doNotContact = doNotContactOf(resource);
  const needs = needsOf(resource);
  const site = idBehind(resource.managingOrganization, "Organization");
  // An adult's mother is nobody to tell of their health.
  const isMinor = birthDate !== undefined && on < adultDay(birthDate);
  const guardianPoints = isMinor ? guardianPointsOf(resource, on) : [];
  const profile: Profile = {
    organization,
    patient: resource.id,
    ...nameOf(resource, on),
    language: language ?? "en",
    isLanguageKnown: language !== undefined,
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    zones,
    states,
    points,
    ...(guardianPoints.length === 0 ? {} : { guardianPoints }),
    ...(needs === undefined ? {} : { needs }),
    ...(site === undefined ? {} : { site }),
    ...(doNotContact === undefined ? {} : { doNotContact }),
  };
  const notes: readonly (ProfileNote | false)[] = [
    badPhones > 0 && "patient/bad-phone",
    badEmails > 0 && "patient/bad-email",
    points.length === 0 && "patient/no-contact-point",
    zones.length === 0 && "patient/unknown-zone",
    language === undefined && "patient/unknown-language",
    birthDate === undefined && "patient/no-birth-date",
  ];
  return { profile, notes: notes.filter((note) => note !== false) };
}

/** Why nobody may contact this person; death before anything else. */
function doNotContactOf(resource: PatientResource): Profile["doNotContact"] {
  if (resource.deceasedBoolean === true || resource.deceasedDateTime !== undefined) {
    return "deceased";
  }
  if (resource.link?.some((link) => link.type === "replaced-by")) return "replaced";
  return resource.active === false ? "inactive" : undefined;
}

const nameOrder = ["usual", "official", undefined, "nickname", "temp", "anonymous"];

/** The name the patient goes by; empty parts where the source has none. */
function nameOf(resource: PatientResource, on: Day): { given: string; family: string } {
  const names = (resource.name ?? []).filter((name) => isCurrent(name, on));
  const best = names.toSorted((a, b) => nameOrder.indexOf(a.use) - nameOrder.indexOf(b.use))[0];
  const given = best?.given?.find((part) => typeof part === "string" && part.trim() !== "");
  return { given: given?.trim() ?? "", family: best?.family?.trim() ?? "" };
}
