import { describe, expect, it } from "vitest";
import type { Campaign } from "#domain/campaign/campaign";
import { campaign } from "#support/a-campaign";
import { oak } from "#support/a-clinic";
import { importRegion } from "#support/import-region";
import { createPlanPublication, type Publication } from "#usecases/plan-publication";
import { createPublishOrganization } from "#usecases/publish-organization";

const id = "screening/test";
const concepts = [
  { name: "hba1c", codes: ["loinc|4548-4"] },
  { name: "diabetes", codes: ["icd10cm|E11.*"] },
];

const words = (title: string, days = 30): Campaign =>
  campaign({
    id,
    title,
    audience: { none: { of: "hba1c", within: `${days} days` } },
    goal: { any: "hba1c" },
  });

async function aRegion() {
  const region = await importRegion();
  const plan = createPlanPublication(region);
  const publish = createPublishOrganization(region);
  const publication = (...campaigns: readonly Campaign[]): Publication => ({
    organization: { ...oak, name: "Oak Clinic of Boston" },
    concepts,
    campaigns,
  });
  const workOff = () =>
    Promise.all(
      region.queue.take(100).map((message) => region.resolve({ ...message, stopAt: 1e15 })),
    );
  return { ...region, plan, publishAll: publish, publication, workOff };
}

describe("publishing an organization", () => {
  it("is told beforehand, written as told, and does nothing when it is repeated", async () => {
    const region = await aRegion();
    const publication = region.publication(words("A check"));
    const plan = await region.plan(publication);
    expect(plan).toEqual({
      organization: "changed",
      settings: expect.arrayContaining(["name", "phone", "policy.spreadMinutes"]),
      concepts: "unchanged",
      lists: [],
      campaigns: [{ id, change: "new", version: 1, isForOthers: true, isPaused: false }],
      refusals: [],
    });
    expect(await region.campaigns.version("oak", id, 1)).toBeUndefined();
    expect(await region.publishAll(publication)).toEqual({ versions: [1], solved: "everybody" });
    expect((await region.organizations.load("oak"))?.name).toBe("Oak Clinic of Boston");
    await region.workOff();
    expect(await region.plan(publication)).toEqual({
      organization: "unchanged",
      settings: [],
      concepts: "unchanged",
      lists: [],
      campaigns: [{ id, change: "unchanged", version: 1, isForOthers: false, isPaused: false }],
      refusals: [],
    });
    expect(await region.publishAll(publication)).toEqual({ versions: [1], solved: "nobody" });
  });

  it("tells words from audiences: only for the latter everybody is solved again", async () => {
    const region = await aRegion();
    await region.publishAll(region.publication(words("A check")));
    await region.workOff();
    const reworded = region.publication(words("Better words"));
    expect((await region.plan(reworded)).campaigns).toMatchObject([
      { change: "changed", version: 2, isForOthers: false },
    ]);
    expect(await region.publishAll(reworded)).toEqual({ versions: [2], solved: "nobody" });
    const widened = region.publication(words("Better words", 20));
    expect((await region.plan(widened)).campaigns).toMatchObject([
      { change: "changed", version: 3, isForOthers: true },
    ]);
    expect(await region.publishAll(widened)).toEqual({ versions: [3], solved: "everybody" });
    // Nobody has worked it off yet.
    expect(await region.publishAll(widened)).toEqual({ versions: [3], solved: "rest" });
  });

  it("says that a campaign is paused and stays so", async () => {
    const region = await aRegion();
    await region.publishAll(region.publication(words("A check")));
    await region.campaigns.setPaused("oak", id, true);
    const next = region.publication(words("Better words"));
    expect((await region.plan(next)).campaigns).toMatchObject([{ version: 2, isPaused: true }]);
  });

  it("is refused for words of an earlier version: somebody's files are behind", async () => {
    const region = await aRegion();
    await region.publishAll(region.publication(words("First")));
    await region.publishAll(region.publication(words("Second")));
    await region.publishAll(region.publication(words("Third")));
    const { refusals } = await region.plan(region.publication(words("First")));
    expect(refusals).toEqual([{ is: "earlier", campaign: id, version: 1 }]);
  });

  it("is refused where the next version is stored and not live", async () => {
    const region = await aRegion();
    await region.publishAll(region.publication(words("First")));
    await region.publishAll(region.publication(words("Second")));
    // As after a restore that brought the control item back and left the versions.
    const live = async () => [{ id, version: 1, isPaused: false }];
    const plan = createPlanPublication({ ...region, campaigns: { ...region.campaigns, live } });
    const { refusals } = await plan(region.publication(words("Third")));
    expect(refusals).toEqual([{ is: "taken", campaign: id, version: 2 }]);
  });

  it("is refused without the lists that live campaigns ask for, also those not published now", async () => {
    const region = await aRegion();
    const without = { ...region.publication(words("A check")), concepts: concepts.slice(0, 1) };
    expect((await region.plan(without)).refusals).toEqual([
      { is: "no-concept", campaign: "lab-reminder/hba1c", concept: "diabetes" },
    ]);
  });
});
