import type { CampaignId } from "../campaign/campaign.ts";
import type { RecordEvent } from "../record/event.ts";
import { reachCounts } from "./tally.ts";
import type { Week } from "./week.ts";

interface CohortName {
  readonly campaign: CampaignId;
  readonly week: Week;
}

/**
 * The cohorts in which the patient is counted from these events on: by what begins to be counted,
 * and by what is counted without one (rows of before, touches whose enrollment is gone).
 */
export function cohortsIn(events: readonly RecordEvent[]): readonly CohortName[] {
  const names = events
    .filter(isEntry)
    .flatMap((event) => reachCounts(event).map(({ campaign, week }) => ({ campaign, week })));
  return [...new Map(names.map((name) => [`${name.campaign}#${name.week}`, name])).values()];
}

function isEntry(event: RecordEvent): boolean {
  switch (event.type) {
    case "enrolled":
    case "enrollment-refused":
      return true;
    case "escalated":
      return event.task.enrollment === undefined || event.task.cohort === undefined;
    default:
      return !("cohort" in event) || event.cohort === undefined;
  }
}
