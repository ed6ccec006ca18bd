import { describe, expect, it } from "vitest";
import type { Step } from "#domain/campaign/campaign";
import { defaultPolicy } from "#domain/contact/default-policy";
import { campaign, ladder } from "#support/a-campaign";
import { enroll, given, monday, newYork, record, reply, rules } from "#support/a-record";

const hour = 3_600_000;
const span = (rule: string) => ({ start: 0, end: 4, rule });

describe("somebody else's number", () => {
  const wrong = reply(monday + hour, { wrongNumber: true }, { reply: "r1" });

  it("sends whoever waits for an answer there on: by call no more, so to a person", () => {
    const story = given().when(enroll()).sent(monday).when(wrong);
    expect(story.record().enrollments[0]?.step).toBe("book");
    expect(story.find("escalated")?.task).toMatchObject({
      reason: "wrong-number",
      queue: "registration",
      priority: "routine",
      holds: false,
    });
  });

  it("sends them on by silence where the ladder has no other way, and says why", () => {
    const { next, ...invite } = ladder["invite"] as { next: Record<string, string> };
    const { undeliverable: _, ...others } = next;
    const steps = { ...ladder, invite: { ...invite, next: others } as Step };
    const story = given(record(), rules([campaign({ steps })]))
      .when(enroll())
      .sent(monday)
      .when(wrong);
    expect(story.record().enrollments[0]?.step).toBe("pause");
    expect(story.find("point-invalidated")).toMatchObject({ reason: "wrong-number" });
  });

  it("leaves who waits for an answer by mail where they are", () => {
    const reach = { ...newYork, points: { email: "p-mail", voice: "p-mobile" } };
    const story = given(record({ reach })).when(enroll()).sent(monday, "email").when(wrong);
    expect(story.record().enrollments[0]).toMatchObject({
      step: "invite",
      state: { status: "waiting", channel: "email" },
    });
  });

  it("leaves who is yet to be written to where they are", () => {
    const story = given().when(enroll()).when(wrong);
    expect(story.record().enrollments[0]).toMatchObject({ step: "invite" });
  });

  it("is said once, and noted once", () => {
    const again = reply(monday + 2 * hour, { wrongNumber: true }, { reply: "r2" });
    const story = given().when(wrong).when(again);
    expect(story.types()).toEqual(["reply-received"]);
  });

  it("told by another owner of the phone is noted, and answered on their page alone", () => {
    const other = reply(monday, { wrongNumber: true }, { speaker: "other-owner" });
    const types = given().when(other).types();
    expect(types).toContain("point-invalidated");
    expect(types).not.toContain("notice-planned");
  });

  it("is that of the channel where none is told, and nothing where there is none", () => {
    const unnamed = reply(monday, { wrongNumber: true }, { point: undefined });
    expect(given().when(unnamed).find("point-invalidated")).toMatchObject({ point: "p-mobile" });
    const unreachable = record({ reach: { ...newYork, points: {} } });
    expect(given(unreachable).when(unnamed).types()).not.toContain("point-invalidated");
  });
});

describe("that the patient has died", () => {
  it("is not for another owner of the phone to say", () => {
    const other = reply(monday, { isDeath: true, tier: "T4" }, { speaker: "other-owner" });
    const story = given().when(enroll()).when(other);
    expect(story.types()).toEqual(["reply-received"]);
  });
});

describe("what shows a word about permission", () => {
  it("is the rule that read it, of that meaning", () => {
    const spans = [span("T1/chest"), span("opt-out/keyword"), span("opt-in/keyword")];
    const story = given().when(reply(monday, { optOut: true, spans }, { reply: "r1" }));
    expect(story.find("opted-out")?.evidence).toEqual({
      by: "patient",
      reference: "reply:r1",
      words: "opt-out/keyword",
    });
    const back = reply(monday + hour, { optIn: true, spans }, { reply: "r2" });
    expect(story.when(back).find("opted-in")?.evidence).toEqual({
      by: "patient",
      reference: "reply:r2",
      words: "opt-in/keyword",
    });
  });

  it("of a death is that somebody else wrote it, and by which rule", () => {
    const spans = [span("opt-out/keyword"), span("T4/deceased")];
    const story = given().when(reply(monday, { isDeath: true, tier: "T4", spans }));
    expect(story.find("opted-out")?.evidence).toMatchObject({
      by: "other-person",
      words: "T4/deceased",
    });
  });

  it("of a language is the rule that found its name", () => {
    const spans = [span("opt-out/keyword"), span("language/es")];
    const story = given().when(reply(monday, { language: "es", spans }));
    expect(story.find("preferences-changed")?.evidence).toMatchObject({ words: "language/es" });
  });
});

describe("KEEP that comes when nobody asked", () => {
  const keep = (permissions: Parameters<typeof record>[0]) =>
    given(record(permissions)).when(reply(monday, { keep: true }));

  it("goes to a person where something was taken back", () => {
    const revoked = { says: "revoked", at: 1, via: "sms", scope: {} } as const;
    const granted = { says: "granted", at: 0, via: "agent", scope: {} } as const;
    const story = keep({ permissions: [granted, revoked] });
    expect(story.find("escalated")?.task).toMatchObject({
      reason: "late-keep",
      queue: "service",
      priority: "routine",
      holds: false,
    });
    expect(keep({ permissions: [granted] }).types()).toEqual(["reply-received"]);
  });
});

describe("which program a STOP may be for", () => {
  const policy = { ...defaultPolicy, spreadMinutes: 0, revokeScope: "program" } as const;
  const book = rules([campaign()], { policy });
  const stop = (overrides: object = {}) => reply(monday + hour, { optOut: true }, overrides);

  it("is asked after a message on the same channel", () => {
    const sent = given(record(), book).when(enroll()).sent(monday);
    expect(sent.when(stop()).types()).toContain("narrowing-offered");
  });

  it("is not asked where it answers another channel, or an answer of ours", () => {
    const sent = given(record(), book).when(enroll()).sent(monday);
    expect(sent.when(stop({ channel: "email" })).types()).not.toContain("narrowing-offered");
    const helped = given(record(), book)
      .when(reply(monday, { help: true }))
      .sent(monday);
    expect(helped.when(stop()).types()).not.toContain("narrowing-offered");
  });
});
