import { describe, expect, it } from "vitest";
import { lateAnswerDaysMax } from "#domain/limits";
import { openQuestions } from "#domain/record/open-question";
import { readReply } from "#domain/record/read-reply";
import { campaign, ladder } from "../../support/a-campaign.ts";
import { enroll, given, monday, record, reply, rules } from "../../support/a-record.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** Asked by text, then by a call that nobody took. */
function calledAfterText() {
  const book = rules();
  const story = given(record(), book).when(enroll()).sent(monday);
  story.when({ type: "advance", at: monday + 3 * day }, { type: "advance", at: monday + 4 * day });
  story.sent(monday + 4 * day, "voice");
  const touch = story.find("touch-accepted")?.touch;
  if (!touch) throw new Error("not called");
  const receipt = { is: "failed", reason: "no-answer" } as const;
  story.when({ type: "record-receipt", at: monday + 4 * day + hour, touch, receipt });
  return { story, book };
}

describe("a late answer", () => {
  it("to the text, after the call took its place, is the answer to the text", () => {
    const { story, book } = calledAfterText();
    const at = monday + 4 * day + 2 * hour;
    const read = readReply("3", story.record(), { at, book: book.campaign, channel: "sms" });
    expect(read).toMatchObject({
      understanding: { answer: "already-done" },
      question: { step: "invite" },
    });
    story.when(reply(at, { answer: "already-done" }, { question: read.question }));
    expect(story.find("enrollment-ended")).toMatchObject({ outcome: "completed" });
    expect(story.types()).toContain("touch-withheld");
  });

  it("after a month answers nothing: a person reads it", () => {
    const { story, book } = calledAfterText();
    const at = monday + (lateAnswerDaysMax + 1) * day;
    const open = openQuestions(story.record(), book.campaign, at, { channel: "sms" });
    expect(open.map(({ step }) => step)).toEqual(["call"]);
  });

  it("by mail to what was asked by text counts as well", () => {
    const book = rules();
    const story = given(record(), book).when(enroll()).sent(monday);
    const at = monday + hour;
    const read = readReply("3", story.record(), { at, book: book.campaign, channel: "email" });
    expect(read.understanding.answer).toBe("already-done");
  });

  it("to whom an agent already has is for that agent", () => {
    const story = given().when(enroll()).sent(monday);
    story.when(reply(monday + hour, { answer: "wants-booking" }, { reply: "r1" }));
    story.when(reply(monday + 2 * hour, { answer: "already-done" }, { reply: "r2" }));
    expect(story.types()).toEqual(["reply-received", "answered", "task-updated"]);
    expect(story.record().tasks).toMatchObject([{ raiseAt: monday + hour }]);
  });
});

describe("two questions that are open", () => {
  const first = campaign({ id: "screening/first" });
  const invite = { ...ladder["invite"], answers: { "5": "wants-ride" } } as never;
  const second = campaign({ id: "lab-reminder/second", steps: { ...ladder, invite } });
  const book = rules([first, second]);
  const asked = (when: number) => ({ sms: { step: "invite", at: when } });

  function bothAsked() {
    const story = given(record(), book).when(
      enroll(monday, { campaign: first.id }),
      enroll(monday, { campaign: second.id }),
    );
    const enrollments = story.record().enrollments.map((enrollment, index) => ({
      ...enrollment,
      asked: asked(monday + index * 3 * day),
      state: {
        status: "waiting" as const,
        until: monday + 9 * day,
        channel: "sms" as const,
        triesLeft: 1,
      },
    }));
    return { ...story.record(), enrollments };
  }

  const at = monday + 4 * day;
  const read = (text: string) =>
    readReply(text, bothAsked(), { at, book: book.campaign, channel: "sms" });

  it("are told apart by the digits that they offer", () => {
    expect(read("5").question).toMatchObject({ campaign: second.id });
    expect(read("3").question).toMatchObject({ campaign: first.id });
  });

  it("are held against the latest one where neither is answered", () => {
    expect(read("the green one").question).toMatchObject({ campaign: second.id });
    expect(read("the green one").understanding.review).toBe(true);
  });
});

describe("a date or number that was asked for", () => {
  it("is kept beside the answer", () => {
    const story = given().when(enroll()).sent(monday);
    const value = { is: "number", number: 118, unit: "mg/dL" } as const;
    story.when(reply(monday + hour, { answer: "already-done", value }));
    expect(story.find("answered")).toMatchObject({ answer: "already-done", value });
  });
});
