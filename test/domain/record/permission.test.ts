import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { keepWithinMs } from "#domain/limits";
import type { PatientRecord } from "#domain/record/record";
import { campaign } from "../../support/a-campaign.ts";
import { enroll, given, monday, newYork, record, reply, rules } from "../../support/a-record.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const refill = campaign({
  id: "medication-adherence/refill",
  purpose: "prescription",
  priority: 70,
});
const lab = campaign({ id: "lab-reminder/check", purpose: "lab-due", priority: 50 });

/** An organization where STOP may be for one program. */
const byProgram = rules([refill, lab], {
  policy: { ...defaultPolicy, spreadMinutes: 0, revokeScope: "program", mergesSameDay: false },
});

function bothEnrolled() {
  return given(record(), byProgram)
    .when(enroll(monday, { campaign: refill.id }), enroll(monday, { campaign: lab.id }))
    .sent(monday);
}

const campaignsOf = (one: PatientRecord) => one.enrollments.map((each) => each.campaign);

describe("STOP where it may be for one program", () => {
  it("stops everything at once, and asks which was meant in the one confirmation", () => {
    const story = bothEnrolled().when(reply(monday + hour, { optOut: true }));
    expect(story.find("opted-out")).toMatchObject({ via: "sms", from: "p-mobile" });
    expect(story.find("notice-planned")).toMatchObject({
      kind: "opted-out-which",
      purpose: "prescription",
    });
    expect(campaignsOf(story.record())).toEqual([lab.id]);
    const later = story.when({ type: "claim", at: monday + 2 * day, channel: "sms" });
    expect(
      later.events().filter((event) => event.type === "touch-claimed" && !event.isNotice),
    ).toEqual([]);
  });

  it("KEEP lets the other programs go on, and only them", () => {
    const story = bothEnrolled().when(
      reply(monday + hour, { optOut: true }, { reply: "r1" }),
      reply(monday + 2 * hour, { keep: true }, { reply: "r2" }),
    );
    expect(story.record().permissions).toMatchObject([
      { says: "revoked", scope: { purpose: "prescription" } },
    ]);
    expect(campaignsOf(story.record())).toEqual([lab.id]);
    story.when({ type: "claim", at: monday + 2 * hour, channel: "sms" });
    expect(story.find("touch-claimed")).toMatchObject({ touch: { campaign: "reply/kept" } });
    const again = given(story.record(), byProgram).when(
      enroll(monday + 40 * day, { campaign: refill.id, episode: "later" }),
    );
    expect(again.find("enrollment-refused")).toMatchObject({ reason: "opted-out" });
  });

  it("KEEP after a second STOP, which answered another program, leaves the first one stopped", () => {
    const story = bothEnrolled().when(
      reply(monday + hour, { optOut: true }, { reply: "r1" }),
      reply(monday + 2 * hour, { keep: true }, { reply: "r2" }),
    );
    story.sent(monday + 2 * hour).sent(monday + 27 * hour);
    story.when(reply(monday + 28 * hour, { optOut: true }, { reply: "r3" }));
    expect(story.find("notice-planned")).toMatchObject({ purpose: "lab-due" });
    story.when(reply(monday + 29 * hour, { keep: true }, { reply: "r4" }));
    const again = given(story.record(), byProgram).when(
      enroll(monday + 40 * day, { campaign: refill.id, episode: "later" }),
    );
    expect(again.find("enrollment-refused")).toMatchObject({ reason: "opted-out" });
  });

  it("no answer in a day means everything, and nothing more is said", () => {
    const story = bothEnrolled().when(reply(monday + hour, { optOut: true }));
    story.when({ type: "advance", at: monday + hour + keepWithinMs });
    expect(story.types()).toEqual(["narrowing-ended", "touch-withheld", "enrollment-ended"]);
    expect(story.record().permissions).toMatchObject([{ says: "revoked", scope: {} }]);
  });

  it("a second STOP means everything, and is not confirmed again", () => {
    const story = bothEnrolled().when(reply(monday + hour, { optOut: true }, { reply: "r1" }));
    story.when(reply(monday + hour + minute, { optOut: true }, { reply: "r2" }));
    expect(story.types()).not.toContain("notice-planned");
    expect(story.record().enrollments).toEqual([]);
  });

  it("KEEP that comes too late is read by a person, and opts nobody in", () => {
    const story = bothEnrolled().when(reply(monday + hour, { optOut: true }, { reply: "r1" }));
    story.when({ type: "advance", at: monday + hour + keepWithinMs });
    story.when(reply(monday + 3 * day, { keep: true }, { reply: "r2" }));
    expect(story.find("escalated")?.task).toMatchObject({ reason: "late-keep", queue: "service" });
    expect(story.record().permissions).toMatchObject([{ says: "revoked", scope: {} }]);
  });

  it("on a phone that others share stops the others for everything", () => {
    const story = bothEnrolled().when(
      reply(monday + hour, { optOut: true }, { speaker: "other-owner" }),
    );
    expect(story.record().permissions).toMatchObject([{ says: "revoked", scope: {} }]);
    expect(story.record().enrollments).toEqual([]);
    expect(story.types()).not.toContain("notice-planned");
  });
});

