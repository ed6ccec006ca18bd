import type { EnrollMessage } from "#contracts/enroll-message";
import type { EligibilityEntry } from "#domain/audience/eligibility";
import { rearm } from "#domain/audience/rearm";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import { traitsOf } from "#domain/reach/cohort";
import { formatDay } from "#domain/time";
import type { Clock, EligibilityIndex, ProfileStore } from "#ports";
import type { Act } from "./act.ts";
import type { Kick } from "./kick.ts";

export interface EnrollPorts {
  readonly act: Act;
  readonly eligibility: EligibilityIndex;
  readonly profiles: Pick<ProfileStore, "load">;
  /** Solves the patient again with what is live. */
  readonly resolve: (organization: OrganizationId, patient: PatientId) => Promise<void>;
  readonly kick: Kick;
  readonly clock: Clock;
}

export type EnrollWork = Omit<EnrollMessage, "schema">;

/**
 * Enrolls one selected patient, or records why not, and then moves the index entry to the day it
 * must be looked at again. An entry whose interval is over is solved anew first: its look stands
 * for the interval after it. Record first, index after: a crash in between selects once more, and
 * the same episode enrolls nobody twice.
 *
 * Facts may have come in between the entry and the record, by somebody who found no enrollment to
 * end yet. So whoever is enrolled is solved once more, from what is stored by then (law 8); whoever
 * is refused as well, or an entry that a failed solve left behind would be moved as if it held.
 *
 * Nobody is enrolled of whom there is no profile yet: every contact would fail for want of a name
 * and a language. Their entry stays, so the next selection finds them again.
 */
export function createEnrollPatient(ports: EnrollPorts) {
  return async (work: EnrollWork): Promise<"enrolled" | "refused" | "nothing"> => {
    const { organization, patient, campaign, version, on } = work;
    const dueEntry = async () => {
      const entry = await ports.eligibility.entry(organization, patient, campaign);
      return entry?.startsOn === undefined || entry.startsOn > on ? undefined : entry;
    };
    let entry = await dueEntry();
    if (entry?.through !== undefined && entry.through < on) {
      await ports.resolve(organization, patient);
      entry = await dueEntry();
    }
    if (entry === undefined) {
      // Perhaps a worker before this one enrolled, and died before it could look at the facts again.
      await ports.resolve(organization, patient);
      return "nothing";
    }
    // An import that was put aside half-way: its entry waits until a profile says who this is.
    const profile = await ports.profiles.load(organization, patient);
    if (profile === undefined) return "nothing";
    const found = entry;
    const ref = { campaign, version };
    const traits = traitsOf(profile, on);
    const { record, events, rules } = await ports.act(
      organization,
      patient,
      () => [{ type: "enroll", at: ports.clock.now(), ...ref, ...episodeOf(found), traits }],
      [ref],
    );
    await ports.resolve(organization, patient);
    const refused = events.find((event) => event.type === "enrollment-refused");
    const definition = rules.campaign(campaign, version);
    const next = rearm(found, definition ?? {}, refused?.reason, on);
    await ports.eligibility.move(organization, patient, found, next);
    await ports.kick(record);
    if (refused) return "refused";
    return events.some((event) => event.type === "enrolled") ? "enrolled" : "nothing";
  };
}

export type EnrollPatient = ReturnType<typeof createEnrollPatient>;

function episodeOf(entry: EligibilityEntry) {
  return {
    episode: entry.episode ?? formatDay(entry.startsOn ?? entry.from),
    ...(entry.through === undefined ? {} : { eligibleThrough: entry.through }),
  };
}
