import { describe, expect, it } from "vitest";
import { followedIn } from "#domain/record/goal";
import { campaign } from "#support/a-campaign";
import { enroll, given, monday, rules } from "#support/a-record";

const dayMs = 86_400_000;
const traits = { language: "en" } as const;
const heldOut = rules([campaign({ holdout: 1 })]);
const ref = { campaign: "screening/check", episode: "2026-11-01" } as const;

const noteGoal = (at: number) => ({ type: "note-goal", at, ...ref }) as const;
const standing = (at: number, is: "goal-met" | "not-eligible") =>
  ({ type: "change-eligibility", at, campaign: ref.campaign, standing: { is } }) as const;

describe("the goal of somebody who is held out", () => {
  it("is noted, once", () => {
    const story = given(undefined, heldOut).when(enroll(monday, { traits }));
    expect(story.when(noteGoal(monday + 30 * dayMs)).find("goal-noted")).toMatchObject({
      ...{ ...ref, arm: "held-out", version: 1, cohort: { week: "2026-W49", language: "en" } },
    });
    expect(story.when(noteGoal(monday + 31 * dayMs)).events()).toEqual([]);
  });

  it("counts for ninety days", () => {
    const story = given(undefined, heldOut).when(enroll(monday, { traits }));
    expect(story.when(noteGoal(monday + 90 * dayMs + 1)).events()).toEqual([]);
    expect(story.when(noteGoal(monday + 90 * dayMs)).types()).toEqual(["goal-noted"]);
  });

  it("counts although they were refused for another reason meanwhile", () => {
    const story = given(undefined, heldOut).when(enroll(monday, { traits }));
    const later = { traits, episode: "2026-12-20" };
    story.when({ type: "opt-out", at: monday + 19 * dayMs, via: "agent" });
    story.when(enroll(monday + 20 * dayMs, later));
    expect(story.find("enrollment-refused")?.reason).toBe("opted-out");
    const again = { ...noteGoal(monday + 40 * dayMs), episode: "2026-12-20" };
    expect(story.when(again).find("goal-noted")).toMatchObject({
      ...{ arm: "held-out", cohort: { week: "2026-W49" } },
    });
  });

  it("is not looked for where nothing was kept of them", () => {
    const story = given(undefined, heldOut).when(enroll());
    expect(followedIn(story.record(), monday)).toEqual([]);
    expect(story.when(noteGoal(monday + dayMs)).events()).toEqual([]);
  });
});

describe("the goal of somebody who was contacted", () => {
  it("counts within ninety days, whether or not the campaign still runs", () => {
    const running = given().when(enroll(monday, { traits }));
    running.when(standing(monday + 30 * dayMs, "goal-met"));
    expect(running.find("enrollment-ended")?.isFollowed).toBe(true);
    expect(followedIn(running.record(), monday + 30 * dayMs)).toEqual([]);

    const over = given().when(enroll(monday, { traits }));
    over.when(standing(monday + 10 * dayMs, "not-eligible"));
    expect(over.when(noteGoal(monday + 60 * dayMs)).find("goal-noted")?.arm).toBe("contacted");
  });

  it("counts no longer than that of the held out", () => {
    const late = given().when(enroll(monday, { traits }));
    late.when(standing(monday + 91 * dayMs, "goal-met"));
    expect(late.find("enrollment-ended")).not.toHaveProperty("isFollowed");

    const over = given().when(enroll(monday, { traits }));
    over.when(standing(monday + 10 * dayMs, "not-eligible"));
    expect(over.when(noteGoal(monday + 91 * dayMs)).events()).toEqual([]);
  });

  it("is forgotten with its follow-up, so that the record stays small", () => {
    const other = campaign({ id: "lab-reminder/check", purpose: "lab-due", priority: 50 });
    const story = given(undefined, rules([campaign(), other])).when(enroll(monday, { traits }));
    story.when(standing(monday + dayMs, "not-eligible"));
    expect(story.record().past[0]?.follow).toBeDefined();
    story.when(enroll(monday + 100 * dayMs, { campaign: other.id, traits }));
    const ended = { ...standing(monday + 101 * dayMs, "not-eligible"), campaign: other.id };
    expect(story.when(ended).record().past[0]).not.toHaveProperty("follow");
  });
});
