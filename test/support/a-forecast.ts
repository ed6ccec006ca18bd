import { Audience } from "#domain/audience/audience";
import type { Campaign } from "#domain/campaign/campaign";
import { silence } from "#domain/forecast/behaviour";
import { beginForecast, type ForecastTerms } from "#domain/forecast/forecast";
import type { ForecastPlan, Person } from "#domain/forecast/plan";
import { shippedPrices } from "#domain/forecast/prices";
import type { Fact } from "#domain/patient/fact";
import type { Profile } from "#domain/patient/profile";
import { campaign } from "./a-campaign.ts";
import { oak, profile } from "./a-clinic.ts";
import { known } from "./solving.ts";
import { day } from "./subject.ts";

/** Women from 42 to 74 without a mammogram for 27 months, who leave when they have one. */
export function mammogramCheck(overrides: Partial<Campaign> = {}): Campaign {
  return campaign({
    audience: Audience.parse({
      all: [
        { sex: "female" },
        { age: { from: 42, through: 74 } },
        { none: { of: "mammogram", within: "27 months" } },
      ],
    }),
    goal: Audience.parse({ any: "mammogram" }),
    ...overrides,
  });
}

/** Two weeks from a Monday, in which nobody answers. */
export function plan(overrides: Partial<ForecastPlan> = {}): ForecastPlan {
  return {
    campaign: mammogramCheck(),
    concepts: known,
    organization: oak,
    on: day("2026-11-30"),
    days: 14,
    behaviour: silence,
    ...overrides,
  };
}

/** A woman of 60 with a mobile phone and nothing on file. */
export function person(
  patient: string,
  overrides: Partial<Profile> = {},
  facts: readonly Fact[] = [],
): Person {
  const about = { sex: "female", birthDate: day("1966-06-15") } as const;
  return { profile: profile({ patient, ...about, ...overrides }), facts };
}

/** The forecast for these people; without paces, at the shipped prices. */
export function forecastOf(
  people: readonly Person[],
  asked: ForecastPlan = plan(),
  terms: Partial<ForecastTerms> = {},
) {
  const forecasting = beginForecast(asked, { prices: shippedPrices, paces: {}, ...terms });
  for (const one of people) forecasting.add(one);
  return forecasting.finish();
}
