import { readPhone } from "#contracts/address";
import { type Outcome, toldOf } from "#contracts/api/outcome";
import type { PatientSearch, PatientsFound } from "#contracts/api/patients";
import { isGivenName } from "#domain/patient/name-key";
import { pointId } from "#domain/patient/point-id";
import type { OrganizationId, PatientId, Profile } from "#domain/patient/profile";
import type { StaffMember } from "#domain/staff/member";
import { formatDay, parseDay } from "#domain/time";
import type { PersonIndex, PointDirectory, ProfileStore } from "#ports";

/** Patients shown: more are no help to somebody who looks for one. */
const shownMax = 20;

export interface SearchPorts {
  readonly profiles: Pick<ProfileStore, "load">;
  readonly points: Pick<PointDirectory, "owners">;
  readonly persons: PersonIndex;
}

export type SearchPatients = (
  member: StaffMember,
  search: PatientSearch,
) => Promise<Outcome<PatientsFound>>;

/** Patients of the member's organization, found by what a caller says of themselves. */
export function createSearchPatients(ports: SearchPorts): SearchPatients {
  return async ({ organization }, search) => {
    const ids = (await idsOf(ports, organization, search)).slice(0, shownMax + 1);
    const loaded = await Promise.all(ids.map((id) => ports.profiles.load(organization, id)));
    const given = search.by === "name" ? search.given : undefined;
    const profiles = loaded
      .filter((profile) => profile !== undefined)
      .filter((profile) => given === undefined || isGivenName(profile.given, given));
    const shown = profiles.toSorted(byName).slice(0, shownMax);
    return toldOf(
      shown.map(({ patient }) => patient),
      { patients: shown.map(found), isCutOff: ids.length > shownMax },
    );
  };
}

async function idsOf(
  { points, persons }: SearchPorts,
  organization: OrganizationId,
  search: PatientSearch,
): Promise<readonly PatientId[]> {
  switch (search.by) {
    case "identifier":
      return [search.identifier];
    case "phone": {
      const number = readPhone(search.phone)?.number;
      if (number === undefined) return [];
      return (await points.owners(organization, pointId(number))).patients;
    }
    case "name": {
      const on = parseDay(search.birthDate);
      if (on === undefined) return [];
      return persons.born(organization, search.family, on, shownMax + 1);
    }
  }
}

function found({ patient, given, family, birthDate }: Profile): PatientsFound["patients"][number] {
  const born = birthDate === undefined ? {} : { birthDate: formatDay(birthDate) };
  return { patient, given, family, ...born };
}

function byName(a: Profile, b: Profile): number {
  const nameOf = ({ family, given, patient }: Profile) => `${family}\n${given}\n${patient}`;
  return nameOf(a) < nameOf(b) ? -1 : 1;
}
