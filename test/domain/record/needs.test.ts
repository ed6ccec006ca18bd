import { describe, expect, it } from "vitest";
import { acknowledgeAgainMs, openTasksPerPatientMax, safetyAgainMs } from "#domain/limits";
import { parseDay } from "#domain/time";
import { at, enroll, given, monday, record, reply, rules } from "../../support/a-record.ts";

const minute = 60_000;
const hour = 60 * minute;

const kinds = (story: ReturnType<typeof given>) =>
  story.record().notices.map((notice) => notice.kind);

describe("what a patient needs is answered with a fixed text, and given to a person", () => {
  it.each([
    ["words of harm to self or others", { tier: "T0" }, "crisis", "crisis", "stat"],
    ["a possible threat to life", { tier: "T1" }, "emergency", "nurse", "stat"],
    ["something for the same day", { tier: "T2" }, "urgent", "nurse", "urgent"],
    ["a clinical question", { tier: "T3" }, "nurse", "nurse", "routine"],
    ["a service", { tier: "T4" }, "person", "service", "routine"],
    ["the wish for a person", { wantsPerson: true }, "person", "service", "routine"],
    ["a barrier such as cost", { reasons: ["cost"] }, "person", "service", "routine"],
  ] as const)("%s", (_, means, notice, queue, priority) => {
    const story = given().when(reply(monday, means));
    expect(kinds(story)).toEqual([notice]);
    expect(story.record().tasks).toMatchObject([{ queue, priority }]);
  });

  it("promises a nurse's call by the day of the task's deadline", () => {
    const story = given().when(reply(monday, { tier: "T3" }));
    expect(story.find("notice-planned")).toMatchObject({ by: parseDay("2026-12-01") });
  });

  it("promises nothing that nobody is there for", () => {
    const night = at("2026-11-30T23:10:00-05:00");
    const closed = rules(undefined, { hasAfterHoursDesk: false });
    for (const [tier, kind] of [
      ["T0", "crisis-unstaffed"],
      ["T1", "emergency-unstaffed"],
      ["T2", "urgent-unstaffed"],
    ] as const) {
      expect(kinds(given(record(), closed).when(reply(night, { tier })))).toEqual([kind]);
      expect(kinds(given(record(), closed).when(reply(monday, { tier })))).toEqual([
        kind.replace("-unstaffed", ""),
      ]);
      expect(kinds(given().when(reply(night, { tier })))).toEqual([kind.replace("-unstaffed", "")]);
    }
  });

  it("says nothing about violence on a phone that others may read, and calls at once", () => {
    const story = given().when(reply(monday, { isViolence: true, tier: "T2" }));
    expect(kinds(story)).toEqual([]);
    expect(story.record().tasks).toMatchObject([
      { reason: "violence", queue: "crisis", priority: "stat", holds: true },
    ]);
  });

  it("answers an emergency inside the words of violence", () => {
    const story = given().when(reply(monday, { isViolence: true, tier: "T1" }));
    expect(kinds(story)).toEqual(["emergency"]);
    expect(story.record().tasks).toMatchObject([{ reason: "violence" }]);
  });

  it("of a death sends sympathy, stops everything and tells registration", () => {
    const story = given()
      .when(enroll())
      .when(reply(monday, { isDeath: true, tier: "T4", review: true }));
    expect(kinds(story)).toEqual(["condolence"]);
    expect(story.record().enrollments).toEqual([]);
    expect(story.record().tasks).toMatchObject([{ queue: "registration", holds: true }]);
    expect(story.find("opted-out")?.evidence).toMatchObject({ by: "other-person" });
  });

  it("does not answer what nobody understood, but a person reads it", () => {
    const story = given().when(reply(monday, { review: true }));
    expect(kinds(story)).toEqual([]);
    expect(story.record().tasks).toMatchObject([{ reason: "read-reply" }]);
  });

  it("asks no second person when the answer itself leads to one", () => {
    const story = given()
      .when(enroll())
      .sent(monday)
      .when(reply(monday + hour, { answer: "wants-booking", wantsPerson: true }));
    expect(story.record().tasks).toMatchObject([{ reason: "schedule-visit" }]);
    expect(kinds(story)).toEqual([]);
  });
});

