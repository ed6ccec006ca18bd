import { describe, expect, it } from "vitest";
import { compose } from "#domain/message/compose";
import { campaign } from "#support/a-campaign";
import { oak, profile } from "#support/a-clinic";

const call = { campaign: "screening/check", episode: "2026-11-23", step: "call", occurrence: 1 };

describe("the words of a call", () => {
  const composed = (sensitivity?: "standard" | "sensitive") =>
    compose({
      touch: call,
      channel: "voice",
      campaign: campaign(sensitivity === undefined ? {} : { sensitivity }),
      organization: oak,
      profile: profile(),
    });

  it("come with those for a machine when the step has any", () => {
    expect(composed()).toHaveProperty("voicemail");
    expect(composed("standard")).toHaveProperty("voicemail");
  });

  it("leave nothing on a machine in a sensitive campaign, however it was published", () => {
    expect(composed("sensitive")).toMatchObject({ channel: "voice", text: expect.any(String) });
    expect(composed("sensitive")).not.toHaveProperty("voicemail");
  });
});
