import type { EnrollMessage } from "#contracts/enroll-message";
import type { CampaignId } from "#domain/campaign/campaign";
import type { OrganizationId } from "#domain/patient/profile";
import { type Day, dayOf } from "#domain/time";
import type {
  CampaignControl,
  CampaignStore,
  Clock,
  EligibilityIndex,
  OrganizationDirectory,
  WorkQueue,
} from "#ports";
import { Unrecoverable } from "../errors.ts";

/** Patients read from the index at a time. */
const pageSize = 500;

export interface SelectPorts {
  readonly campaigns: CampaignStore;
  readonly organizations: OrganizationDirectory;
  readonly eligibility: EligibilityIndex;
  readonly queue: WorkQueue<EnrollMessage>;
  readonly clock: Clock;
}

export interface SelectInput {
  readonly organization: OrganizationId;
  /** One campaign; every live one when absent. */
  readonly campaign?: CampaignId;
}

export interface Selected {
  readonly campaign: CampaignId;
  readonly version: number;
  readonly count: number;
}

/**
 * Finds who is due for each live campaign: a query by date over the eligibility index, so its
 * cost is that of the due, not of the population. A paused campaign selects nobody and loses
 * nobody: their day has come when it goes on. A repeat queues the same patients again, and
 * enrolling bears that.
 */
export function createSelectPatients(ports: SelectPorts) {
  return async ({ organization: id, campaign }: SelectInput): Promise<readonly Selected[]> => {
    const organization = await ports.organizations.load(id);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const today = dayOf(ports.clock.now(), organization.business.zone);
    const live = (await ports.campaigns.live(id)).filter(
      (control) => !control.isPaused && (campaign === undefined || control.id === campaign),
    );
    const selected: Selected[] = [];
    for (const control of live) {
      const count = await selectFor(ports, id, control, today);
      selected.push({ campaign: control.id, version: control.version, count });
    }
    return selected;
  };
}

export type SelectPatients = ReturnType<typeof createSelectPatients>;

async function selectFor(
  ports: SelectPorts,
  organization: OrganizationId,
  { id: campaign, version }: CampaignControl,
  on: Day,
): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.eligibility.starting(organization, campaign, on, {
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    await ports.queue.send(
      page.patients.map((patient) => ({
        schema: "enroll.v1",
        organization,
        patient,
        campaign,
        version,
        on,
      })),
    );
    count += page.patients.length;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return count;
}
