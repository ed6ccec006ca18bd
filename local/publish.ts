import type { Concept } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import type { NoticeBook } from "#domain/message/notice-book";
import type { Organization } from "#domain/patient/organization";
import type { Environment } from "#infra/environments";
import { oakClinic } from "./organization.ts";
import type { LocalStores } from "./stores.ts";

/** What an organization works with: what its care managers have written. */
export interface Published {
  readonly campaigns: readonly Campaign[];
  readonly concepts: readonly Concept[];
  readonly notices: NoticeBook;
}

/** Opens the clinic on a fresh stack: its settings, its concepts, its campaigns. */
export async function openClinic(
  { organizations, concepts, campaigns }: LocalStores,
  environment: Environment,
  published: Published,
): Promise<Organization> {
  const clinic = oakClinic(environment, published.notices);
  await organizations.save(clinic);
  await concepts.save(clinic.id, published.concepts);
  for (const campaign of published.campaigns) await campaigns.publish(clinic.id, campaign);
  return clinic;
}
