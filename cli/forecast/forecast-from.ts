import { join } from "node:path";
import { loadNotices } from "#adapters/files/notice-files";
import type { GatheredPatient } from "#contracts/fhir/gathering";
import { profileOf } from "#contracts/fhir/profile";
import type { Concepts } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import { silence } from "#domain/forecast/behaviour";
import { beginForecast, type Forecast, type ForecastTerms } from "#domain/forecast/forecast";
import { likely } from "#domain/forecast/likely";
import type { Asked } from "#domain/forecast/table";
import { type Environment, environmentNamed } from "#infra/environments";
import { oakClinic } from "#local/organization";
import { campaignsFolder } from "../campaign-files.ts";
import { progressBar } from "../progress-bar.ts";
import type { Terminal } from "../terminal.ts";

/** Patients between two words of progress. */
const patientsPerProgress = 200;

/** What is asked of one campaign. */
export interface AskedOf extends Asked {
  readonly campaign: Campaign;
}

/** Walks everybody who was gathered, one after the other. */
export function forecastFrom(
  patients: readonly GatheredPatient[],
  concepts: Concepts,
  { asked, terminal }: { readonly asked: AskedOf; readonly terminal: Terminal },
): Forecast {
  const { campaign, on, days, answers, seed, prices } = asked;
  const environment = environmentNamed(asked.environment ?? "local");
  const organization = oakClinic(environment, loadNotices(join(campaignsFolder(), "notices")));
  const behaviour = answers === "likely" ? likely(seed) : silence;
  const paces = asked.environment === undefined ? {} : pacesOf(environment);
  const plan = { campaign, concepts, organization, on, days, behaviour };
  const forecasting = beginForecast(plan, { prices, paces });
  const bar = progressBar("Looking ahead", terminal);
  patients.forEach(({ resource, facts }, index) => {
    if (index % patientsPerProgress === 0) bar.update(index, patients.length);
    if (resource === undefined) return;
    const { profile } = profileOf(resource, { organization: organization.id, on });
    forecasting.add({ profile, facts: facts.facts });
  });
  bar.stop();
  return forecasting.finish();
}

/** What the providers of a deployment take, by lane; a lane without a figure has no bound. */
function pacesOf({ sms, email, connect }: Environment): ForecastTerms["paces"] {
  const pace = ({ perSecond }: { readonly perSecond?: number }) =>
    perSecond === undefined ? undefined : { perSecond };
  const paces = { sms: pace(sms), email: pace(email), voice: pace(connect) };
  return Object.fromEntries(Object.entries(paces).filter(([, each]) => each !== undefined));
}
