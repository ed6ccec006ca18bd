import { describe, expect, it } from "vitest";
import { campaign, ladder } from "#support/a-campaign";
import { enroll, given, monday, rules } from "#support/a-record";

const day = 86_400_000;

describe("an episode that is selected again", () => {
  it("is nothing after it ended, not even a refusal", () => {
    const standing = { is: "goal-met" } as const;
    const ended = given().when(enroll(), {
      ...{ type: "change-eligibility", at: monday + day, campaign: "screening/check" },
      standing,
    });
    expect(ended.record().enrollments).toEqual([]);
    expect(ended.when(enroll(monday + 2 * day)).events()).toEqual([]);
  });

  it("is nothing after it was refused", () => {
    const refused = given().when({ type: "opt-out", at: monday, via: "agent" }, enroll());
    expect(refused.types()).toContain("enrollment-refused");
    expect(refused.when(enroll(monday + day)).events()).toEqual([]);
  });

  it("is refused as too soon when it is another one", () => {
    const standing = { is: "goal-met" } as const;
    const ended = given().when(enroll(), {
      ...{ type: "change-eligibility", at: monday + day, campaign: "screening/check" },
      standing,
    });
    const another = ended.when(enroll(monday + 2 * day, { episode: "2026-12-01" }));
    expect(another.find("enrollment-refused")?.reason).toBe("too-soon");
  });
});

describe("one touch in flight", () => {
  it("holds a mail of another campaign back as well", () => {
    const { invite } = ladder;
    if (invite?.kind !== "send") throw new Error("the ladder begins otherwise");
    const byMail = campaign({
      ...{ id: "lab-reminder/check", purpose: "lab-due", priority: 60 },
      steps: { ...ladder, invite: { ...invite, over: ["email"] } },
    });
    const { policy } = rules();
    const book = rules([campaign(), byMail], { policy: { ...policy, caps: [] } });
    const lab = { campaign: byMail.id };
    const story = given(undefined, book).when(enroll(), {
      ...{ type: "claim", at: monday, channel: "sms" },
    });
    expect(story.find("touch-claimed")).toBeDefined();
    story.when(enroll(monday, lab));
    expect(story.find("touch-planned")?.channel).toBe("email");
    expect(story.when({ type: "claim", at: monday, channel: "email" }).events()).toEqual([]);
  });
});