describe("START", () => {
  it("shows what it rests on: the reserved word, the number, the reply", () => {
    const story = given().when(
      reply(monday, { optOut: true }, { reply: "r1" }),
      reply(monday + hour, { optIn: true }, { reply: "r2" }),
    );
    expect(story.find("opted-in")).toMatchObject({
      basis: "reserved-word",
      from: "p-mobile",
      evidence: { by: "patient", reference: "reply:r2" },
    });
  });

  it("from another number leaves the one that said STOP alone", () => {
    const story = given(record({ reach: { ...newYork, points: { sms: "p-mobile" } } })).when(
      reply(monday, { optOut: true }, { point: "p-old", reply: "r1" }),
      reply(monday + hour, { optIn: true }, { reply: "r2" }),
    );
    expect(story.record().permissions).toMatchObject([
      { says: "granted" },
      { says: "revoked", scope: { point: "p-old" } },
    ]);
  });

  it("of somebody who never said STOP changes nothing", () => {
    expect(
      given()
        .when(reply(monday, { optIn: true }))
        .types(),
    ).toEqual(["reply-received"]);
  });

  it("together with STOP is a STOP", () => {
    const story = given().when(reply(monday, { optIn: true, optOut: true }));
    expect(story.types()).not.toContain("opted-in");
    expect(story.record().permissions).toMatchObject([{ says: "revoked" }]);
  });
});

describe("an opt-out that another system kept", () => {
  const listed = (saidAt: number) =>
    ({
      type: "opt-out",
      at: monday + 3 * day,
      via: "import",
      from: "p-mobile",
      evidence: { by: "list", reference: "import:opt-outs/old.csv#7" },
      saidAt,
    }) as const;

  it("ends every campaign when it is read, and stands from when it was said", () => {
    const story = given().when(enroll(), listed(monday - 90 * day));
    expect(story.find("opted-out")).toMatchObject({
      at: monday + 3 * day,
      saidAt: monday - 90 * day,
      evidence: { reference: "import:opt-outs/old.csv#7" },
    });
    expect(story.record().enrollments).toEqual([]);
    expect(story.record().permissions).toMatchObject([{ says: "revoked", at: monday - 90 * day }]);
  });

  it("read a second time changes nothing", () => {
    const story = given().when(listed(monday - 90 * day));
    expect(story.when(listed(monday - 90 * day)).events()).toEqual([]);
  });

  it("and that the patient took back by START since, changes nothing", () => {
    const story = given().when(
      reply(monday, { optOut: true }, { reply: "r1" }),
      reply(monday + day, { optIn: true }, { reply: "r2" }),
      listed(monday + hour),
    );
    expect(story.events().filter(({ type }) => type === "opted-out")).toHaveLength(1);
    expect(story.when(enroll(monday + 4 * day)).types()).toContain("enrolled");
  });

  it("from a second number stays for it, when the first says START", () => {
    const second = { ...listed(monday), from: "p-second" };
    const story = given().when(
      reply(monday, { optOut: true }, { reply: "r1" }),
      second,
      reply(monday + 4 * day, { optIn: true }, { reply: "r2" }),
    );
    expect(story.record().permissions).toMatchObject([
      { says: "granted", from: "p-mobile" },
      { says: "revoked", scope: { point: "p-second" } },
    ]);
  });
});

