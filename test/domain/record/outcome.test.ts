import { describe, expect, it } from "vitest";
import { receiptDeadlineMs, sendLeaseMs } from "../../../shared/domain/limits.ts";
import type { SendOutcome } from "../../../shared/domain/record/command.ts";
import { nextDue } from "../../../shared/domain/record/due.ts";
import { campaign, ladder } from "../../support/a-campaign.ts";
import { enroll, given, monday, record, reply, rules } from "../../support/a-record.ts";

const hour = 3_600_000;
const day = 24 * hour;

function claimed() {
  const story = given().when(enroll(), { type: "claim", at: monday, channel: "sms" });
  const touch = story.find("touch-claimed")?.touch;
  if (!touch) throw new Error("not claimed");
  const outcome = (is: SendOutcome, when = monday) =>
    story.when({ type: "record-outcome", at: when, touch, outcome: is });
  return { story, touch, outcome };
}

describe("what the provider answered", () => {
  it("accepted: silence counts from now", () => {
    const { story, outcome } = claimed();
    outcome({ is: "accepted", providerId: "m1" });
    expect(story.record().inFlight).toBeUndefined();
    expect(nextDue(story.record())).toEqual({ lane: "decide", at: monday + 3 * day });
  });

  it("throttled: surely not sent, so the same touch is tried again later", () => {
    const { story, outcome, touch } = claimed();
    outcome({ is: "released", reason: "throttled", retryAfterMs: 90_000 });
    expect(nextDue(story.record())).toEqual({ lane: "sms", at: monday + 90_000 });
    story.when({ type: "claim", at: monday + 90_000, channel: "sms" });
    expect(story.find("touch-claimed")?.touch).toEqual(touch);
  });

  it("throttled again and again: given up, and the ladder goes on", () => {
    const { story } = claimed();
    for (
      let tries = 0;
      tries < 20 && story.record().enrollments[0]?.step === "invite";
      tries += 1
    ) {
      const when = monday + tries * 60_000;
      story.when({ type: "claim", at: when, channel: "sms" });
      const { inFlight } = story.record();
      if (!inFlight) continue;
      story.when({
        type: "record-outcome",
        at: when,
        touch: inFlight.touch,
        outcome: { is: "released", reason: "throttled" },
      });
    }
    expect(story.record().enrollments[0]?.step).toBe("call");
  });

  it("an invalid number is not used again, and the ladder goes on", () => {
    const { story, outcome } = claimed();
    outcome({ is: "refused", reason: "invalid-address" });
    expect(story.record().badPoints).toEqual(["p-mobile"]);
    expect(story.types()).toContain("touch-failed");
    expect(story.record().enrollments[0]?.step).toBe("book");
  });

  it("opted out at the carrier: that is an opt-out from everything", () => {
    const { story, outcome } = claimed();
    outcome({ is: "refused", reason: "opted-out-at-carrier" });
    expect(story.record().permissions).toMatchObject([{ says: "revoked", via: "carrier" }]);
    expect(story.record().enrollments).toEqual([]);
  });
});

describe("an answer that was lost", () => {
  it("is never sent again, and a receipt closes it", () => {
    const { story, outcome, touch } = claimed();
    outcome({ is: "unknown", reason: "timeout" });
    expect(story.when({ type: "claim", at: monday + hour, channel: "sms" }).events()).toEqual([]);
    story.when({ type: "record-receipt", at: monday + hour, touch, receipt: { is: "sent" } });
    expect(nextDue(story.record())).toEqual({ lane: "decide", at: monday + hour + 3 * day });
  });

  it("without any receipt it ends unconfirmed, and the ladder goes on", () => {
    const { story, outcome } = claimed();
    outcome({ is: "unknown", reason: "timeout" });
    expect(nextDue(story.record())).toEqual({ lane: "decide", at: monday + receiptDeadlineMs });
    story.when({ type: "advance", at: monday + receiptDeadlineMs });
    expect(story.find("touch-unconfirmed")).toBeDefined();
    expect(story.record().enrollments[0]?.step).toBe("pause");
  });

  it("a worker that died leaves an unknown, found when its lease ends", () => {
    const { story } = claimed();
    expect(nextDue(story.record())).toEqual({ lane: "decide", at: monday + sendLeaseMs });
    story.when({ type: "advance", at: monday + sendLeaseMs });
    expect(story.find("touch-unknown")).toMatchObject({ reason: "lease-expired" });
  });

  it("a slow worker that still knows may close it", () => {
    const { story, outcome } = claimed();
    story.when({ type: "advance", at: monday + sendLeaseMs });
    outcome({ is: "accepted", providerId: "m1" }, monday + sendLeaseMs + 1);
    expect(story.record().enrollments[0]?.state.status).toBe("waiting");
  });

  it("goes over another channel where the campaign says so", () => {
    const invite = { ...ladder["invite"], unconfirmed: "other-channel" } as never;
    const story = given(record(), rules([campaign({ steps: { ...ladder, invite } })]));
    story.when(enroll(), { type: "claim", at: monday, channel: "sms" });
    story.when({ type: "advance", at: monday + sendLeaseMs });
    story.when({ type: "advance", at: monday + receiptDeadlineMs + sendLeaseMs });
    expect(story.find("touch-planned")).toMatchObject({
      channel: "email",
      touch: { step: "invite", occurrence: 2 },
    });
  });
});