describe("STOP together with something else", () => {
  it("and chest pain: both are acted on, in one write", () => {
    const story = given()
      .when(enroll())
      .when(reply(monday, { optOut: true, tier: "T1" }));
    expect(kinds(story)).toEqual(["opted-out", "emergency"]);
    expect(story.record().tasks).toMatchObject([{ reason: "reply-T1", holds: true }]);
    expect(story.record().enrollments).toEqual([]);
  });

  it("and a question: the question goes to a nurse, and no courtesy is sent after STOP", () => {
    const story = given().when(reply(monday, { optOut: true, tier: "T3" }));
    expect(kinds(story)).toEqual(["opted-out"]);
    expect(story.record().tasks).toMatchObject([{ reason: "reply-T3" }]);
  });

  it("and a wrong number: one sorry is all that is said", () => {
    const story = given().when(reply(monday, { optOut: true, wrongNumber: true }));
    expect(kinds(story)).toEqual(["wrong-number"]);
    expect(story.record().permissions).toMatchObject([{ says: "revoked" }]);
  });
});

describe("many texts at once", () => {
  it("ten STOPs in a second are one opt-out and one confirmation", () => {
    const story = given().when(enroll());
    for (let text = 0; text < 10; text += 1) {
      story.when(reply(monday + text * 100, { optOut: true }, { reply: `r${text}` }));
    }
    expect(kinds(story)).toEqual(["opted-out"]);
    expect(story.record().permissions).toHaveLength(1);
  });

  it("ten cries for help are ten tasks, and one text in five minutes", () => {
    const story = given();
    for (let text = 0; text < 10; text += 1) {
      story.when(reply(monday + text * 1000, { tier: "T1" }, { reply: `r${text}` }));
    }
    expect(kinds(story)).toEqual(["emergency"]);
    expect(story.record().tasks).toHaveLength(10);
    story.sent(monday + minute);
    story.when(reply(monday + minute + safetyAgainMs, { tier: "T1" }, { reply: "later" }));
    expect(kinds(story)).toEqual(["emergency"]);
  });

  it("a machine that answers our courtesy gets no second one", () => {
    const story = given()
      .when(reply(monday, { tier: "T4" }, { reply: "r1" }))
      .sent(monday);
    story.when(reply(monday + minute, { tier: "T4" }, { reply: "r2" }));
    expect(kinds(story)).toEqual([]);
    story.when(reply(monday + acknowledgeAgainMs, { tier: "T4" }, { reply: "r3" }));
    expect(kinds(story)).toEqual(["person"]);
  });

  it("a flood fills the record no further, and its last words are read with the newest task", () => {
    const story = given();
    for (let text = 0; text <= openTasksPerPatientMax; text += 1) {
      story.when(reply(monday + text, { review: true }, { reply: `r${text}` }));
    }
    expect(story.record().tasks).toHaveLength(openTasksPerPatientMax);
    expect(story.find("task-updated")).toMatchObject({ reply: `r${openTasksPerPatientMax}` });
    story.when(reply(monday + hour, { tier: "T1" }, { reply: "help" }));
    expect(story.record().tasks).toHaveLength(openTasksPerPatientMax + 1);
  });
});

describe("the language that a patient asks for", () => {
  it("holds from the next message on, and is confirmed in that language", () => {
    const story = given().when(reply(monday, { language: "es" }));
    expect(story.record().preferences).toEqual({ language: "es" });
    expect(kinds(story)).toEqual(["language"]);
  });

  it("is nobody's work where our messages are written in it, and nothing else was asked", () => {
    const asked = [{ start: 0, end: 7, rule: "T4/language" }];
    const story = given().when(reply(monday, { language: "es", tier: "T4", spans: asked }));
    expect(story.record().tasks).toEqual([]);
    expect(kinds(story)).toEqual(["language"]);
  });

  it("beside a need of the patient leaves that need for a person", () => {
    const spans = [
      { start: 0, end: 7, rule: "T4/idioma" },
      { start: 9, end: 20, rule: "T4/transport" },
    ];
    for (const means of [{ spans }, { wantsPerson: true }, { reasons: ["cost"] as const }]) {
      const story = given().when(reply(monday, { language: "es", tier: "T4", ...means }));
      expect(story.record().tasks).toMatchObject([{ queue: "service" }]);
    }
  });

  it("survives the next import of the profile", () => {
    const story = given().when(reply(monday, { language: "es" }));
    story.when({
      type: "change-profile",
      at: monday + hour,
      reach: { ...record().reach, zones: [] },
    });
    expect(story.record().preferences).toEqual({ language: "es" });
  });

  it("that nobody wrote our messages in goes to a person with an interpreter", () => {
    const story = given().when(reply(monday, { language: "vi", tier: "T4" }));
    expect(kinds(story)).toEqual(["person"]);
    expect(story.record().tasks).toMatchObject([{ queue: "service" }]);
  });

  it("that they have already is no change", () => {
    expect(
      given()
        .when(reply(monday, { language: "en" }))
        .types(),
    ).toEqual(["reply-received"]);
  });
});
