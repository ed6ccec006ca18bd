import { describe, expect, it } from "vitest";
import type { Campaign, Step } from "#domain/campaign/campaign";
import { defaultPolicy } from "#domain/contact/default-policy";
import { campaign, ladder } from "#support/a-campaign";
import { at, enroll, given, monday, newYork, record, reply, rules } from "#support/a-record";

const hour = 3_600_000;
const day = 24 * hour;
const other = (overrides: Partial<Campaign> = {}) =>
  campaign({ id: "lab-reminder/other", purpose: "lab-due", ...overrides });
const enrollOther = (when = monday) => enroll(when, { campaign: "lab-reminder/other" });
const claim = (when = monday, channel: "sms" | "email" | "voice" = "sms") =>
  ({ type: "claim", at: when, channel }) as const;
const without = (id: string) => rules([campaign({ id }), other()]);

/** A text of another campaign, two hours ago: the day's cap is used up. */
const touches = [
  {
    touch: { campaign: "a/b", episode: "e", step: "s", occurrence: 1 },
    channel: "sms" as const,
    point: "p-mobile",
    at: monday - 2 * hour,
    status: "sent" as const,
    isNotice: false,
  },
];

function withInvite(changes: Partial<Step>): Campaign {
  return campaign({ steps: { ...ladder, invite: { ...ladder["invite"], ...changes } as Step } });
}

describe("of several touches", () => {
  it("only one is with a provider at a time, whatever their channels", () => {
    const reach = { ...newYork, points: { sms: "p-mobile", email: "p-mail" } };
    const byMail = other({
      steps: { ...ladder, invite: { ...ladder["invite"], over: ["email"] } as Step },
    });
    const policy = { ...defaultPolicy, spreadMinutes: 0, caps: [], mergesSameDay: false };
    const book = rules([campaign(), byMail], { policy });
    const story = given(record({ reach }), book).when(enroll(), enrollOther());
    expect(story.when(claim()).types()).toEqual(["touch-claimed"]);
    expect(story.when(claim(monday, "email")).types()).toEqual([]);
  });

  it("only one is claimed, when several are due and none carries the news of another", () => {
    const policy = { ...defaultPolicy, spreadMinutes: 0, caps: [], mergesSameDay: false };
    const tells = withInvite({ answers: {} } as Partial<Step>);
    const book = rules([tells, { ...tells, id: "lab-reminder/other" }], { policy });
    const story = given(record(), book).when(enroll(), enrollOther());
    expect(story.when(claim()).types()).toEqual(["touch-claimed"]);
  });

  it("the most important is claimed, in whatever order they were enrolled", () => {
    const urgent = other({ priority: 90 });
    for (const commands of [
      [enroll(), enrollOther()],
      [enrollOther(), enroll()],
    ]) {
      const story = given(record(), rules([campaign(), urgent])).when(...commands);
      expect(story.when(claim()).find("touch-claimed")?.touch.campaign).toBe("lab-reminder/other");
    }
  });

  describe("one that may not go now holds up no other", () => {
    const both = [campaign(), other({ priority: 90 })];
    const claimed = (story: ReturnType<typeof given>, when = monday) =>
      story.when(claim(when)).find("touch-claimed")?.touch.campaign;

    it("when its campaign is paused", () => {
      const book = rules(both, { isPaused: (id) => id === "lab-reminder/other" });
      expect(claimed(given(record(), book).when(enroll(), enrollOther()))).toBe("screening/check");
    });

    it("when its audience is over", () => {
      const over = { campaign: "lab-reminder/other", eligibleThrough: 1 };
      const story = given(record(), rules(both)).when(enroll(), enroll(monday, over));
      expect(claimed(story)).toBe("screening/check");
    });

    it("when its moment has passed", () => {
      const alike = rules([campaign(), other()]);
      const story = given(record(), alike).when(enrollOther(), enroll(monday + 3 * day));
      expect(claimed(story, monday + 3 * day)).toBe("screening/check");
    });

    it("when its channel may not be used", () => {
      const byText = other({
        steps: { ...ladder, invite: { ...ladder["invite"], over: ["sms"] } as Step },
      });
      const taken = { channel: "sms", purpose: "lab-due" } as const;
      const story = given(record(), rules([campaign(), byText])).when(enrollOther(), enroll(), {
        type: "opt-out",
        at: monday,
        via: "agent",
        scope: taken,
      });
      expect(claimed(story)).toBe("screening/check");
    });
  });

  it("one that is not due yet is left alone, and so is one that waits for an answer", () => {
    const night = given().when(enroll(at("2026-11-30T23:30:00-05:00")));
    expect(night.when(claim(at("2026-12-01T09:00:29-05:00"))).events()).toEqual([]);
    const sent = given().when(enroll()).sent(monday);
    expect(sent.when(claim(monday + 5 * day)).events()).toEqual([]);
  });

  it("one whose campaign nobody can read any more ends, and says so", () => {
    const story = given(record(), rules([campaign()])).when(enroll());
    const unreadable = given(story.record(), without("screening/gone")).when(claim());
    expect(unreadable.find("touch-withheld")).toMatchObject({ reason: "campaign-missing" });
    expect(unreadable.find("enrollment-ended")).toMatchObject({ outcome: "campaign-missing" });
  });
});

