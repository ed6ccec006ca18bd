import { type Fact, inZone, type Subject } from "./fact.ts";
import type { Profile } from "./profile.ts";

/**
 * A stored patient as an audience sees them, the days of their facts told in the zone where they
 * live (the first, where several are possible; as the source wrote them, where none is known).
 */
export function subjectOf(profile: Profile, facts: readonly Fact[]): Subject {
  const zone = profile.zones[0];
  return {
    patient: profile.patient,
    ...(profile.sex === undefined ? {} : { sex: profile.sex }),
    ...(profile.birthDate === undefined ? {} : { birthDate: profile.birthDate }),
    ...(profile.doNotContact === "deceased" ? { deceased: true as const } : {}),
    facts: zone === undefined ? facts : facts.map((fact) => inZone(fact, zone)),
  };
}
