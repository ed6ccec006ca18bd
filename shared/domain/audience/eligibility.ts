import type { Campaign, CampaignId } from "../campaign/campaign.ts";
import { type Fact, longAgo, type Subject } from "../patient/fact.ts";
import { type Day, formatDay } from "../time.ts";
import type { Audience } from "./audience.ts";
import { compiled, truthOf } from "./compile.ts";
import type { Concepts } from "./concept.ts";
import { includes } from "./interval.ts";
import { solve } from "./solve.ts";
import { isEvent, perhapsThrough } from "./standing.ts";

/** When one campaign's audience holds for one patient: this interval, or the next one. */
export interface EligibilityEntry {
  readonly campaign: CampaignId;
  /** The version whose audience last changed it; a later one with the same days leaves it. */
  readonly version: number;
  /** The first day of the interval; it may lie in the past, `longAgo` for "always so far". */
  readonly from: Day;
  /** The last day; absent while nothing known will end it. */
  readonly through?: Day;
  /** The day on which selection must look at it; absent once it has, or when it never must. */
  readonly startsOn?: Day;
  /** The first day of the interval after this one, if that begins within the horizon. */
  readonly nextFrom?: Day;
  /** Names the interval: a patient is enrolled at most once for the same one. */
  readonly episode?: string;
}

type Rule = Pick<Campaign, "id" | "version" | "audience">;

/**
 * For each campaign, the interval that holds today or else the next one that begins within the
 * horizon. A campaign without either has no entry. The same facts give the same entries
 * whatever day they are solved on, while the interval lasts.
 */
export function solveEligibility(
  campaigns: Rule | readonly Rule[],
  subject: Subject,
  concepts: Concepts,
  today: Day,
  horizonDays: number,
): readonly EligibilityEntry[] {
  const all: readonly Rule[] = isOne(campaigns) ? [campaigns] : campaigns;
  return all.flatMap(({ id, version, audience }) => {
    const upcoming = solve(audience, subject, concepts).filter(
      ({ from, through }) => through >= today && from <= today + horizonDays,
    );
    const [current, next] = upcoming;
    if (current === undefined) return [];
    const from = Math.max(current.from, longAgo);
    return [
      {
        campaign: id,
        version,
        from,
        ...(current.through === Number.POSITIVE_INFINITY ? {} : { through: current.through }),
        startsOn: from,
        ...(next === undefined ? {} : { nextFrom: next.from }),
        episode: formatDay(from),
      },
    ];
  });
}

/**
 * Whether something dated on or after `since` meets the goal. A goal that may be met (a partial
 * date, a result without a number) counts as met: the error must be a contact too few.
 */
export function goalSince(
  campaign: { readonly goal: Audience },
  subject: Subject,
  concepts: Concepts,
  since: Day,
): boolean {
  const goal = compiled(campaign.goal, concepts);
  const isNew = (fact: Fact) => isEvent(fact) && perhapsThrough(fact) >= since;
  const view = goal.view({ ...subject, facts: subject.facts.filter(isNew) });
  const days = view.facts.flat().map(({ from }) => from);
  if (days.length === 0) return false;
  return includes(truthOf(goal.root, view).possible, Math.max(since, ...days));
}

function isOne(campaigns: Rule | readonly Rule[]): campaigns is Rule {
  return !Array.isArray(campaigns);
}
