import type { Campaign } from "#domain/campaign/campaign";
import {
  factsOfMade,
  type MadePatient,
  profileOfMade,
  recordOfMade,
  rulesOfMade,
} from "#domain/preview/made-patient";
import type { Move } from "#domain/preview/move";
import { preview } from "#domain/preview/preview";
import { oak } from "./a-clinic.ts";
import { mammogramCheck } from "./a-forecast.ts";
import { known } from "./solving.ts";
import { day } from "./subject.ts";

/** A woman of 60 with a mobile phone. */
export const someone: MadePatient = {
  ...{ language: "en", zone: "America/New_York", has: ["sms", "voice"], age: 60, sex: "female" },
};

interface Asked {
  readonly campaign?: Campaign;
  readonly on?: string;
  readonly isForced?: boolean;
}

/** What would happen to a made patient from Monday on, after these moves. */
export function previewed(made: MadePatient, moves: readonly Move[], asked: Asked = {}) {
  const { campaign = mammogramCheck(), isForced = false } = asked;
  const on = day(asked.on ?? "2026-11-30");
  const profile = profileOfMade(made, oak, on);
  return preview({
    ...{ campaign, concepts: known, organization: oak, profile, on, isForced, moves },
    facts: factsOfMade(made, known),
    record: recordOfMade(profile, made.has, on),
    rules: rulesOfMade(campaign, oak),
  });
}
