import { describe, expect, it } from "vitest";
import { compose } from "#domain/message/compose";
import { campaign } from "#support/a-campaign";
import { oak, profile } from "#support/a-clinic";

const call = { campaign: "screening/check", episode: "2026-11-23", step: "call", occurrence: 1 };

describe("the words of a call", () => {
  const composed = (leavesVoicemail?: boolean) =>
    compose({
      touch: call,
      channel: "voice",
      campaign: campaign(),
      organization: oak,
      profile: profile(),
      ...(leavesVoicemail === undefined ? {} : { leavesVoicemail }),
    });

  it("come with those for a machine when it may be left some", () => {
    expect(composed(true)).toHaveProperty("voicemail");
  });

  it("come alone when a machine may be left none", () => {
    for (const said of [false, undefined]) {
      expect(composed(said)).toMatchObject({ channel: "voice", text: expect.any(String) });
      expect(composed(said)).not.toHaveProperty("voicemail");
    }
  });
});
