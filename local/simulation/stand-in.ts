import type { Concept } from "#domain/audience/concept";
import { conceptKey } from "#domain/audience/concept";
import type { Campaign, CampaignId, Step } from "#domain/campaign/campaign";
import type { Duration } from "#domain/duration";
import type { Fact } from "#domain/patient/fact";
import type { Day } from "#domain/time";

/**
 * The campaigns of a simulation are those that care managers wrote, with all their steps and words.
 * Only whom they are for is a stand-in: one fact opens the audience and another meets the goal, so
 * that any campaign can be simulated without a history that fits it.
 */
export function standInFor(campaign: Campaign): Campaign {
  const due = dueConcept(campaign.id);
  const done = doneConcept(campaign.id);
  return {
    ...campaign,
    review: "2099-12-31",
    audience: {
      all: [{ any: { of: due, within: "75 days" } }, { none: { of: done, within: "200 days" } }],
    },
    goal: { any: done },
  };
}

/** What the stand-ins name. */
export function standInConcepts(campaigns: readonly Campaign[]): readonly Concept[] {
  return campaigns.flatMap(({ id }) =>
    [dueConcept(id), doneConcept(id)].map((name) => ({ name, codes: [codeOf(name)] })),
  );
}

/** What makes a patient one for the campaign, from that day on. */
export function dueFact(patient: string, campaign: CampaignId, day: Day): Fact {
  return factOf(dueConcept(campaign), patient, day);
}

/** What the campaign asks for was done on that day. */
export function doneFact(patient: string, campaign: CampaignId, day: Day): Fact {
  return factOf(doneConcept(campaign), patient, day);
}

/**
 * Another version, as care managers might write one: silence lasts longer or shorter, the arbiter
 * ranks it otherwise, the audience closes sooner.
 */
export function revised(campaign: Campaign, revision: number): Campaign {
  const steps = Object.entries(campaign.steps).map(([name, step]) => [
    name,
    lengthened(step, revision),
  ]);
  const { id } = campaign;
  return {
    ...campaign,
    priority: (campaign.priority + 17 * revision) % 100,
    audience: {
      all: [
        { any: { of: dueConcept(id), within: `${75 - (revision % 3) * 5} days` } },
        { none: { of: doneConcept(id), within: "200 days" } },
      ],
    },
    steps: Object.fromEntries(steps) as Campaign["steps"],
  };
}

function lengthened(step: Step, revision: number): Step {
  if (!("wait" in step)) return step;
  return { ...step, wait: longer(step.wait, revision) };
}

function longer(wait: Duration, revision: number): Duration {
  return { ...wait, count: wait.count + (revision % 3) };
}

function dueConcept(campaign: CampaignId): string {
  return conceptKey(`simulated due ${campaign}`);
}

function doneConcept(campaign: CampaignId): string {
  return conceptKey(`simulated done ${campaign}`);
}

function codeOf(concept: string): string {
  return `simulated|${concept}`;
}

function factOf(concept: string, patient: string, day: Day): Fact {
  return {
    id: `Observation/${concept}.${patient}.${day}`,
    kind: "observation",
    codes: [codeOf(concept)],
    from: day,
    precision: "day",
    status: "done",
  };
}
