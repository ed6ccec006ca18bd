import { type Outcome, refused, told, toldOf } from "#contracts/api/outcome";
import type { PatientPreviewBody, PreviewBody, PreviewShown } from "#contracts/api/preview";
import { conceptCatalog } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { Organization } from "#domain/patient/organization";
import type { PatientId } from "#domain/patient/profile";
import {
  factsOfMade,
  type MadePatient,
  profileOfMade,
  recordOfMade,
  rulesOfMade,
} from "#domain/preview/made-patient";
import { preview } from "#domain/preview/preview";
import type { Rules } from "#domain/record/rules";
import type { StaffMember } from "#domain/staff/member";
import { type Day, isZone, parseDay } from "#domain/time";
import type { Clock, ConceptStore, FactStore, OrganizationDirectory } from "#ports";
import { Unrecoverable } from "../../errors.ts";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";
import type { OpenPatient } from "./open-patient.ts";
import { previewShown } from "./preview-shown.ts";
import type { FindCampaign } from "./task-rows.ts";

export interface PreviewPorts {
  readonly organizations: Pick<OrganizationDirectory, "load">;
  readonly concepts: Pick<ConceptStore, "load">;
  readonly facts: Pick<FactStore, "load">;
  readonly findCampaign: FindCampaign;
  readonly openPatient: OpenPatient;
  readonly clock: Clock;
}

/**
 * Shows what a campaign would do with one patient, by the code that decides in production. Reads only: the
 * walk is made anew from its first move each time, and nothing of it is kept.
 */
export function createPreviewCampaign(ports: PreviewPorts) {
  /** Any campaign at all, a draft as well as a published one, with a patient who is made up. */
  const previewMade = async (
    { organization: id }: StaffMember,
    campaign: Campaign,
    body: PreviewBody,
  ): Promise<Outcome<PreviewShown>> => {
    if (!isZone(body.patient.zone)) return refused("bad-request", { at: "body.patient.zone" });
    const [organization, stored] = await Promise.all([
      ports.organizations.load(id),
      ports.concepts.load(id),
    ]);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const concepts = conceptCatalog(stored);
    const made = madeBy(body);
    const on = dayIn(body.on);
    const profile = profileOfMade(made, organization, on);
    const seen = preview({
      ...{ campaign, concepts, organization, profile, on },
      ...{ isForced: body.isForced, moves: body.moves },
      facts: factsOfMade(made, concepts),
      record: recordOfMade(profile, made.has, on),
      rules: rulesOfMade(campaign, organization),
    });
    return told(previewShown(campaign, seen));
  };

  const previewLive = async (
    member: StaffMember,
    path: CampaignPath,
    body: PreviewBody,
  ): Promise<Outcome<PreviewShown>> => {
    const campaign = await ports.findCampaign(member.organization, campaignAt(path));
    return campaign ? previewMade(member, campaign, body) : refused("no-such-campaign");
  };

  /** From the record as it is: their permissions, what they had lately, the campaigns they are in. */
  const previewPatient = async (
    { organization: id }: StaffMember,
    patient: PatientId,
    body: PatientPreviewBody,
  ): Promise<Outcome<PreviewShown>> => {
    const campaign = await ports.findCampaign(id, body.campaign, body.version);
    if (!campaign) return refused("no-such-campaign");
    const [opened, stored, kept] = await Promise.all([
      ports.openPatient(id, patient),
      ports.concepts.load(id),
      ports.facts.load(id, patient),
    ]);
    if (!opened) return refused("no-such-patient");
    const { organization, profile, record } = opened;
    const met = await Promise.all(
      record.enrollments.map((one) => ports.findCampaign(id, one.campaign, one.version)),
    );
    const seen = preview({
      ...{ campaign, organization, profile, record },
      ...{ isForced: body.isForced, moves: body.moves },
      concepts: conceptCatalog(stored),
      facts: kept?.facts ?? [],
      on: dayIn(body.on),
      notBefore: ports.clock.now(),
      rules: rulesWith([campaign, ...met.filter((one) => one !== undefined)], organization),
    });
    return toldOf([patient], previewShown(campaign, seen));
  };

  return { previewMade, previewLive, previewPatient };
}

/** It is asked what campaigns do, not what is switched off tonight. */
function rulesWith(campaigns: readonly Campaign[], organization: Organization): Rules {
  const { policy, business, hasAfterHoursDesk } = organization;
  return {
    campaign: (id, version) =>
      campaigns.find((campaign) => campaign.id === id && campaign.version === version),
    isPaused: () => false,
    halts: [],
    ...{ policy, business, hasAfterHoursDesk },
  };
}

function madeBy({ patient }: PreviewBody): MadePatient {
  return {
    ...patient,
    facts: patient.facts.map(({ on, ...fact }) => ({ ...fact, on: dayIn(on) })),
  };
}

/** The contract has looked at its form already. */
function dayIn(date: string): Day {
  const day = parseDay(date);
  if (day === undefined) throw new Unrecoverable("preview/no-date");
  return day;
}
