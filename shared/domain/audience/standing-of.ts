import type { Campaign } from "../campaign/campaign.ts";
import type { Subject } from "../patient/fact.ts";
import type { Command } from "../record/command.ts";
import type { Day } from "../time.ts";
import type { Concepts } from "./concept.ts";
import { goalSince } from "./eligibility.ts";
import { solve } from "./solve.ts";

type Standing = (Command & { type: "change-eligibility" })["standing"];

/**
 * What the facts say of somebody who is enrolled: the goal first, for a goal that is met usually
 * ends the audience too and is the better news.
 *
 * @param since the day of enrollment; earlier facts do not meet the goal.
 */
export function standingOf(
  campaign: Pick<Campaign, "audience" | "goal">,
  subject: Subject,
  concepts: Concepts,
  days: { readonly since: Day; readonly today: Day },
): Standing {
  if (goalSince(campaign, subject, concepts, days.since)) return { is: "goal-met" };
  const { today } = days;
  const [now] = solve(campaign.audience, subject, concepts, { from: today, through: today });
  if (now === undefined) return { is: "not-eligible" };
  const whole = solve(campaign.audience, subject, concepts).find(
    ({ from, through }) => from <= today && today <= through,
  );
  const through = whole?.through;
  return through === undefined || through === Number.POSITIVE_INFINITY
    ? { is: "eligible" }
    : { is: "eligible", through };
}
