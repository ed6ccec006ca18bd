import { describe, expect, it } from "vitest";
import { compile } from "#domain/campaign/compile";
import { CampaignDefinition } from "#domain/campaign/definition";
import { campaignSource } from "#support/campaign-source";

const definition = CampaignDefinition.parse(campaignSource().definition);
const message = { sms: "Words" };
const campaign = compile(definition, { en: { messages: { invite: message } } }, 3);

describe("a compiled campaign", () => {
  it("keeps its version and its words", () => {
    expect(campaign.version).toBe(3);
    expect(campaign.messages).toEqual({ en: { invite: message } });
    expect(campaign.tasks).toEqual({ book: "Call and book." });
  });

  it("has its spans of time read and its defaults filled in", () => {
    expect(campaign.steps["invite"]).toEqual({
      kind: "send",
      message: "invite",
      over: ["sms", "email"],
      answers: { "1": "wants-booking" },
      wait: { unit: "days", count: 3 },
      notAfter: { unit: "days", count: 2 },
      unconfirmed: "skip",
      next: { "wants-booking": "book", silence: "remind" },
    });
    expect(campaign).toMatchObject({ priority: 50, holdout: 0 });
    expect(campaign.steps["book"]).toMatchObject({
      priority: "routine",
      within: { unit: "business-days", count: 1 },
    });
  });

  it("follows same-as through several steps, its own ways first, with the answers", () => {
    const chained = CampaignDefinition.parse(
      campaignSource({
        definition: [["same-as: invite, silence: rest", "same-as: remind, silence: rest"]],
      }).definition,
    );
    expect(compile(chained, {}, 1).steps["call"]).toMatchObject({
      answers: { "1": "wants-booking" },
      next: { "wants-booking": "book", silence: "rest" },
    });
  });

  it("reads the share that is held out", () => {
    expect(compile({ ...definition, holdout: "5%" }, {}, 1).holdout).toBe(0.05);
  });

  it("is standard unless it says that it is sensitive", () => {
    expect(campaign.sensitivity).toBe("standard");
    const sensitive = compile({ ...definition, sensitivity: "sensitive" }, {}, 1);
    expect(sensitive.sensitivity).toBe("sensitive");
  });

  it("is plain data", () => {
    expect(JSON.parse(JSON.stringify(campaign))).toEqual(campaign);
  });
});
