import { describe, expect, it } from "vitest";
import { nextDue } from "../../../shared/domain/record/due.ts";
import { campaign } from "../../support/a-campaign.ts";
import {
  at,
  enroll,
  given,
  monday,
  newYork,
  record,
  reply,
  rules,
} from "../../support/a-record.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("claiming a touch", () => {
  it("lets the first text of a campaign go inside the patient's hours", () => {
    const story = given().when(enroll());
    expect(nextDue(story.record())).toEqual({ lane: "sms", at: monday });
    story.when({ type: "claim", at: monday, channel: "sms" });
    expect(story.find("touch-claimed")).toMatchObject({
      channel: "sms",
      point: "p-mobile",
      zones: ["America/New_York"],
      touch: { campaign: "screening/check", step: "invite", occurrence: 1 },
    });
  });

  it("holds the touch for one worker only", () => {
    const story = given().when(enroll(), { type: "claim", at: monday, channel: "sms" });
    expect(story.when({ type: "claim", at: monday, channel: "sms" }).events()).toEqual([]);
  });

  it("waits for the morning when somebody is enrolled at night, and for clocks that are fast", () => {
    const night = at("2026-11-30T23:30:00-05:00");
    const story = given().when(enroll(night));
    expect(nextDue(story.record())?.at).toBe(at("2026-12-01T09:00:30-05:00"));
  });

  it("moves a text that waited in a queue past eight in the evening to the next opening", () => {
    const story = given().when(enroll(at("2026-11-30T19:58:00-05:00")));
    story.when({ type: "claim", at: at("2026-11-30T20:03:00-05:00"), channel: "sms" });
    expect(story.find("touch-moved")).toMatchObject({
      reason: "hours",
      dueAt: at("2026-12-01T09:00:30-05:00"),
    });
  });

  it("sends nothing on Sundays or on Thanksgiving", () => {
    const story = given().when(enroll(at("2026-11-25T21:00:00-05:00")));
    expect(nextDue(story.record())?.at).toBe(at("2026-11-27T09:00:30-05:00"));
    const sunday = given().when(enroll(at("2026-11-28T21:00:00-05:00")));
    expect(nextDue(sunday.record())?.at).toBe(at("2026-11-30T09:00:30-05:00"));
  });

  it("with an unknown zone, sends only while all four continental zones are open", () => {
    const nowhere = record({ reach: { ...newYork, zones: [] } });
    const story = given(nowhere).when(enroll(at("2026-11-30T09:30:00-05:00")));
    expect(nextDue(story.record())?.at).toBe(at("2026-11-30T12:00:30-05:00"));
  });

  it("starts no call in the last five minutes of the day", () => {
    const evening = at("2026-11-30T19:56:00-05:00");
    const book = rules([campaign({ start: "call" })]);
    const story = given(record(), book).when(enroll(evening));
    expect(nextDue(story.record())).toEqual({
      lane: "voice",
      at: at("2026-12-01T09:00:30-05:00"),
    });
  });

  it("never contacts twice on one day, over all campaigns and channels", () => {
    const other = campaign({ id: "lab-reminder/other", priority: 50 });
    const story = given(record(), rules([campaign(), other]))
      .when(enroll())
      .sent(monday)
      .when(enroll(monday + hour, { campaign: "lab-reminder/other" }));
    expect(nextDue(story.record())?.at).toBe(at("2026-12-01T09:00:30-05:00"));
  });

  it("keeps three contacts in seven days, and the fourth waits", () => {
    const times = [monday, monday + 2 * day, monday + 4 * day];
    const touches = times.map((when, index) => ({
      touch: { campaign: "a/b", episode: "e", step: "s", occurrence: index + 1 },
      channel: "sms" as const,
      point: "p-mobile",
      at: when,
      status: "sent" as const,
      isNotice: false,
    }));
    const story = given(record({ touches })).when(enroll(monday + 5 * day));
    expect(nextDue(story.record())?.at).toBe(monday + 7 * day);
  });

  it("lets the more important of two campaigns go first", () => {
    const urgent = campaign({ id: "lab-reminder/urgent", priority: 90 });
    const story = given(record(), rules([campaign(), urgent])).when(
      enroll(),
      enroll(monday, { campaign: "lab-reminder/urgent" }),
      { type: "claim", at: monday, channel: "sms" },
    );
    expect(story.find("touch-claimed")?.touch.campaign).toBe("lab-reminder/urgent");
    expect(story.record().enrollments[0]?.state.status).toBe("planned");
  });

  it("withholds a touch that became stale, and goes on by silence or another way", () => {
    const story = given().when(enroll());
    story.when({ type: "claim", at: monday + 3 * day, channel: "sms" });
    expect(story.find("touch-withheld")).toMatchObject({ reason: "stale" });
    expect(story.types().filter((type) => type === "touch-withheld")).toHaveLength(1);
    expect(story.record().enrollments[0]?.step).toBe("call");
  });

  it("ends the enrollment when the audience no longer holds", () => {
    const story = given().when(enroll(monday, { eligibleThrough: Math.floor(monday / day) }));
    story.when({ type: "claim", at: monday + day, channel: "sms" });
    expect(story.find("touch-withheld")).toMatchObject({ reason: "not-eligible" });
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "not-eligible" });
  });

  it("does not send while the campaign is paused, and looks again", () => {
    const story = given(record(), rules([campaign()], { isPaused: () => true })).when(enroll());
    story.when({ type: "claim", at: monday, channel: "sms" });
    expect(story.find("touch-moved")).toMatchObject({ reason: "paused", dueAt: monday + hour });
  });

  it.each(["everything", "sms"] as const)("does not send while %s is halted by hand", (halt) => {
    const halts = ["voice" as const, halt].map((what) => ({ what, since: monday }));
    const story = given(record(), rules([campaign()], { halts })).when(enroll());
    story.when({ type: "claim", at: monday, channel: "sms" });
    const later = { reason: "halted", rule: halt, dueAt: monday + 10 * minute };
    expect(story.find("touch-moved")).toMatchObject(later);
  });

  it("sends by text while calls are halted", () => {
    const halts = [{ what: "voice" as const, since: monday }];
    const story = given(record(), rules([campaign()], { halts })).when(enroll());
    story.when({ type: "claim", at: monday, channel: "sms" });
    expect(story.types()).toContain("touch-claimed");
  });

  it("uses mail when there is no mobile phone", () => {
    const mailOnly = record({ reach: { ...newYork, points: { email: "p-mail" } } });
    expect(nextDue(given(mailOnly).when(enroll()).record())?.lane).toBe("email");
  });

  it("says why when no channel is left, and goes on to a person", () => {
    const story = given(record({ badPoints: ["p-mobile"] })).when(enroll());
    expect(nextDue(story.record())?.lane).toBe("email");
    const none = given(record({ reach: { ...newYork, points: { voice: "p-landline" } } })).when(
      enroll(),
    );
    expect(none.find("touch-withheld")).toMatchObject({ reason: "no-channel" });
    expect(none.record().enrollments[0]?.step).toBe("call");
  });
});

