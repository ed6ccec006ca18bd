import type { ForecastPart, ForecastQuery } from "#contracts/api/forecast";
import { type Outcome, refused, told } from "#contracts/api/outcome";
import { conceptCatalog } from "#domain/audience/concept";
import { conceptsOf } from "#domain/audience/condition";
import type { Campaign } from "#domain/campaign/campaign";
import { silence } from "#domain/forecast/behaviour";
import { likely } from "#domain/forecast/likely";
import type { ForecastPlan, Person } from "#domain/forecast/plan";
import { ForecastTally } from "#domain/forecast/tally";
import { walkPatient } from "#domain/forecast/walk-patient";
import type { OrganizationId, PatientId } from "#domain/patient/profile";
import type { StaffMember } from "#domain/staff/member";
import { dayOf, parseDay } from "#domain/time";
import type {
  CampaignStore,
  Clock,
  ConceptStore,
  FactStore,
  OrganizationDirectory,
  PatientDirectory,
  ProfileStore,
  RecordStore,
} from "#ports";
import { Unrecoverable } from "../../errors.ts";
import { inTurns } from "../in-turns.ts";
import { type CampaignPath, campaignAt } from "./campaign-path.ts";
import { forecastShown } from "./forecast-shown.ts";
import type { FindCampaign } from "./task-rows.ts";

/** People looked at by one request; and no page is begun after so long. The function is given ten seconds. */
const peopleMax = 500;
const budgetMs = 5_000;

/** Stored items looked at at once. */
const pageSize = 250;

/** Patients read at the same time: enough to hide the latency of the table. */
const patientsAtOnce = 16;

/** Of `likely`: everybody who asks gets the same answers. */
const seed = 1;

export interface ForecastPorts {
  readonly campaigns: Pick<CampaignStore, "live">;
  readonly organizations: Pick<OrganizationDirectory, "load">;
  readonly concepts: Pick<ConceptStore, "load">;
  readonly patients: PatientDirectory;
  readonly profiles: Pick<ProfileStore, "load">;
  readonly facts: Pick<FactStore, "load">;
  readonly records: Pick<RecordStore, "load">;
  readonly findCampaign: FindCampaign;
  readonly clock: Clock;
}

/**
 * Tells what a campaign would do to one part of the organization's patients, by the code of `rounds forecast`.
 * Reads only; the parts of one population add up to what one count of everybody would say.
 */
export function createForecastCampaign(ports: ForecastPorts) {
  /** Any campaign at all, a draft as well as a published one. */
  const forecastCampaign = async (
    { organization: id }: StaffMember,
    campaign: Campaign,
    query: ForecastQuery,
  ): Promise<Outcome<ForecastPart>> => {
    const [organization, stored, blind] = await Promise.all([
      ports.organizations.load(id),
      ports.concepts.load(id),
      blindTo(ports, id, campaign),
    ]);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const on = parseDay(query.on);
    const today = dayOf(ports.clock.now(), organization.business.zone);
    if (on === undefined || (query.from === "records" && on <= today)) {
      return refused("bad-request", { at: "query.on" });
    }
    const versions = new Map<number, Campaign>();
    const plan: ForecastPlan = {
      ...{ campaign, organization, on, days: query.days },
      concepts: conceptCatalog(stored),
      behaviour: query.answers === "likely" ? likely(seed) : silence,
      versions: (known, version) => (known === campaign.id ? versions.get(version) : undefined),
    };
    const tally = new ForecastTally(plan);
    const isWhole = await eachOf(ports, id, query, async (patient) => {
      const person = await personOf(ports, id, patient, query.from);
      if (person === undefined) return;
      for (const { campaign: name, version } of person.record?.enrollments ?? []) {
        if (name !== campaign.id || versions.has(version)) continue;
        const found = await ports.findCampaign(id, name, version);
        if (found) versions.set(version, found);
      }
      tally.add(walkPatient(person, plan));
    });
    return told(forecastShown(campaign, tally.counts(), { isWhole, blind }));
  };

  const forecastLive = async (
    member: StaffMember,
    path: CampaignPath,
    query: ForecastQuery,
  ): Promise<Outcome<ForecastPart>> => {
    const id = campaignAt(path);
    const campaign = await ports.findCampaign(member.organization, id, query.version);
    return campaign ? forecastCampaign(member, campaign, query) : refused("no-such-campaign");
  };

  return { forecastCampaign, forecastLive };
}

/** Looks at everybody of the part, or at as many as one request can: false where some are left. */
async function eachOf(
  { patients, clock }: ForecastPorts,
  id: OrganizationId,
  { part: index, of }: ForecastQuery,
  look: (patient: PatientId) => Promise<void>,
): Promise<boolean> {
  const stopAt = clock.now() + budgetMs;
  let seen = 0;
  for (let cursor: string | undefined; ; ) {
    const place = cursor === undefined ? {} : { cursor };
    const page = await patients.page(id, { index, of }, { limit: pageSize, ...place });
    await inTurns(page.patients, patientsAtOnce, look);
    seen += page.patients.length;
    if (page.cursor === undefined) return true;
    if (seen >= peopleMax || clock.now() >= stopAt) return false;
    cursor = page.cursor;
  }
}

async function personOf(
  ports: ForecastPorts,
  id: OrganizationId,
  patient: PatientId,
  from: ForecastQuery["from"],
): Promise<Person | undefined> {
  const [profile, kept, record] = await Promise.all([
    ports.profiles.load(id, patient),
    ports.facts.load(id, patient),
    from === "records" ? ports.records.load(id, patient) : undefined,
  ]);
  if (!profile) return undefined;
  return { profile, facts: kept?.facts ?? [], ...(record === undefined ? {} : { record }) };
}

/** What it asks about and no live campaign does: the import keeps no fact that nobody asks about. */
async function blindTo(
  { campaigns, findCampaign }: ForecastPorts,
  id: OrganizationId,
  campaign: Campaign,
): Promise<readonly string[]> {
  const live = await campaigns.live(id);
  const all = await Promise.all(live.map((one) => findCampaign(id, one.id, one.version)));
  const asked = new Set(all.flatMap((one) => (one ? askedBy(one) : [])));
  return [...new Set(askedBy(campaign))].filter((name) => !asked.has(name));
}

function askedBy({ audience, goal }: Campaign): readonly string[] {
  return [audience, goal].flatMap(conceptsOf);
}
