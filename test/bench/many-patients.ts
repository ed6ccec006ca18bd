import { createHash } from "node:crypto";
import { loadPublished } from "#cli/published";
import { conceptCatalog } from "#domain/audience/concept";
import type { Campaign } from "#domain/campaign/campaign";
import { likely } from "#domain/forecast/likely";
import type { ForecastPlan, Person } from "#domain/forecast/plan";
import { walkPatient } from "#domain/forecast/walk-patient";
import { dayFrom } from "#domain/time";
import { oak, profile } from "#support/a-clinic";

/** What is lived: patients from the first to before the last, by their numbers. */
export interface Lives {
  readonly first: number;
  readonly end: number;
}

export interface Lived {
  readonly touches: number;
  readonly events: number;
  /** Of all that happened to them, in order. */
  readonly trace: string;
}

const campaignId = "screening/mammogram";
const on = dayFrom(2026, 11, 30);
const days = 90;

/** 27 months, of which the audience speaks, and the days on which the first of them are over. */
const monthsAgo = 822;

const zones = ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"];

/** The shipped mammogram campaign: texts, mails, calls and escalations over five steps. */
function planOf(): { readonly plan: ForecastPlan; readonly code: string } {
  const { published } = loadPublished();
  const campaign: Campaign | undefined = published.campaigns.find(({ id }) => id === campaignId);
  const concept = published.concepts.find(({ name }) => name === "mammogram");
  const [code] = concept?.codes ?? [];
  if (!campaign || code === undefined) throw new Error(`${campaignId} is not shipped any more`);
  const concepts = conceptCatalog(published.concepts);
  const behaviour = likely(7);
  return { plan: { campaign, concepts, organization: oak, on, days, behaviour }, code };
}

/** A woman whose last mammogram becomes too old on one of the days. */
function personAt(number: number, code: string): Person {
  const done = on - monthsAgo + (number % days);
  const patient = `p-${number}`;
  return {
    profile: profile({
      patient,
      sex: "female",
      birthDate: on - 17_000 - (number % 8_000),
      language: number % 4 === 0 ? "es" : "en",
      zones: [zones[number % zones.length] ?? "America/New_York"],
    }),
    facts: [
      {
        id: `Procedure/${patient}`,
        kind: "procedure",
        codes: [code],
        from: done,
        precision: "day",
        status: "done",
      },
    ],
  };
}

/** A walk that is compiled already, for any number of calls. */
export function openLives(): (lives: Lives) => Lived {
  const { plan, code } = planOf();
  return ({ first, end }) => {
    const hash = createHash("sha256");
    let touches = 0;
    let events = 0;
    for (let number = first; number < end; number += 1) {
      const walk = walkPatient(personAt(number, code), plan);
      touches += walk.touches.length;
      events += walk.events.length;
      hash.update(JSON.stringify(walk.events));
    }
    return { touches, events, trace: hash.digest("hex").slice(0, 16) };
  };
}