describe("the last moment of a touch", () => {
  const story = () => given().when(enroll());

  it("is one on which it may still be claimed", () => {
    const last = story().find("touch-planned")?.notAfter ?? 0;
    const late = at("2026-12-02T10:00:00-05:00");
    expect(last).toBe(late);
    expect(story().when(claim(late)).types()).toEqual(["touch-claimed"]);
    expect(
      story()
        .when(claim(late + 1))
        .find("touch-withheld"),
    ).toMatchObject({ reason: "stale" });
  });

  it("leads on by silence where the ladder has no other way", () => {
    const { undeliverable: _, ...next } = (ladder["invite"] as { next: object }).next as Record<
      string,
      string
    >;
    const book = rules([withInvite({ next } as Partial<Step>)]);
    const late = given(record(), book)
      .when(enroll())
      .when(claim(monday + 3 * day));
    expect(late.record().enrollments[0]?.step).toBe("pause");
  });

  it("moves with a touch that lets others pass, and not with one that waits for the morning", () => {
    const urgent = other({ priority: 90 });
    const passed = given(record(), rules([campaign(), urgent]))
      .when(enroll(), enrollOther(monday + 2 * hour))
      .when(claim());
    expect(passed.find("touch-moved")).toMatchObject({
      reason: "priority",
      rule: "lab-reminder/other",
      dueAt: at("2026-11-30T12:01:00-05:00"),
    });
    expect(passed.find("touch-moved")).toHaveProperty("notAfter");
    const paused = given(record(), rules([campaign()], { isPaused: () => true })).when(enroll());
    expect(paused.when(claim()).find("touch-moved")).not.toHaveProperty("notAfter");
  });

  it("of one that a cap moves is as long after its new moment as it was after the first", () => {
    const planned = given().when(enroll()).record();
    const story = given({ ...planned, touches }).when(claim());
    const moved = story.find("touch-moved");
    expect(moved).toMatchObject({ reason: "cap", dueAt: at("2026-12-01T09:00:30-05:00") });
    expect(moved?.notAfter).toBe((moved?.dueAt ?? 0) + 2 * day);
  });
});

