import { expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { dayMs, dayOf } from "#domain/time";
import { campaign as aCampaign } from "#support/a-campaign";
import { ndjson, observation, patient } from "#support/fhir";
import { importRegion, noon } from "#support/import-region";

const campaign = "lab-reminder/hba1c";
const diabetes = {
  resourceType: "Condition",
  id: "dm",
  code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "E11.9" }] },
  subject: { reference: "Patient/p1" },
  onsetDateTime: "2020-01-01",
};
const managingOrganization = { reference: "Organization/north" };
const oldTest = observation({ effectiveDateTime: "2026-01-04" });
const newTest = observation({ id: "a1c-2", effectiveDateTime: "2026-11-27" });

type Region = Awaited<ReturnType<typeof importRegion>>;

/** Somebody overdue, looked at by selection under a campaign that holds out everybody, or nobody. */
async function lookedAt(holdout: number): Promise<Region> {
  const region = await importRegion();
  const audience = {
    all: [{ has: "diabetes" }, { none: { of: "hba1c", within: "190 days" } }],
  } as const;
  const goal = { any: { of: "hba1c", within: "1 month" } } as const;
  const version = await region.campaigns.publish(
    "oak",
    aCampaign({ id: campaign, audience: { all: [...audience.all] }, goal, holdout }),
  );
  await region.take(ndjson(patient({ managingOrganization }), diabetes, oldTest));
  const on = dayOf(noon, "America/New_York");
  await region.enroll({ organization: "oak", patient: "p1", campaign, version, on });
  return region;
}

const last = (region: Region, type: RecordEvent["type"]) =>
  region.changes.flatMap(({ events }) => events).findLast((event) => event.type === type);

it("somebody held out who comes to the goal is noted, with whom they are compared", async () => {
  const region = await lookedAt(1);
  const cohort = { language: "en", ageBand: "60-69", sex: "female", site: "north" };
  expect(last(region, "enrollment-refused")).toMatchObject({ reason: "holdout", cohort });
  region.clock.moveTo(noon + 5 * dayMs);
  await region.take(ndjson(newTest), "results.ndjson");
  expect(last(region, "goal-noted")).toMatchObject({ arm: "held-out", campaign, cohort });
  const told = region.changes.length;
  await region.take(ndjson(newTest), "again.ndjson");
  expect(region.changes).toHaveLength(told);
});

it("somebody enrolled who comes to the goal in the same time is compared with them", async () => {
  const region = await lookedAt(0);
  region.clock.moveTo(noon + 5 * dayMs);
  await region.take(ndjson(newTest), "results.ndjson");
  expect(last(region, "enrollment-ended")).toMatchObject({ outcome: "goal-met", isFollowed: true });
});

it("somebody whose enrollment has ended is followed as long as those held out", async () => {
  const region = await lookedAt(0);
  const standing = { is: "not-eligible" } as const;
  const at = noon + dayMs;
  await region.act("oak", "p1", () => [{ type: "change-eligibility", at, campaign, standing }]);
  region.clock.moveTo(noon + 5 * dayMs);
  await region.take(ndjson(newTest), "results.ndjson");
  expect(last(region, "goal-noted")).toMatchObject({ arm: "contacted" });
});
