import { describe, expect, it } from "vitest";
import { readBy } from "#domain/reply/read-by";
import { given, monday, reply } from "#support/a-record";

const spans = [{ start: 0, end: 10, rule: "T1/chest-pain" }];

describe("what is noted of how a reply was read", () => {
  it("is where which rule matched, and by which edition of the rules, but no words", () => {
    const story = given().when(reply(monday, { tier: "T1", spans }));
    expect(story.find("reply-received")).toMatchObject({ tier: "T1", spans, readBy });
  });

  it("is a dozen of the rules that matched, for an event must stay small", () => {
    const many = Array.from({ length: 40 }, (_, start) => ({ start, end: start + 1, rule: "T4" }));
    const story = given().when(reply(monday, { tier: "T4", spans: many }));
    expect(story.find("reply-received")?.spans).toEqual(many.slice(0, 12));
  });

  it("is nothing on the page of another owner of the phone", () => {
    const story = given().when(
      reply(monday, { tier: "T1", optOut: true, spans }, { speaker: "other-owner" }),
    );
    expect(story.find("reply-received")).not.toHaveProperty("spans");
    expect(story.find("reply-received")).not.toHaveProperty("tier");
  });
});
