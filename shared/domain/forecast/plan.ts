import type { Concepts } from "../audience/concept.ts";
import type { Campaign, CampaignBook } from "../campaign/campaign.ts";
import type { Fact } from "../patient/fact.ts";
import type { Organization } from "../patient/organization.ts";
import type { Profile } from "../patient/profile.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Rules } from "../record/rules.ts";
import { atLocal, type Day, type Instant, startOfDay } from "../time.ts";
import type { Behaviour } from "./behaviour.ts";

/** One campaign, alone, over a span of days, with everybody's behaviour as a model says. */
export interface ForecastPlan {
  readonly campaign: Campaign;
  readonly concepts: Concepts;
  readonly organization: Organization;
  /** The first day, of the organization's calendar. */
  readonly on: Day;
  /** 1…366 */
  readonly days: number;
  readonly behaviour: Behaviour;
  /** Versions of the campaign that somebody is midway in. */
  readonly versions?: CampaignBook;
}

/** What the files say of one patient. */
export interface Person {
  readonly profile: Profile;
  readonly facts: readonly Fact[];
  /** Where they stand; without it nobody has contacted them yet, and nothing was said. */
  readonly record?: PatientRecord;
}

/** When `select-patients` runs (`infra/stacks/engine/selection.ts`): five in the morning. Minutes. */
const selectionMinute = 5 * 60;

/** When the patients of a day are selected, after the night's files came in. */
export function morningOf(day: Day, { organization }: Pick<ForecastPlan, "organization">): Instant {
  return atLocal(day, selectionMinute, organization.business.zone);
}

/** The end of the last day: what is due from here on is not told. */
export function endOf({ on, days, organization }: ForecastPlan): Instant {
  return startOfDay(on + days, organization.business.zone);
}

/** What `decide` knows beside the record: the campaign alone, with nothing paused or halted. */
export function rulesOf({ campaign, organization, versions }: ForecastPlan): Rules {
  const { policy, business, hasAfterHoursDesk } = organization;
  return {
    campaign: (id, version) => {
      if (id !== campaign.id) return undefined;
      return version === campaign.version ? campaign : versions?.(id, version);
    },
    isPaused: () => false,
    halts: [],
    policy,
    business,
    hasAfterHoursDesk,
  };
}
