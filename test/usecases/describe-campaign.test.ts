import { describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createMemoryConceptStore } from "#adapters/memory/concept-store";
import { loadCampaign } from "#cli/campaign-files";
import { CampaignShown } from "#contracts/api/campaign";
import { createDescribeCampaign } from "#usecases/staff/describe-campaign";
import { Unrecoverable } from "../../shared/errors.ts";
import { campaign, ladder } from "../support/a-campaign.ts";

async function clinicWith(published = campaign()) {
  const campaigns = createMemoryCampaignStore();
  const concepts = createMemoryConceptStore();
  await concepts.save("oak", readConcepts(["campaigns/concepts"]).concepts);
  await campaigns.publish("oak", published);
  return { campaigns, describeCampaign: createDescribeCampaign({ campaigns, concepts }) };
}

describe("a campaign as staff read it", () => {
  it("says whom it is for in plain words, in both languages, one sentence a condition", async () => {
    const mammogram = loadCampaign("screening/mammogram");
    const { describeCampaign } = await clinicWith(mammogram);
    const shown = CampaignShown.parse(await describeCampaign("oak", "screening/mammogram"));
    expect(shown.audience.en.slice(0, 2)).toEqual([
      "female",
      expect.stringMatching(/^age \d\d to \d\d$/),
    ]);
    expect(shown.audience.en.join()).toMatch(/no mammogram/i);
    expect(shown.audience.es.join()).toMatch(/mamograf/i);
    expect(shown.audience.es).toHaveLength(shown.audience.en.length);
    expect(shown.goal.en).toHaveLength(1);
  });

  it("holds every step with what its kind has, and where each way leads", async () => {
    const { describeCampaign } = await clinicWith();
    const shown = await describeCampaign("oak", "screening/check");
    expect(shown?.steps.map(({ name }) => name)).toEqual(Object.keys(ladder));
    const step = (name: string) => shown?.steps.find((one) => one.name === name);
    expect(step("invite")).toMatchObject({
      kind: "send",
      over: ["sms", "email"],
      wait: { unit: "days", count: 3 },
      ways: expect.arrayContaining([{ on: "silence", to: "pause" }]),
      answers: expect.arrayContaining([{ digit: "1", answer: "wants-booking" }]),
    });
    expect(step("call")).toMatchObject({ tries: 2, voicemail: "invite", over: ["voice"] });
    expect(step("has-phone")?.asks).toEqual({ about: "channel", of: "voice" });
    expect(step("book")?.task).toMatchObject({ queue: "scheduling", priority: "routine" });
    expect(step("thanks")).toMatchObject({ outcome: "completed", ways: [] });
  });

  it("leads nowhere but to steps that are there, or to the end, in every shipped kind", async () => {
    const { describeCampaign } = await clinicWith(
      loadCampaign("medication-adherence/statin-refill"),
    );
    const shown = await describeCampaign("oak", "medication-adherence/statin-refill");
    const names = new Set([...(shown?.steps ?? []).map(({ name }) => name), "end"]);
    const lost = shown?.steps.flatMap(({ ways }) => ways.filter(({ to }) => !names.has(to)));
    expect(shown?.steps.length).toBeGreaterThan(3);
    expect(lost).toEqual([]);
  });

  it("puts the languages of one message side by side, and counts a text at its longest", async () => {
    const { describeCampaign } = await clinicWith();
    const shown = await describeCampaign("oak", "screening/check");
    expect(shown?.messages.map(({ key, language }) => [key, language])).toEqual([
      ["invite", "en"],
      ["invite", "es"],
    ]);
    expect(shown?.messages[0]?.sms).toMatchObject({ encoding: "GSM-7", segments: 1 });
    expect(shown?.messages[0]?.sms?.text).toContain("{clinic}");
  });

  it("says whether it is paused", async () => {
    const { campaigns, describeCampaign } = await clinicWith();
    expect(await describeCampaign("oak", "screening/check")).toMatchObject({ state: "running" });
    await campaigns.setPaused("oak", "screening/check", true);
    expect(await describeCampaign("oak", "screening/check")).toMatchObject({ state: "paused" });
  });

  it("is not there for another clinic, nor by another name", async () => {
    const { describeCampaign } = await clinicWith();
    expect(await describeCampaign("elm", "screening/check")).toBeUndefined();
    expect(await describeCampaign("oak", "screening/other")).toBeUndefined();
  });

  it("is refused whole where its version is gone", async () => {
    const { campaigns } = await clinicWith();
    const version = () => Promise.resolve(undefined);
    const describeCampaign = createDescribeCampaign({
      campaigns: { ...campaigns, version },
      concepts: createMemoryConceptStore(),
    });
    await expect(describeCampaign("oak", "screening/check")).rejects.toThrow(Unrecoverable);
  });
});
