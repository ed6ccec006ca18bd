import type { Campaign } from "../campaign/campaign.ts";
import type { Subject } from "../patient/fact.ts";
import type { Command } from "../record/command.ts";
import { followedIn } from "../record/goal.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Day, Instant } from "../time.ts";
import type { Concepts } from "./concept.ts";
import { goalSince } from "./eligibility.ts";

/**
 * Notes the goals of those who are held out, or no longer enrolled, by the rule that ends the
 * enrollments of others: the live version's, for one that nobody is enrolled in need not be read.
 *
 * @param dayAt the patient's own day at an instant.
 */
export function goalsMet(
  record: PatientRecord,
  at: Instant,
  known: {
    readonly campaigns: readonly Campaign[];
    readonly subject: Subject;
    readonly concepts: Concepts;
    readonly dayAt: (at: Instant) => Day;
  },
): readonly Command[] {
  const { campaigns, subject, concepts, dayAt } = known;
  return followedIn(record, at).flatMap(({ campaign: id, episode, follow }) => {
    const campaign = campaigns.find((live) => live.id === id);
    const isMet = campaign && goalSince(campaign, subject, concepts, dayAt(follow.since));
    return isMet ? [{ type: "note-goal", at, campaign: id, episode } as const] : [];
  });
}