describe("an agent's word", () => {
  it("takes back calls alone, and the ladder goes on by text", () => {
    const story = given().when(
      {
        type: "opt-out",
        at: monday,
        via: "agent",
        scope: { channel: "voice" },
        evidence: { by: "agent-7", reference: "call:c1" },
      },
      enroll(),
    );
    expect(story.record().enrollments).toHaveLength(1);
    const callFirst = given(story.record(), rules([campaign({ start: "call" })])).when(
      enroll(monday, { episode: "e2", campaign: "screening/check" }),
    );
    expect(callFirst.record().enrollments).toHaveLength(1);
    const voice = given(
      { ...record(), permissions: story.record().permissions },
      rules([campaign({ start: "call" })]),
    ).when(enroll());
    expect(voice.find("touch-withheld")).toMatchObject({ reason: "opted-out", channel: "voice" });
  });

  it("gives permission again with a form, for what the form says", () => {
    const story = given().when(reply(monday, { optOut: true }), {
      type: "opt-in",
      at: monday + hour,
      scope: { purpose: "screening" },
      basis: "form",
      evidence: { by: "agent-7", reference: "form:f1", words: "intake-2026-01" },
    });
    expect(story.when(enroll(monday + day)).types()).toContain("enrolled");
    const other = campaign({ id: "lab-reminder/check", purpose: "lab-due" });
    const elsewhere = given(story.record(), rules([other])).when(
      enroll(monday + day, { campaign: other.id }),
    );
    expect(elsewhere.find("enrollment-refused")).toMatchObject({ reason: "opted-out" });
  });
});

describe("what restricts a channel", () => {
  const callFirst = rules([campaign({ start: "call" })]);

  it.each([
    ["a deaf patient is never called", { reach: { ...newYork, needs: { tty: true } } }, "tty"],
    [
      "a confidential communication goes only where it was asked for",
      { preferences: { only: ["email"] } },
      "confidential-communication",
    ],
    [
      "no automated call where a live voice must introduce it",
      { reach: { ...newYork, states: ["CA"] } },
      "live-introduction",
    ],
    [
      "no call in a language that the campaign does not speak",
      { reach: { ...newYork, language: "vi" } },
      "interpreter",
    ],
  ] as const)("%s", (_, overrides, rule) => {
    const story = given(record(overrides as Partial<PatientRecord>), callFirst).when(enroll());
    expect(story.events().find((event) => event.type === "touch-withheld")).toMatchObject({
      channel: "voice",
      reason: "restricted",
      rule,
    });
  });

  it("whoever came of age is not reached at a parent's number", () => {
    const story = given(record({ reach: { ...newYork, adultOn: Math.floor(monday / day) + 1 } }));
    story.when(enroll(), { type: "claim", at: monday + day, channel: "sms" });
    expect(story.events().find((event) => event.type === "touch-withheld")).toMatchObject({
      reason: "restricted",
      rule: "came-of-age",
    });
  });

  it("a confidential communication by mail goes by mail", () => {
    const story = given(record({ preferences: { only: ["email"] } })).when(enroll());
    expect(story.find("touch-planned")).toMatchObject({ channel: "email" });
  });

  it("chosen after the text was planned moves it to another channel", () => {
    const story = given().when(enroll(), {
      type: "change-preferences",
      at: monday,
      preferences: { only: ["email"] },
    });
    story.when({ type: "claim", at: monday, channel: "sms" });
    expect(story.find("touch-withheld")).toMatchObject({ reason: "restricted" });
    expect(story.find("touch-planned")).toMatchObject({ channel: "email" });
  });

  it("an organization that asks for recorded consent contacts nobody without it", () => {
    const strict = rules([campaign()], {
      policy: { ...defaultPolicy, recordedConsentOn: ["sms", "voice", "email"] },
    });
    const story = given(record(), strict).when(enroll());
    expect(story.find("enrollment-refused")).toMatchObject({ reason: "no-consent" });
  });
});

describe("a patient in hospital", () => {
  const inHospital = record({ reach: { ...newYork, isInFacility: true } });

  it("is not contacted, and silence does not count", () => {
    const story = given(inHospital).when(enroll());
    expect(story.when({ type: "claim", at: monday, channel: "sms" }).events()).toEqual([]);
    expect(story.when({ type: "advance", at: monday + 30 * day }).events()).toEqual([]);
  });

  it("is contacted again once they are home, but not with what is stale by then", () => {
    const story = given(inHospital).when(enroll());
    story.when({ type: "change-profile", at: monday + 5 * day, reach: newYork });
    story.when({ type: "claim", at: monday + 5 * day, channel: "sms" });
    expect(story.find("touch-withheld")).toMatchObject({ reason: "stale" });
  });
});

describe("a minor without a guardian who can be reached", () => {
  it("is not enrolled", () => {
    const story = given(record({ reach: { ...newYork, points: {}, doNotContact: "minor" } })).when(
      enroll(),
    );
    expect(story.find("enrollment-refused")).toMatchObject({ reason: "do-not-contact" });
  });
});
