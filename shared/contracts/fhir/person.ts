import type { Subject } from "#domain/patient/fact";
import {
  type Residence,
  residenceOf,
  type Traces,
  zonesOfResidence,
} from "#domain/patient/residence";
import type { Whereabouts } from "#domain/patient/zones";
import type { Day, ZoneId } from "#domain/time";
import { isCurrent } from "./current.ts";
import type { PatientResource } from "./patient.ts";
import { parseFhirDate } from "./when.ts";

const sexExtensions = [
  "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex",
  "http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex",
];

/** The codes that US Core binds to its sex extensions, and FHIR to `gender`. */
const sexes: Readonly<Record<string, "female" | "male">> = {
  F: "female",
  M: "male",
  female: "female",
  male: "male",
  "248152002": "female",
  "248153007": "male",
};

/** What an audience asks of the person: sex, birth, death, and the zones that tell their days. */
export function personOf(resource: PatientResource): Omit<Subject, "patient" | "facts"> {
  const sex = sexOf(resource);
  const birthDate = birthDayOf(resource);
  const deceased = deathOf(resource);
  return {
    ...(sex === undefined ? {} : { sex }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(deceased === undefined ? {} : { deceased }),
  };
}

/** Screening follows the sex recorded at birth, where it is known. */
function sexOf(resource: PatientResource): "female" | "male" | undefined {
  for (const url of sexExtensions) {
    const extension = resource.extension?.find((one) => one.url === url);
    const sex = sexes[extension?.valueCode ?? extension?.valueCoding?.code ?? ""];
    if (sex !== undefined) return sex;
  }
  return sexes[resource.gender ?? ""];
}

/**
 * A birth date that is partial or impossible is as good as none: an age that may be a year off
 * would select the wrong people.
 */
export function birthDayOf(resource: PatientResource): Day | undefined {
  const date = resource.birthDate === undefined ? undefined : parseFhirDate(resource.birthDate);
  return date !== undefined && date.first === date.last ? date.first : undefined;
}

/** An unreadable date of death is still a death. */
function deathOf(resource: PatientResource): Day | true | undefined {
  if (resource.deceasedDateTime !== undefined) {
    return parseFhirDate(resource.deceasedDateTime)?.first ?? true;
  }
  return resource.deceasedBoolean === true ? true : undefined;
}

const timezoneExtension = "http://hl7.org/fhir/StructureDefinition/timezone";

/**
 * Zones of every home the patient may live at on that day; a stated zone settles it. Empty when
 * nothing is known. Enough to tell days; hours of contact also ask the numbers (`residenceOn`).
 */
export function homeZonesOf(resource: PatientResource, on: Day): readonly ZoneId[] {
  return zonesOfResidence(tracesOf(resource, on, []));
}

/** Where the patient may be on that day, by what is stated, their homes and these E.164 numbers. */
export function residenceOn(
  resource: PatientResource,
  on: Day,
  numbers: readonly string[],
): Residence {
  return residenceOf(tracesOf(resource, on, numbers));
}

function tracesOf(resource: PatientResource, on: Day, numbers: readonly string[]): Traces {
  const stated = timezoneOf(resource.extension);
  const homes = (resource.address ?? [])
    .filter((address) => address.use !== "billing" && isCurrent(address, on))
    .map((address): Whereabouts => {
      const known = timezoneOf(address.extension);
      return {
        ...(known === undefined ? {} : { stated: known }),
        ...(address.state === undefined ? {} : { state: address.state }),
        ...(address.postalCode === undefined ? {} : { postalCode: address.postalCode }),
        ...(address.country === undefined ? {} : { country: address.country }),
      };
    });
  return { ...(stated === undefined ? {} : { stated }), homes, numbers };
}

function timezoneOf(extensions: PatientResource["extension"]): string | undefined {
  const found = extensions?.find((extension) => extension.url === timezoneExtension);
  return found?.valueCode ?? found?.valueString;
}
