import { describe, expect, it } from "vitest";
import type { Campaign } from "#domain/campaign/campaign";
import type { RecentTouch } from "#domain/record/record";
import { campaign } from "#support/a-campaign";
import { enroll, given, monday, record, rules } from "#support/a-record";

const day = 86_400_000;

/** A call of before, to which a machine may have listened. */
function call(when: number, overrides: Partial<RecentTouch> = {}): RecentTouch {
  return {
    touch: { campaign: "lab-reminder/other", episode: "2026-10-01", step: "call", occurrence: 1 },
    channel: "voice",
    point: "p-mobile",
    at: when,
    status: "delivered",
    isNotice: false,
    voicemail: "may-leave",
    ...overrides,
  };
}

function decided(touches: readonly RecentTouch[], overrides: Partial<Campaign> = {}) {
  const book = rules([campaign({ start: "call", ...overrides })]);
  const story = given(record({ touches }), book).when(enroll());
  return story.when({ type: "claim", at: monday, channel: "voice" }).find("touch-claimed");
}

describe("words for a machine", () => {
  it("are left where none were left of late", () => {
    expect(decided([])).toHaveProperty("voicemail", "may-leave");
  });

  it("are left once a week, whatever the campaign", () => {
    expect(decided([call(monday - 6 * day)])).toHaveProperty("voicemail", "one-a-week");
    expect(decided([call(monday - 7 * day + 1)])).toHaveProperty("voicemail", "one-a-week");
    expect(decided([call(monday - 7 * day)])).toHaveProperty("voicemail", "may-leave");
  });

  it("are left once for one need, however long it lasts", () => {
    const touch = { campaign: "screening/check", episode: "2026-11-01", step: "s", occurrence: 1 };
    const earlier = call(monday - 20 * day, { touch });
    expect(decided([earlier])).toHaveProperty("voicemail", "one-an-episode");
    const lastNeed = { ...earlier, touch: { ...touch, episode: "2025-11-01" } };
    expect(decided([lastNeed])).toHaveProperty("voicemail", "may-leave");
    const otherCampaign = { ...earlier, touch: { ...touch, campaign: "screening/other" } };
    expect(decided([otherCampaign])).toHaveProperty("voicemail", "may-leave");
  });

  it("count as left while nobody knows how the call ended", () => {
    const sent = call(monday - 2 * day, { status: "sent" });
    expect(decided([sent])).toHaveProperty("voicemail", "one-a-week");
  });

  it("were not left by a call that failed, or that had none to leave", () => {
    const failed = call(monday - 2 * day, { status: "failed" });
    const { voicemail: _, ...without } = call(monday - 2 * day);
    expect(decided([failed])).toHaveProperty("voicemail", "may-leave");
    expect(decided([without])).toHaveProperty("voicemail", "may-leave");
  });

  it("are never left by a sensitive campaign, or by a step that has none", () => {
    expect(decided([], { sensitivity: "sensitive" })).not.toHaveProperty("voicemail");
    const steps = { ...campaign().steps };
    const silent = steps["call"];
    if (silent?.kind !== "call") throw new Error("no call");
    const { voicemail: _, ...quiet } = silent;
    expect(decided([], { steps: { ...steps, call: quiet } })).not.toHaveProperty("voicemail");
    expect(decided([], { start: "invite" })).toBeUndefined();
  });
});

describe("a call that was answered", () => {
  const calledBy = (by: "person" | "machine") => {
    const book = rules([campaign({ start: "call" })]);
    const story = given(record(), book).when(enroll()).sent(monday, "voice");
    const touch = story.record().touches[0]?.touch;
    if (!touch) throw new Error("no call was placed");
    story.when({
      type: "record-receipt",
      at: monday + 60_000,
      touch,
      receipt: { is: "delivered", by },
    });
    return story.record().touches[0];
  };

  it("by a person left nothing on a machine", () => {
    expect(calledBy("person")).not.toHaveProperty("voicemail");
  });

  it("by a machine is remembered, for the next week", () => {
    expect(calledBy("machine")).toHaveProperty("voicemail", "may-leave");
  });
});