describe("receipts", () => {
  it("say the same in any order and any number", () => {
    const receipts = [
      { is: "sent" },
      { is: "delivered", by: "device" },
      { is: "sent" },
      { is: "delivered", by: "device" },
    ] as const;
    const orders = [
      [0, 1, 2, 3],
      [1, 0, 3, 2],
      [3, 2, 1, 0],
      [2, 3, 0, 1],
    ];
    const ends = orders.map((order) => {
      const { story, outcome, touch } = claimed();
      outcome({ is: "accepted", providerId: "m1" });
      for (const index of order) {
        const receipt = receipts[index];
        if (receipt) story.when({ type: "record-receipt", at: monday + hour, touch, receipt });
      }
      const { revision: _, ...rest } = story.record();
      return JSON.stringify(rest);
    });
    expect(new Set(ends).size).toBe(1);
  });

  it("one that comes before the worker's own word counts as that word", () => {
    const { story, outcome, touch } = claimed();
    story.when({ type: "record-receipt", at: monday, touch, receipt: { is: "sent" } });
    expect(story.record().inFlight).toBeUndefined();
    expect(story.record().enrollments[0]?.state.status).toBe("waiting");
    outcome({ is: "accepted", providerId: "m1" });
    expect(story.events()).toEqual([]);
  });

  it("a mail that bounced ends that address", () => {
    const story = given(record({ badPoints: ["p-mobile"] }))
      .when(enroll())
      .sent(monday, "email");
    const touch = story.record().touches[0]?.touch;
    if (!touch) throw new Error("not sent");
    story.when({
      type: "record-receipt",
      at: monday + hour,
      touch,
      receipt: { is: "failed", reason: "bounced" },
    });
    expect(story.record().badPoints).toEqual(["p-mobile", "p-mail"]);
  });

  it("a call that nobody answered is tried once more, and then the ladder goes on", () => {
    const story = given(record(), rules([campaign({ start: "call" })])).when(enroll());
    story.sent(monday, "voice");
    const missed = (when: number) => {
      const touch = story.record().touches.at(-1)?.touch;
      if (!touch) throw new Error("no call");
      story.when({
        type: "record-receipt",
        at: when,
        touch,
        receipt: { is: "failed", reason: "no-answer" },
      });
    };
    missed(monday + 60_000);
    expect(story.find("touch-planned")).toMatchObject({
      touch: { step: "call", occurrence: 2 },
      triesLeft: 1,
      dueAt: monday + 23 * hour + 30_000,
    });
    story.sent(monday + day, "voice");
    missed(monday + day + 60_000);
    expect(story.record().enrollments[0]?.step).toBe("book");
  });
});

describe("answers", () => {
  it("lead where the campaign says, at once", () => {
    const story = given().when(enroll()).sent(monday);
    story.when(reply(monday + hour, { answer: "wants-booking" }));
    expect(story.find("answered")).toMatchObject({ answer: "wants-booking", step: "invite" });
    expect(story.find("escalated")?.task).toMatchObject({
      reason: "schedule-visit",
      queue: "scheduling",
    });
    expect(nextDue(story.record())).toEqual({ lane: "task", at: monday + hour });
  });

  it("the same reply delivered twice counts once", () => {
    const story = given().when(enroll()).sent(monday);
    const one = reply(monday + hour, { answer: "already-done" });
    expect(story.when(one).types()).toContain("enrollment-ended");
    expect(story.when(one).events()).toEqual([]);
  });

  it("a late answer still counts for the last question asked", () => {
    const story = given().when(enroll()).sent(monday);
    story.when({ type: "advance", at: monday + 3 * day });
    story.when(reply(monday + 3 * day + hour, { answer: "wants-booking" }));
    expect(story.record().enrollments[0]?.step).toBe("book");
  });
});

