import { pointId } from "#domain/patient/point-id";
import type { Profile } from "#domain/patient/profile";
import { dayFrom } from "#domain/time";
import type { BenchRegion } from "./region.ts";

/** The mobile phone of the patient of that number. */
export function phoneOf(number: number): string {
  return `+1202${String(5_550_000 + number).padStart(7, "0")}`;
}

/** Women of sixty without a mammogram, each with a mobile phone and an address, as an import leaves them. */
export async function admitPatients(region: BenchRegion, patients: number): Promise<void> {
  const { organization, stores } = region;
  for (let number = 0; number < patients; number += 1) {
    const patient = `patient-${number}`;
    const addresses = [
      ["mobile", phoneOf(number)],
      ["email", `${patient}@home.example`],
    ] as const;
    const profile: Profile = {
      organization,
      patient,
      given: "Maria",
      family: "Alvarez",
      language: "en",
      isLanguageKnown: true,
      sex: "female",
      birthDate: dayFrom(1966, 3, 1),
      zones: ["America/New_York"],
      states: ["MA"],
      points: addresses.map(([kind, address]) => ({ id: pointId(address), kind, address })),
    };
    await stores.profiles.save(profile);
    await stores.facts.save(organization, { patient, revision: 0, facts: [] }, 0);
    for (const { id } of profile.points) await stores.points.link(organization, id, patient);
    await stores.resolve(organization, patient);
  }
}

/** Enrolls the first so many, as selection would have: their first text is due at once. */
export async function enrollPatients(
  { clock, organization, stores }: BenchRegion,
  campaign: string,
  patients: number,
): Promise<void> {
  const enroll = { type: "enroll", campaign, version: 1, episode: "2026-11-30" } as const;
  for (let number = 0; number < patients; number += 1) {
    await stores.act(organization, `patient-${number}`, () => [{ ...enroll, at: clock.now() }], [
      enroll,
    ]);
  }
}
