import { describe, expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { campaign } from "#support/a-campaign";
import { at, enroll, given, monday, record, reply, rules } from "#support/a-record";

const dayMs = 86_400_000;
const traits = { language: "es", ageBand: "60-69", sex: "female", site: "north" } as const;
const cohort = { week: "2026-W49", ...traits };

function cohortIn(event: RecordEvent | undefined) {
  return event && "cohort" in event ? event.cohort : undefined;
}

function enrolled() {
  return given(undefined, rules()).when(enroll(monday, { traits }));
}

const receipt = (when: number) =>
  ({
    type: "record-receipt",
    at: when,
    touch: { campaign: "screening/check", episode: "2026-11-01", step: "invite", occurrence: 1 },
    receipt: { is: "delivered", by: "device" },
  }) as const;

describe("what is counted of an enrollment", () => {
  it("is counted in the week in which the patient became eligible, of the organization's zone", () => {
    // Still Sunday in New York, already Monday in London.
    const sunday = at("2026-12-07T03:00:00Z");
    const story = given().when(enroll(sunday, { traits }));
    expect(cohortIn(story.find("enrolled"))).toEqual(cohort);
  });

  it("stays with its week and its people, however late it comes and whatever changed", () => {
    const story = enrolled().sent(monday);
    const moved = { ...record().reach, language: "en" };
    story.when({ type: "change-profile", at: monday + dayMs, reach: moved });
    story.when(receipt(monday + 9 * dayMs));
    expect(story.find("stage-reached")).toMatchObject({
      ...{ stage: "delivered", version: 1, channel: "sms", cohort },
    });
  });

  it("is told by each of its events", () => {
    const story = enrolled().sent(monday);
    expect(story.find("touch-accepted")).toMatchObject({ version: 1, cohort });
    expect(story.find("stage-reached")).toMatchObject({ stage: "touched", channel: "sms", cohort });
    story.when(reply(monday + 1, { answer: "wants-booking" }));
    expect(story.find("answered")).toMatchObject({ version: 1, cohort });
    const task = story.find("escalated")?.task;
    expect(task).toMatchObject({ version: 1, cohort });
    story.when({
      ...{ type: "resolve-task", at: monday + 20 * dayMs, task: task?.id ?? "" },
      outcome: "resolved",
    });
    expect(story.find("task-resolved")).toMatchObject({ version: 1, cohort, inTime: false });
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "completed", cohort });
  });

  it("is told of a touch that was not made as well", () => {
    const story = enrolled().when({ type: "opt-out", at: monday + 1, via: "agent" });
    expect(story.find("touch-withheld")).toMatchObject({ reason: "opted-out", cohort });
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "opted-out", cohort });
  });

  it("is told of a task whose enrollment has ended meanwhile", () => {
    const story = enrolled().sent(monday);
    story.when(reply(monday + 1, { answer: "wants-booking" }));
    const task = story.find("escalated")?.task.id ?? "";
    story.when({ type: "opt-out", at: monday + 2, via: "agent" });
    story.when({ type: "resolve-task", at: monday + 30 * dayMs, task, outcome: "resolved" });
    expect(story.find("task-resolved")).toMatchObject({ version: 1, cohort });
  });

  it("says nothing where it was enrolled before this was kept", () => {
    const story = given().when(enroll()).sent(monday);
    for (const event of story.events()) expect(event).not.toHaveProperty("cohort");
    expect(story.record().enrollments[0]).not.toHaveProperty("cohort");
  });

  it("is known of a refusal", () => {
    const story = given().when(
      { type: "opt-out", at: monday, via: "agent" },
      enroll(monday, { traits }),
    );
    expect(story.find("enrollment-refused")).toMatchObject({ reason: "opted-out", cohort });
  });
});

describe("a task of no campaign", () => {
  it("is counted in the week in which it was opened, its end too", () => {
    const story = given().when(reply(monday, { tier: "T1" }));
    const task = story.find("escalated")?.task;
    expect(task?.cohort).toEqual({ week: "2026-W49" });
    story.when({
      ...{ type: "resolve-task", at: monday + 30 * dayMs, task: task?.id ?? "" },
      outcome: "resolved",
    });
    expect(story.find("task-resolved")?.cohort).toEqual({ week: "2026-W49" });
  });
});

describe("who is held out", () => {
  const heldOut = rules([campaign({ holdout: 1 })]);

  it("would have been enrolled: whom nobody can reach is refused for that", () => {
    const reach = { ...record().reach, points: {} };
    const story = given(record({ reach }), heldOut).when(enroll(monday, { traits }));
    expect(story.find("enrollment-refused")?.reason).toBe("no-channel");
  });

  it("is counted with those of their week", () => {
    const story = given(undefined, heldOut).when(enroll(monday, { traits }));
    expect(story.find("enrollment-refused")).toMatchObject({ reason: "holdout", cohort });
  });
});
