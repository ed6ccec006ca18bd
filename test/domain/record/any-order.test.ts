import { describe, expect, it } from "vitest";
import { sendLeaseMs } from "#domain/limits";
import type { Command, Receipt } from "#domain/record/command";
import { readReply } from "#domain/record/read-reply";
import { enroll, given, monday, record, reply, rules } from "../../support/a-record.ts";

const when = monday + sendLeaseMs;

/** A text that a worker holds, and what may be told of it once the lease is over. */
function onItsWay() {
  const story = given().when(enroll(), { type: "claim", at: monday, channel: "sms" });
  const touch = story.find("touch-claimed")?.touch;
  if (!touch) throw new Error("not claimed");
  const receipt = (of: Receipt): Command => ({
    type: "record-receipt",
    at: when,
    touch,
    receipt: of,
  });
  const outcome = { is: "accepted", providerId: "m1" } as const;
  const news: Readonly<Record<string, Command>> = {
    accepted: { type: "record-outcome", at: when, touch, outcome },
    "lease over": { type: "advance", at: when },
    delivered: receipt({ is: "delivered", by: "device" }),
    failed: receipt({ is: "failed", reason: "unreachable" }),
  };
  return { story, news };
}

/** The enrollment after these, in this order. */
function enrollmentAfter(...names: readonly string[]) {
  const { story, news } = onItsWay();
  for (const name of names) {
    const command = news[name];
    if (command) story.when(command);
  }
  return story.record().enrollments;
}

describe("what is told of a text, in any order", () => {
  it.each([
    ["accepted", "failed"],
    ["lease over", "failed"],
    ["delivered", "failed"],
    ["accepted", "delivered"],
    ["lease over", "delivered"],
    ["lease over", "accepted"],
  ])("%s and %s end the same as the other way round", (first, second) => {
    expect(enrollmentAfter(first, second)).toEqual(enrollmentAfter(second, first));
  });
});

describe("an answer that is quicker than the note that the question went", () => {
  const book = rules().campaign;

  it("is taken for that question", () => {
    const { story } = onItsWay();
    const read = readReply("1", story.record(), { at: when, book, channel: "sms" });
    expect(read).toMatchObject({
      understanding: { answer: "wants-booking" },
      question: { step: "invite" },
    });
    story.when(reply(when, { answer: "wants-booking" }, { question: read.question }));
    expect(story.record().enrollments).toMatchObject([{ step: "book", stage: "answered" }]);
  });

  it("leaves the question open for a second thought, whenever the note comes", () => {
    const { story, news } = onItsWay();
    story.when(reply(when, { answer: "wants-booking" }));
    if (news["accepted"]) story.when(news["accepted"]);
    const read = readReply("3", story.record(), { at: when, book, channel: "sms" });
    expect(read.understanding.answer).toBe("already-done");
  });

  it("is for a question that surely was asked, where there is one", () => {
    const [enrollment] = onItsWay().story.record().enrollments;
    if (!enrollment) throw new Error("not enrolled");
    const asked = { sms: { step: "call", at: monday } };
    const both = record({ enrollments: [{ ...enrollment, asked }] });
    const read = readReply("1", both, { at: when, book, channel: "sms" });
    expect(read.question).toMatchObject({ step: "call" });
  });
});
