import { describe, expect, it } from "vitest";
import { takesNoTexts } from "#domain/record/carrier-list";
import { given, monday, newYork, record, reply } from "#support/a-record";

const hour = 3_600_000;
const mail = { channel: "email", point: "p-mail" };
const stop = (overrides: object = {}) =>
  reply(monday, { optOut: true }, { reply: "r1", ...overrides });
const start = (overrides: object = {}) =>
  reply(monday + hour, { optIn: true }, { reply: "r2", ...overrides });
const tasks = (story: ReturnType<typeof given>) => story.record().tasks.map(({ reason }) => reason);

describe("START", () => {
  it("of somebody who only ever gave permission says nothing new", () => {
    const granted = { says: "granted", at: 1, via: "agent", scope: {} } as const;
    const story = given(record({ permissions: [granted] })).when(start());
    expect(story.types()).toEqual(["reply-received"]);
  });

  it("is confirmed where it came from", () => {
    const story = given().when(stop()).when(start());
    expect(story.find("notice-planned")).toMatchObject({ kind: "opted-in", channel: "sms" });
    expect(tasks(story)).toEqual([]);
  });
});

describe("START by mail", () => {
  it("of a phone that the carrier refuses keeps back texts alone, and shows why", () => {
    const story = given().when(stop(mail)).when(start(mail));
    expect(story.find("opted-out")).toStrictEqual({
      type: "opted-out",
      at: monday + hour,
      via: "carrier",
      scope: { channel: "sms" },
      evidence: { by: "carrier", reference: "reply:r2" },
    });
    expect(tasks(story)).toEqual(["texts-blocked"]);
  });

  it("keeps nothing back of somebody who has no phone", () => {
    const reach = { ...newYork, points: { email: "p-mail" } };
    const story = given(record({ reach })).when(stop(mail)).when(start(mail));
    expect(story.types()).toContain("opted-in");
    expect(story.types()).not.toContain("opted-out");
    expect(tasks(story)).toEqual([]);
  });

  it("keeps nothing back of a phone that takes texts", () => {
    const noCalls = { channel: "voice" } as const;
    const story = given()
      .when({ type: "opt-out", at: monday, via: "agent", scope: noCalls })
      .when(start(mail));
    expect(story.types()).toContain("opted-in");
    expect(tasks(story)).toEqual([]);
  });

  it("leaves the STOP of the phone itself as it was said", () => {
    const story = given().when(stop()).when(start(mail));
    expect(takesNoTexts(story.record(), "p-mobile")).toBe(true);
    expect(story.types()).not.toContain("opted-out");
    expect(tasks(story)).toEqual([]);
  });
});

describe("START that the carrier does not follow", () => {
  const blocked = { isBlockedAtCarrier: true };

  it("keeps texts back from that number alone", () => {
    const story = given().when(stop()).when(start(blocked));
    expect(story.find("opted-out")?.scope).toEqual({ channel: "sms", point: "p-mobile" });
  });

  it("keeps nothing back where no number is known that it came from", () => {
    const reach = { ...newYork, points: {} };
    const nowhere = { point: undefined };
    const story = given(record({ reach }))
      .when(stop(nowhere))
      .when(start({ ...blocked, ...nowhere }));
    expect(story.types()).toContain("opted-in");
    expect(story.types()).not.toContain("opted-out");
  });
});
