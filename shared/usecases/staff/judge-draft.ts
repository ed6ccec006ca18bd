import type { ProblemCode } from "#contracts/api/problem";
import { conceptCatalog } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import { isSound } from "#domain/campaign/check";
import type { Draft } from "#domain/campaign/draft";
import type { OrganizationId } from "#domain/patient/profile";
import { dayOf } from "#domain/time";
import type { Clock } from "#ports";
import { Unrecoverable } from "../../errors.ts";
import { createPlanPublication, type PlanPorts } from "../plan-publication.ts";

export type JudgePorts = PlanPorts & { readonly clock: Clock };

/** What a draft would make live, or why it may not. */
export type JudgeDraft = (
  organization: OrganizationId,
  draft: Pick<Draft, "campaign" | "texts" | "links">,
) => Promise<
  { readonly campaign: Campaign; readonly isNew: boolean } | Extract<ProblemCode, "draft-unsound">
>;

/**
 * Checks a draft as `rounds publish` checks files, and plans as it does. That the words are those of
 * an earlier version is no reason against it here: who approves sees the difference.
 */
export function createJudgeDraft(ports: JudgePorts): JudgeDraft {
  const plan = createPlanPublication(ports);
  return async (organization, { campaign: id, texts, links }) => {
    // Its words for people weigh as much as all the rest: they are read once somebody needs them.
    const { compileTexts, problemsOfTexts } = await import(
      "#contracts/campaign-files/campaign-texts"
    );
    const [settings, concepts] = await Promise.all([
      ports.organizations.load(organization),
      ports.concepts.load(organization),
    ]);
    if (!settings) throw new Unrecoverable("organization/unknown");
    const today = dayOf(ports.clock.now(), "UTC");
    const around = { today, concepts: conceptCatalog(concepts), ...links };
    if (!isSound(problemsOfTexts(id, texts, around))) return "draft-unsound";
    const campaign = compileTexts(id, texts, 1);
    const { campaigns, refusals } = await plan({
      ...{ organization: settings, concepts, campaigns: [campaign] },
    });
    const taken = refusals.find(({ is }) => is === "taken");
    if (taken) throw new Unrecoverable("campaign/version-taken", { details: { campaign: id } });
    return { campaign, isNew: campaigns.some(({ change }) => change !== "unchanged") };
  };
}
