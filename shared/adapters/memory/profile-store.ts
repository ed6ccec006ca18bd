import type { Profile } from "../../domain/patient/profile.ts";
import { digestNumber } from "../../domain/record/digest.ts";
import type { PatientDirectory, ProfileStore } from "../../ports.ts";

export function createMemoryProfileStore(): ProfileStore & PatientDirectory {
  const profiles = new Map<string, Profile>();
  return {
    async load(organization, patient) {
      return profiles.get(`${organization}#${patient}`);
    },
    async save(profile) {
      profiles.set(`${profile.organization}#${profile.patient}`, profile);
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
