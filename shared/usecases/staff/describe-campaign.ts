import type { CampaignShown } from "#contracts/api/campaign";
import { type Concepts, conceptCatalog } from "#domain/audience/concept";
import { conceptsOf } from "#domain/audience/condition";
import { sentencesOf, titlesIn } from "#domain/audience/sentences";
import type { Campaign, CampaignId } from "#domain/campaign/campaign";
import type { OrganizationId } from "#domain/patient/profile";
import type { CampaignStore, ConceptStore } from "#ports";
import { Unrecoverable } from "../../errors.ts";
import { stepShown } from "./step-shown.ts";
import { wordsShown } from "./words-shown.ts";

export type DescribeCampaign = (
  organization: OrganizationId,
  id: CampaignId,
) => Promise<CampaignShown | undefined>;

/**
 * One published campaign as its live version has it, for whoever reads it and does not write YAML.
 * `undefined`: none is published by that name. A control item that names a version which is not
 * there throws `Unrecoverable`.
 */
export function createDescribeCampaign(ports: {
  readonly campaigns: Pick<CampaignStore, "live" | "version">;
  readonly concepts: Pick<ConceptStore, "load">;
}): DescribeCampaign {
  return async (organization, id) => {
    const controls = await ports.campaigns.live(organization);
    const control = controls.find((one) => one.id === id);
    if (control === undefined) return undefined;
    const { version, isPaused } = control;
    const [campaign, concepts] = await Promise.all([
      ports.campaigns.version(organization, id, version),
      ports.concepts.load(organization),
    ]);
    if (!campaign)
      throw new Unrecoverable("campaign/missing", { details: { campaign: id, version } });
    const catalog = conceptCatalog(concepts);
    const inWords = (rule: Campaign["audience"]) => ({
      en: [...sentencesOf(rule, catalog, "en")],
      es: [...sentencesOf(rule, catalog, "es")],
    });
    return {
      ...headOf(campaign),
      state: isPaused ? "paused" : "running",
      audience: inWords(campaign.audience),
      goal: inWords(campaign.goal),
      concepts: [...conceptsShown(campaign, catalog)],
      steps: Object.entries(campaign.steps).map(([name, step]) => stepShown(name, step, campaign)),
      messages: [...wordsShown(campaign.messages)],
    };
  };
}

function conceptsShown({ audience, goal }: Campaign, catalog: Concepts) {
  const [en, es] = [titlesIn(catalog, "en"), titlesIn(catalog, "es")];
  const names = new Set([audience, goal].flatMap(conceptsOf));
  return [...names].map((name) => ({ name, en: en(name), es: es(name) }));
}

function headOf(campaign: Campaign) {
  const { id, version, title, owner, purpose, review, priority, holdout, start, again } = campaign;
  return {
    ...{ id, version, title, owner, purpose, review, priority, holdout, start },
    isSensitive: campaign.sensitivity === "sensitive",
    ...(again ? { again: again.after } : {}),
  };
}
