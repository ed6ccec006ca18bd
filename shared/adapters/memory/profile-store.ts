import { nameKey } from "../../domain/patient/name-key.ts";
import type { Profile } from "../../domain/patient/profile.ts";
import { digestNumber } from "../../domain/record/digest.ts";
import type { PatientDirectory, PersonIndex, ProfileStore } from "../../ports.ts";

export function createMemoryProfileStore(): ProfileStore & PatientDirectory & PersonIndex {
  const profiles = new Map<string, Profile>();
  return {
    async load(organization, patient) {
      return profiles.get(`${organization}#${patient}`);
    },
    async save(profile) {
      profiles.set(`${profile.organization}#${profile.patient}`, profile);
    },
    async born(organization, family, on, limit) {
      const key = nameKey(family);
      return [...profiles.values()]
        .filter((one) => one.organization === organization && one.birthDate === on)
        .filter((one) => key !== "" && nameKey(one.family) === key)
        .map(({ patient }) => patient)
        .toSorted()
        .slice(0, limit);
    },
    async page(organization, { index, of }, { limit, cursor = "" }) {
      const all = [...profiles.values()]
        .filter((profile) => profile.organization === organization)
        .map(({ patient }) => patient)
        .filter((patient) => digestNumber(patient) % of === index && patient > cursor)
        .toSorted();
      const patients = all.slice(0, limit);
      const last = patients.at(-1);
      return { patients, ...(all.length > limit && last !== undefined ? { cursor: last } : {}) };
    },
  };
}
