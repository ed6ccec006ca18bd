import type { Profile } from "../../domain/patient/profile.ts";
import type { ProfileStore } from "../../ports.ts";

export function createMemoryProfileStore(): ProfileStore {
  const profiles = new Map<string, Profile>();
  return {
    async load(organization, patient) {
      return profiles.get(`${organization}#${patient}`);
    },
    async save(profile) {
      profiles.set(`${profile.organization}#${profile.patient}`, profile);
    },
  };
}
