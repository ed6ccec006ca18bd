import { inZone, type Subject } from "#domain/patient/fact";
import type { Day } from "#domain/time";
import type { GatheredPatient } from "./gathering.ts";
import { homeZonesOf, personOf } from "./person.ts";

/**
 * One gathered patient as an audience sees them, their days told in the zone where they live.
 * Where several zones are possible the first serves, for it is nearer than the offset that a
 * server wrote; where none is known, days stay as written. `undefined` for a patient of whom only
 * facts were sent.
 */
export function subjectOf(gathered: GatheredPatient, on: Day): Subject | undefined {
  const { resource, patient, facts } = gathered;
  if (resource === undefined) return undefined;
  const zone = homeZonesOf(resource, on)[0];
  return {
    patient,
    ...personOf(resource),
    facts: zone === undefined ? facts.facts : facts.facts.map((fact) => inZone(fact, zone)),
  };
}
