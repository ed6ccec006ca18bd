import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { noticeNotAfterMs } from "#domain/limits";
import {
  concernsCarrierList,
  isTextPending,
  lineNeeded,
  takesNoTexts,
} from "#domain/record/carrier-list";
import {
  enroll,
  given,
  monday,
  newYork,
  record,
  reply,
  rules,
  understanding,
} from "../../support/a-record.ts";

const minute = 60_000;
const hour = 60 * minute;
const phone = "p-mobile";

const optOut = (scope: object) => ({ type: "opt-out", at: monday, via: "agent", scope }) as const;

describe("a number belongs on the carrier's list", () => {
  it("after STOP, and not after START", () => {
    const story = given().when(reply(monday, { optOut: true }, { reply: "r1" }));
    expect(takesNoTexts(story.record(), phone)).toBe(true);
    expect(concernsCarrierList(story.record(), story.events())).toBe(true);
    story.when(reply(monday + hour, { optIn: true }, { reply: "r2" }));
    expect(takesNoTexts(story.record(), phone)).toBe(false);
    expect(concernsCarrierList(story.record(), story.events())).toBe(false);
  });

  it("when texts alone were taken back, and not when calls were", () => {
    const texts = given().when(optOut({ channel: "sms" }));
    expect(takesNoTexts(texts.record(), phone)).toBe(true);
    const calls = given().when(optOut({ channel: "voice" }));
    expect(takesNoTexts(calls.record(), phone)).toBe(false);
    expect(concernsCarrierList(calls.record(), calls.events())).toBe(false);
  });

  it("when every purpose was taken back one by one, and not before", () => {
    const some = (["prescription", "lab-due", "screening", "appointment"] as const).map((purpose) =>
      optOut({ purpose }),
    );
    const story = given().when(...some);
    expect(takesNoTexts(story.record(), phone)).toBe(false);
    expect(takesNoTexts(story.when(optOut({ purpose: "wellness" })).record(), phone)).toBe(true);
  });

  it("too when somebody who takes no texts comes to have another number", () => {
    const reach = { ...newYork, points: { sms: "p-new" } };
    const silent = given().when(optOut({}), { type: "change-profile", at: monday, reach });
    expect(
      concernsCarrierList(silent.record(), [{ type: "profile-changed", at: monday, reach }]),
    ).toBe(true);
    const other = given().when({ type: "change-profile", at: monday, reach });
    expect(concernsCarrierList(other.record(), other.events())).toBe(false);
  });

  it("not while KEEP may still be answered, and once the day is over", () => {
    const byProgram = rules(undefined, {
      policy: { ...defaultPolicy, spreadMinutes: 0, revokeScope: "program" },
    });
    const story = given(record(), byProgram)
      .when(enroll())
      .sent(monday)
      .when(reply(monday + hour, { optOut: true }));
    expect(takesNoTexts(story.record(), phone)).toBe(false);
    story.when({ type: "advance", at: monday + 26 * hour });
    expect(takesNoTexts(story.record(), phone)).toBe(true);
    expect(concernsCarrierList(story.record(), story.events())).toBe(true);
  });
});

describe("before a number is put on the list", () => {
  it("the confirmation is waited for, planned or on its way, and no longer than it may go", () => {
    const story = given().when(reply(monday, { optOut: true }));
    expect(isTextPending(story.record(), monday)).toBe(true);
    expect(isTextPending(story.record(), monday + noticeNotAfterMs + 1)).toBe(false);
    story.when({ type: "claim", at: monday, channel: "sms" });
    expect(isTextPending(story.record(), monday + noticeNotAfterMs + 1)).toBe(true);
    const done = given()
      .when(reply(monday, { optOut: true }))
      .sent(monday);
    expect(isTextPending(done.record(), monday)).toBe(false);
  });
});

describe("the carrier must let texts through", () => {
  const stopped = given()
    .when(reply(monday, { optOut: true }, { reply: "r1" }))
    .record();
  const needed = (means: Parameters<typeof understanding>[0], of = stopped, id = "r2") =>
    lineNeeded(of, { id, point: phone, understanding: understanding(means) });

  it("first of all for START, which is confirmed by text", () => {
    expect(needed({ optIn: true })).toBe("first");
    expect(needed({ optIn: true }, record())).toBe("first");
    expect(needed({ optIn: true, optOut: true })).toBeUndefined();
  });

  it("for words that may be about a life, which do not wait for that", () => {
    for (const tier of ["T0", "T1"] as const) expect(needed({ tier })).toBe("at-once");
    expect(needed({ tier: "T1" }, record())).toBeUndefined();
    expect(needed({ tier: "T2", optIn: true })).toBe("at-once");
    expect(needed({ tier: "T3" })).toBeUndefined();
  });

  it("not for a START that was heard already and is delivered again", () => {
    expect(needed({ optIn: true }, stopped, "r1")).toBeUndefined();
  });
});

describe("START that the carrier does not follow", () => {
  const blocked = { reply: "r2", isBlockedAtCarrier: true };

  it("is recorded all the same: calls and mail go on, texts wait, and a person says so", () => {
    const story = given().when(
      reply(monday, { optOut: true }, { reply: "r1" }),
      reply(monday + hour, { optIn: true }, blocked),
    );
    expect(story.types()).toContain("opted-in");
    expect(takesNoTexts(story.record(), phone)).toBe(true);
    expect(story.find("escalated")?.task).toMatchObject({
      id: "texts-blocked:r2",
      queue: "service",
      holds: false,
    });
    story.when(enroll(monday + 2 * hour));
    expect(story.find("touch-planned")).toMatchObject({ channel: "email" });
  });

  it("is not confirmed by a text, which the carrier would refuse", () => {
    const story = given().when(
      reply(monday, { optOut: true }, { reply: "r1" }),
      reply(monday + hour, { optIn: true }, blocked),
    );
    expect(story.events().filter((event) => event.type === "notice-planned")).toMatchObject([
      { kind: "opted-out" },
    ]);
  });

  it("works when it is said again and the carrier follows", () => {
    const story = given().when(
      reply(monday, { optOut: true }, { reply: "r1" }),
      reply(monday + hour, { optIn: true }, blocked),
      reply(monday + 31 * 24 * hour, { optIn: true }, { reply: "r3" }),
    );
    expect(takesNoTexts(story.record(), phone)).toBe(false);
  });

  it("by mail, of a phone that stands on the list: texts wait for START from the phone", () => {
    const mail = { channel: "email", point: "p-mail" };
    const story = given().when(
      reply(monday, { optOut: true }, { ...mail, reply: "r1" }),
      reply(monday + hour, { optIn: true }, { ...mail, reply: "r2" }),
    );
    expect(takesNoTexts(story.record(), phone)).toBe(true);
    expect(story.find("escalated")?.task).toMatchObject({ reason: "texts-blocked" });
    expect(story.events().filter((event) => event.type === "notice-planned")).toMatchObject([
      { kind: "opted-out" },
      { kind: "opted-in", channel: "email" },
    ]);
    story.when(reply(monday + 2 * hour, { optIn: true }, { reply: "r3" }));
    expect(takesNoTexts(story.record(), phone)).toBe(false);
  });
});