describe("after an opt-out", () => {
  it("nothing planned is sent, on any channel", () => {
    const story = given()
      .when(enroll())
      .when(reply(monday, { optOut: true }));
    expect(story.types()).toEqual([
      "reply-received",
      "opted-out",
      "touch-withheld",
      "enrollment-ended",
      "notice-planned",
    ]);
    const later = story.when({ type: "claim", at: monday + minute, channel: "sms" });
    expect(later.find("touch-claimed")).toMatchObject({ isNotice: true, zones: [] });
    expect(
      given(story.record())
        .when(enroll(monday + day, { episode: "e2" }))
        .types(),
    ).toEqual(["enrollment-refused"]);
  });

  it("one STOP is confirmed once, and a second STOP is not", () => {
    const story = given().when(reply(monday, { optOut: true }, { reply: "r1" }));
    story.when(reply(monday + minute, { optOut: true }, { reply: "r2" }));
    expect(story.types()).toEqual(["reply-received"]);
  });

  it("START takes it back and is confirmed", () => {
    const story = given().when(reply(monday, { optOut: true }, { reply: "r1" }));
    story.when(reply(monday + minute, { optIn: true }, { reply: "r2" }));
    expect(story.record().permissions).toMatchObject([{ says: "granted" }]);
    expect(story.types()).toContain("opted-in");
  });
});
