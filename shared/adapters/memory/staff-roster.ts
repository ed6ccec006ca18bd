import type { SeenColleague, StaffRoster } from "../../ports.ts";

export function createMemoryStaffRoster(): StaffRoster {
  const seen = new Map<string, Map<string, SeenColleague>>();
  return {
    async seen({ organization, user, name }, at) {
      const staff = seen.get(organization) ?? new Map<string, SeenColleague>();
      seen.set(organization, staff);
      if ((staff.get(user)?.at ?? -1) < at) staff.set(user, { user, name, at });
    },
    async since(organization, at) {
      return [...(seen.get(organization)?.values() ?? [])]
        .filter((colleague) => colleague.at >= at)
        .toSorted((a, b) => b.at - a.at || (a.user < b.user ? -1 : 1));
    },
  };
}