describe("a red flag", () => {
  it("opens one urgent task, answers at any hour, and rests every campaign", () => {
    const story = given().when(enroll()).sent(monday);
    const night = monday + 15 * hour;
    story.when(reply(night, { tier: "T1", answer: "wants-booking" }, { reply: "r9" }));
    expect(story.find("escalated")).toMatchObject({
      tier: "T1",
      task: { id: "reply-T1:r9", priority: "stat", holds: true, deadline: night + 10 * 60_000 },
    });
    expect(story.types()).not.toContain("answered");
    expect(
      story.when({ type: "claim", at: night, channel: "sms" }).find("touch-claimed"),
    ).toMatchObject({ touch: { campaign: "reply/emergency", episode: "r9" }, isNotice: true });
    expect(story.when({ type: "advance", at: monday + 9 * day }).events()).not.toContainEqual(
      expect.objectContaining({ type: "step-entered" }),
    );
  });

  it("ends when a person resolves it, and the campaign goes on", () => {
    const story = given().when(enroll()).sent(monday);
    story.when(reply(monday + hour, { tier: "T0" }, { reply: "r9" }));
    story.when({
      type: "resolve-task",
      at: monday + 2 * hour,
      task: "reply-T0:r9",
      outcome: "resolved",
    });
    expect(story.find("task-resolved")).toMatchObject({ inTime: false });
    story.when({ type: "advance", at: monday + 3 * day });
    expect(story.record().enrollments[0]?.step).toBe("pause");
  });

  it("is no red flag of another owner of the phone, who is only told of STOP", () => {
    const story = given().when(
      reply(monday, { optOut: true, tier: "T1" }, { speaker: "other-owner" }),
    );
    expect(story.types()).toEqual(["reply-received", "opted-out"]);
    expect(story.find("reply-received")).not.toHaveProperty("tier");
  });

  it("STOP with a red flag is both", () => {
    const story = given().when(enroll()).sent(monday);
    story.when(reply(monday + hour, { optOut: true, tier: "T1" }));
    expect(story.types()).toEqual(
      expect.arrayContaining(["opted-out", "escalated", "notice-planned"]),
    );
    expect(story.record().notices.map((notice) => notice.kind)).toEqual(["opted-out", "emergency"]);
  });
});

describe("tasks", () => {
  it("are raised again when their deadline passes", () => {
    const story = given().when(enroll()).sent(monday);
    story.when(reply(monday + hour, { answer: "wants-booking" }));
    const task = story.record().tasks[0];
    if (!task) throw new Error("no task");
    story.when({ type: "record-raised", at: monday + hour, task: task.id, raised: 0 });
    expect(nextDue(story.record())).toEqual({ lane: "task", at: task.deadline });
    expect(
      story.when({ type: "record-raised", at: monday + hour, task: task.id, raised: 0 }).events(),
    ).toEqual([]);
    story.when({ type: "record-raised", at: task.deadline, task: task.id, raised: 1 });
    expect(nextDue(story.record())).toEqual({ lane: "task", at: task.deadline + day });
  });

  it("lead the campaign on by what the agent says", () => {
    const story = given().when(enroll()).sent(monday);
    story.when(reply(monday + hour, { answer: "wants-booking" }));
    const task = story.record().tasks[0]?.id ?? "";
    story.when({ type: "resolve-task", at: monday + 2 * hour, task, outcome: "resolved" });
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "completed" });
  });
});

describe("a goal met", () => {
  it("ends the enrollment at once, and the planned touch is withheld", () => {
    const story = given()
      .when(enroll())
      .when({
        type: "change-eligibility",
        at: monday,
        campaign: "screening/check",
        standing: { is: "goal-met" },
      });
    expect(story.types()).toEqual(["touch-withheld", "enrollment-ended"]);
    expect(story.when({ type: "claim", at: monday, channel: "sms" }).events()).toEqual([]);
  });
});