describe("a touch that must wait for its hours", () => {
  const evening = at("2026-11-30T20:30:00-05:00");

  it("says so, and is dropped where they never come", () => {
    const story = given().when(enroll()).when(claim(evening));
    expect(story.find("touch-moved")).toMatchObject({ reason: "hours", rule: "hours" });
    const never = { byWeekday: {}, holidays: "closed" } as const;
    const planned = given().when(enroll()).record();
    const asked = given({ ...planned, preferences: { hours: never } }).when(claim());
    expect(asked.find("touch-withheld")).toMatchObject({ reason: "stale" });
    expect(asked.find("touch-moved")).toBeUndefined();
  });

  it("may wait to the last moment that it has, and no longer", () => {
    const planned = given().when(enroll()).record();
    const [enrollment] = planned.enrollments;
    if (enrollment === undefined) throw new Error("not enrolled");
    const opening = given(planned).when(claim(evening)).find("touch-moved")?.dueAt ?? 0;
    const until = (notAfter: number) => {
      const state = { ...enrollment.state, notAfter } as typeof enrollment.state;
      const story = given({ ...planned, enrollments: [{ ...enrollment, state }] });
      return story.when(claim(evening)).types();
    };
    expect(until(opening)).toContain("touch-moved");
    expect(until(opening - 1)).not.toContain("touch-moved");
  });
});

describe("a call that lets others pass", () => {
  it("is as long good after its new moment as the step says", () => {
    const book = rules([campaign({ start: "call" })]);
    const planned = given(record(), book).when(enroll()).record();
    const moved = given({ ...planned, touches }, book)
      .when(claim(monday, "voice"))
      .find("touch-moved");
    expect(moved).toMatchObject({ reason: "cap" });
    expect(moved?.notAfter).toBe((moved?.dueAt ?? 0) + 3 * day);
  });
});

describe("a channel that may not be used any more", () => {
  it("names the rule where one stands in its way", () => {
    const reach = { ...newYork, needs: { tty: true } as const };
    const book = rules([campaign({ start: "call" })]);
    const planned = given(record(), book).when(enroll()).record();
    const story = given({ ...planned, reach }, book).when(claim(monday, "voice"));
    expect(story.find("touch-withheld")).toMatchObject({ reason: "restricted", rule: "tty" });
  });

  it("gives way to the next of the step, and the reason is kept", () => {
    const story = given(given().when(enroll()).record()).when(
      { type: "opt-out", at: monday, via: "agent", scope: { channel: "sms" } },
      claim(),
    );
    expect(story.find("touch-withheld")).toStrictEqual({
      type: "touch-withheld",
      at: monday,
      touch: { campaign: "screening/check", episode: "2026-11-01", step: "invite", occurrence: 1 },
      version: 1,
      channel: "sms",
      reason: "opted-out",
    });
    expect(story.find("touch-planned")).toMatchObject({ channel: "email" });
  });

  it("leads on where the step has no other", () => {
    const book = rules([withInvite({ over: ["sms"] } as Partial<Step>)]);
    const story = given(given(record(), book).when(enroll()).record(), book).when(
      { type: "opt-out", at: monday, via: "agent", scope: { channel: "sms" } },
      claim(),
    );
    expect(story.record().enrollments[0]?.step).toBe("call");
  });

  it("a call that nobody may place leads on, without a text in its place", () => {
    const book = rules([campaign({ start: "call" })]);
    const story = given(given(record(), book).when(enroll()).record(), book).when(
      { type: "opt-out", at: monday, via: "agent", scope: { channel: "voice" } },
      claim(monday, "voice"),
    );
    expect(story.record().enrollments[0]?.step).toBe("book");
  });
});

describe("whether an enrollment stands", () => {
  it("on the last day of its audience, and not on the next", () => {
    const lastDay = Math.floor(monday / day);
    const story = () => given().when(enroll(monday, { eligibleThrough: lastDay }));
    expect(
      story()
        .when(claim(monday + hour))
        .types(),
    ).toEqual(["touch-claimed"]);
    expect(
      story()
        .when(claim(monday + day))
        .find("enrollment-ended"),
    ).toMatchObject({ outcome: "not-eligible" });
  });

  it("not after STOP, whatever its audience", () => {
    const enrolled = given()
      .when(enroll(monday, { eligibleThrough: 99_999 }))
      .record();
    const permissions = [{ says: "revoked", at: 1, via: "sms", scope: {} } as const];
    const story = given({ ...enrolled, permissions }).when(claim());
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "opted-out" });
    expect(story.when(reply(monday + hour, { help: true })).types()).toContain("notice-planned");
  });
});
