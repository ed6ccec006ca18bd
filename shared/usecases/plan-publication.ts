import { type Concept, conceptCatalog } from "#domain/audience/concept";
import { conceptsOf } from "#domain/audience/condition";
import type { Campaign, CampaignId } from "#domain/campaign/campaign";
import type { Written } from "#domain/campaign/origin";
import { canonicalJson } from "#domain/canonical-json";
import type { Organization } from "#domain/patient/organization";
import type { CampaignControl, CampaignStore, ConceptStore, OrganizationDirectory } from "#ports";

/** All that an organization works with in a deployment. */
export interface Publication {
  readonly organization: Organization;
  /** Those of all its campaigns, also of those that are not published now. */
  readonly concepts: readonly Concept[];
  readonly campaigns: readonly Campaign[];
  /** What they were made of, as far as it is known. */
  readonly written?: Readonly<Record<CampaignId, Written>>;
}

export type Change = "new" | "changed" | "unchanged";

export interface PlannedCampaign {
  readonly id: CampaignId;
  readonly change: Change;
  /** The version that is live afterwards. */
  readonly version: number;
  /** Whether it is for other patients than before, or ends for them by another goal. */
  readonly isForOthers: boolean;
  /** A publication does not take back a pause. */
  readonly isPaused: boolean;
}

/** Why nothing is published. */
export type Refusal =
  /** The words are those of a version before the live one: somebody's files are behind. */
  | { readonly is: "earlier"; readonly campaign: CampaignId; readonly version: number }
  /** The next version is stored already and is not live: a version is never written twice. */
  | { readonly is: "taken"; readonly campaign: CampaignId; readonly version: number }
  /** A campaign that is live, or would be, asks for a list of codes that is not given. */
  | { readonly is: "no-concept"; readonly campaign: CampaignId; readonly concept: string };

export interface PublicationPlan {
  readonly organization: Change;
  /** Names of the settings that changed, as `name` or `policy.window`; none of a new organization. */
  readonly settings: readonly string[];
  readonly concepts: Change;
  /** Names of the concept lists that came, went or changed; none where there were no lists. */
  readonly lists: readonly string[];
  readonly campaigns: readonly PlannedCampaign[];
  readonly refusals: readonly Refusal[];
}

export interface PlanPorts {
  readonly organizations: Pick<OrganizationDirectory, "load">;
  readonly concepts: Pick<ConceptStore, "load">;
  readonly campaigns: Pick<CampaignStore, "live" | "version">;
}

/** Tells what a publication would change, and what forbids it. Writes nothing. */
export function createPlanPublication(ports: PlanPorts) {
  return async (publication: Publication): Promise<PublicationPlan> => {
    const { id } = publication.organization;
    const [settings, concepts, controls] = await Promise.all([
      ports.organizations.load(id),
      ports.concepts.load(id),
      ports.campaigns.live(id),
    ]);
    const campaigns: PlannedCampaign[] = [];
    const refusals: Refusal[] = [];
    for (const campaign of publication.campaigns) {
      const control = controls.find((each) => each.id === campaign.id);
      const read = (version: number) => ports.campaigns.version(id, campaign.id, version);
      const planned = await planCampaign(campaign, control, read);
      campaigns.push(planned.campaign);
      if (planned.refusal) refusals.push(planned.refusal);
    }
    const others = controls.filter((one) => campaigns.every((planned) => planned.id !== one.id));
    const kept = await Promise.all(
      others.map((one) => ports.campaigns.version(id, one.id, one.version)),
    );
    const live = [...publication.campaigns, ...kept.filter((one) => one !== undefined)];
    return {
      organization: changeOf(settings, publication.organization),
      settings: settings ? differences(named(settings), named(publication.organization)) : [],
      concepts: changeOf(concepts.length > 0 ? concepts : undefined, publication.concepts),
      lists: concepts.length > 0 ? differences(byName(concepts), byName(publication.concepts)) : [],
      campaigns,
      refusals: [...refusals, ...live.flatMap((one) => withoutList(one, publication.concepts))],
    };
  };
}

type ReadVersion = (version: number) => Promise<Campaign | undefined>;

async function planCampaign(
  campaign: Campaign,
  control: CampaignControl | undefined,
  read: ReadVersion,
): Promise<{ readonly campaign: PlannedCampaign; readonly refusal?: Refusal }> {
  const { id } = campaign;
  const live = control?.version ?? 0;
  const known = live > 0 ? await read(live) : undefined;
  const change = changeOf(known && wordsOf(known), wordsOf(campaign));
  const planned: PlannedCampaign = {
    id,
    change,
    version: change === "unchanged" ? live : live + 1,
    isForOthers: changeOf(known && patientsOf(known), patientsOf(campaign)) !== "unchanged",
    isPaused: control?.isPaused ?? false,
  };
  if (change === "unchanged") return { campaign: planned };
  if (await read(live + 1)) {
    return { campaign: planned, refusal: { is: "taken", campaign: id, version: live + 1 } };
  }
  const earlier = await earlierVersion(campaign, live, read);
  if (earlier === undefined) return { campaign: planned };
  return { campaign: planned, refusal: { is: "earlier", campaign: id, version: earlier } };
}

/** The latest version before the live one that has the same words. */
async function earlierVersion(
  campaign: Campaign,
  live: number,
  read: ReadVersion,
): Promise<number | undefined> {
  for (let version = live - 1; version > 0; version--) {
    const known = await read(version);
    if (known && changeOf(wordsOf(known), wordsOf(campaign)) === "unchanged") return version;
  }
  return undefined;
}

function withoutList({ id, audience, goal }: Campaign, lists: readonly Concept[]): Refusal[] {
  const known = conceptCatalog(lists);
  const asked = new Set([...conceptsOf(audience), ...conceptsOf(goal)]);
  return [...asked]
    .filter((concept) => known.get(concept) === undefined)
    .map((concept) => ({ is: "no-concept", campaign: id, concept }));
}

/** All of a campaign but its number. */
function wordsOf(campaign: Campaign) {
  return { ...campaign, version: 0 };
}

function patientsOf({ audience, goal }: Campaign) {
  return { audience, goal };
}

function changeOf<Value>(before: Value | undefined, after: Value): Change {
  if (before === undefined) return "new";
  return canonicalJson(before) === canonicalJson(after) ? "unchanged" : "changed";
}

type Parts = Readonly<Record<string, unknown>>;

function named({ policy, ...settings }: Organization): Parts {
  const rules = Object.entries(policy).map(([name, value]) => [`policy.${name}`, value]);
  return { ...settings, ...Object.fromEntries(rules) };
}

function byName(concepts: readonly Concept[]): Parts {
  return Object.fromEntries(concepts.map((concept) => [concept.name, concept]));
}

function differences(before: Parts, after: Parts): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter(
    (name) => canonicalJson([before[name]]) !== canonicalJson([after[name]]),
  );
}
