import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import { campaign } from "#support/a-campaign";
import { enroll, given, monday, newYork, record, reply, rules } from "#support/a-record";

const hour = 3_600_000;
const evidence = { by: "agent", reference: "call:7" };
const perProgram = rules([campaign()], {
  policy: { ...defaultPolicy, spreadMinutes: 0, revokeScope: "program" },
});

describe("what is written when permission is taken back", () => {
  it("is how and when it was said, and nothing that was not said", () => {
    const [event] = given().when({ type: "opt-out", at: monday, via: "agent" }).events();
    expect(event).toStrictEqual({ type: "opted-out", at: monday, via: "agent" });
  });

  it("is for what, from where, what shows it and since when, where somebody says so", () => {
    const said = {
      via: "import",
      scope: { channel: "voice" },
      from: "p-mobile",
      evidence,
      saidAt: monday - hour,
    } as const;
    const [event] = given()
      .when({ type: "opt-out", at: monday, ...said })
      .events();
    expect(event).toStrictEqual({ type: "opted-out", at: monday, ...said });
  });

  it("is for everything where its parts are empty, and for less where one is not", () => {
    const scopeOf = (scope: object) =>
      given().when({ type: "opt-out", at: monday, via: "agent", scope }).find("opted-out")?.scope;
    expect(scopeOf({ channel: undefined, purpose: undefined })).toBeUndefined();
    expect(scopeOf({ channel: "sms", purpose: undefined })).toMatchObject({ channel: "sms" });
  });

  it("is the number too that it came from, when another had said it before", () => {
    const story = given().when(
      { type: "opt-out", at: monday, via: "sms", from: "p-mobile" },
      { type: "opt-out", at: monday + hour, via: "sms", from: "p-other" },
    );
    expect(story.events().at(-1)).toMatchObject({ type: "opted-out", from: "p-other" });
  });

  it("names no number where a word came from none that is known", () => {
    const nowhere = { ...newYork, points: {} };
    const stop = reply(monday, { optOut: true }, { reply: "r1", point: undefined });
    const start = reply(monday + hour, { optIn: true }, { reply: "r2", point: undefined });
    const story = given(record({ reach: nowhere })).when(stop);
    expect(story.find("opted-out")).toMatchObject({ via: "sms" });
    expect(story.find("opted-out")).not.toHaveProperty("from");
    story.when(start);
    expect(story.find("opted-in")).toMatchObject({ via: "sms" });
    expect(story.find("opted-in")).not.toHaveProperty("from");
  });

  it("ends what runs by a campaign that nobody can read any more", () => {
    const started = given().when(enroll()).sent(monday).record();
    const unreadable = rules([], { policy: { ...defaultPolicy, revokeScope: "program" } });
    const story = given(started, unreadable).when(reply(monday + hour, { optOut: true }));
    expect(story.types()).not.toContain("narrowing-offered");
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "opted-out" });
  });

  it("is nothing where it stood already, from the same number", () => {
    const story = given().when(
      { type: "opt-out", at: monday, via: "sms", from: "p-mobile" },
      { type: "opt-out", at: monday + hour, via: "sms", from: "p-mobile" },
    );
    expect(story.types()).toEqual(["opted-out"]);
  });
});

describe("a STOP that may be for one program", () => {
  const asked = () =>
    given(record(), perProgram)
      .when(enroll())
      .sent(monday)
      .when(reply(monday + hour, { optOut: true }, { reply: "r1" }));

  it("waits a day for KEEP, from the moment it was said", () => {
    expect(asked().find("narrowing-offered")).toStrictEqual({
      type: "narrowing-offered",
      at: monday + hour,
      purpose: "screening",
      until: monday + 25 * hour,
    });
  });

  it("ends the program that it answered at once", () => {
    expect(asked().find("enrollment-ended")).toMatchObject({ outcome: "opted-out" });
  });

  it("is for that program alone once KEEP shows it", () => {
    const keep = reply(monday + 2 * hour, { keep: true }, { reply: "r2" });
    expect(asked().when(keep).find("opt-out-narrowed")).toStrictEqual({
      type: "opt-out-narrowed",
      at: monday + 2 * hour,
      purpose: "screening",
      evidence: { by: "patient", reference: "reply:r2" },
    });
  });

  it("is answered by KEEP with what stays stopped, as the rule read the word", () => {
    const spans = [
      { start: 0, end: 3, rule: "help/keyword" },
      { start: 0, end: 4, rule: "keep/keyword" },
    ];
    const story = asked().when(reply(monday + 2 * hour, { keep: true, spans }, { reply: "r2" }));
    expect(story.find("opt-out-narrowed")?.evidence).toMatchObject({ words: "keep/keyword" });
    expect(story.find("notice-planned")).toMatchObject({ kind: "kept", purpose: "screening" });
  });

  describe("and what comes before KEEP", () => {
    const both = rules([campaign(), campaign({ id: "lab-reminder/other", purpose: "lab-due" })], {
      policy: { ...defaultPolicy, spreadMinutes: 0, revokeScope: "program", mergesSameDay: false },
    });
    /** Asked whether STOP was for the screening alone; the labs rest. */
    const resting = () =>
      given(record(), both)
        .when(enroll())
        .sent(monday)
        .when(
          enroll(monday, { campaign: "lab-reminder/other" }),
          reply(monday + hour, { optOut: true }, { reply: "r1" }),
        );
    const keep = reply(monday + 3 * hour, { keep: true }, { reply: "r2" });
    const agent = { type: "opt-out", at: monday + 2 * hour, via: "agent" } as const;

    it("leaves nothing to go on with where nobody may be contacted since", () => {
      const reach = { ...newYork, doNotContact: "inactive" } as const;
      const story = resting().when({ type: "change-profile", at: monday + 2 * hour, reach });
      expect(story.record().enrollments).toMatchObject([{ campaign: "lab-reminder/other" }]);
      expect(story.when(keep).find("enrollment-ended")).toMatchObject({
        outcome: "do-not-contact",
      });
    });

    it("stays taken back where an agent heard that it is for the labs too", () => {
      const story = resting().when({ ...agent, scope: { purpose: "lab-due" } });
      expect(story.types()).toEqual(["opted-out"]);
      expect(story.when(keep).find("enrollment-ended")).toMatchObject({ outcome: "opted-out" });
      expect(story.record().permissions).toMatchObject([
        { says: "revoked", scope: { purpose: "screening" } },
        { says: "revoked", scope: { purpose: "lab-due" } },
      ]);
    });

    it("is no news where an agent heard the same, or that it is for everything", () => {
      for (const scope of [{ purpose: "screening" }, {}] as const) {
        expect(
          resting()
            .when({ ...agent, scope })
            .events(),
        ).toEqual([]);
      }
    });
  });

  it("is for everything when it is said again, and nothing is left to answer", () => {
    const story = asked().when(reply(monday + 2 * hour, { optOut: true }, { reply: "r2" }));
    expect(story.types()).toContain("narrowing-ended");
    expect(story.record().enrollments).toEqual([]);
    story.when({ type: "advance", at: monday + 30 * hour });
    expect(story.types()).not.toContain("narrowing-ended");
  });
});
