import { describe, expect, it } from "vitest";
import { dayFrom } from "#domain/calendar";
import { replyCharactersMax } from "#domain/limits";
import { understand } from "#domain/reply/understand";
import { marked } from "../../support/marked.ts";

const menu = { question: { answers: { "1": "refilled", "2": "wants-call" } } };
const howMany = { means: "has-pills", from: 1, through: 90 };

describe("the words that decided are marked", () => {
  it.each([
    ["please STOP", ["opt-out/keyword: STOP"]],
    ["START please", ["opt-in/keyword: START"]],
    ["HELP", ["help/keyword: HELP"]],
    ["not me, sorry", ["wrong-number/keyword: not me"]],
    ["well, who is this", ["help/who-is-this: who is this"]],
    ["wrong number. who is this", ["wrong-number: wrong number", "help/who-is-this: who is this"]],
    ["agent please", ["wants-person: agent"]],
    ["hablo mandarín", ["language/zh: hablo mandarín"]],
    ["I can't understand English", ["language/other: can't understand English"]],
    ["I may opt out of the office party", []],
    ["do not text me at work", ["maybe-opt-out: do not text me at work"]],
  ])("%s", (text, marks) => {
    expect(marked(text)).toEqual(marks);
  });

  it("of a STOP with a wrong number, both", () => {
    expect(marked("STOP you have the wrong person, who is this")).toEqual([
      "opt-out/keyword: STOP",
      "wrong-number: wrong person",
      "help/who-is-this: who is this",
    ]);
  });

  it("of an answer, and of one that is not sure", () => {
    expect(marked("my choice is 1", menu)).toEqual(["answer: 1"]);
    expect(marked("1, 2", menu)).toEqual(["answer/unsure: 1, 2"]);
  });

  it("of a number or a date that is the answer", () => {
    const pills = { question: { answers: {}, takes: { number: howMany } } };
    expect(marked("about 12", pills)).toEqual(["answer: 12", "value/number:12: 12"]);
    expect(understand("about 12", pills).value).toEqual({ is: "number", number: 12 });
  });

  it("of a date, read in the patient's own language and from their own day", () => {
    const date = { means: "had-it", back: { count: 1, unit: "years" } } as const;
    const asked = { question: { answers: {}, takes: { date } }, on: dayFrom(2026, 3, 20) };
    const inAugust = { ...asked, on: dayFrom(2026, 8, 20) };
    expect(marked("yesterday", asked)).toEqual([
      "answer: yesterday",
      "value/date:2026-03-19: yesterday",
    ]);
    expect(marked("4/3", { ...inAugust, language: "en" })).toContain("value/date:2026-04-03: 4/3");
  });

  it("of what stands in the way, in the order said", () => {
    const reasons = (text: string) => marked(text).filter((mark) => mark.startsWith("reason/"));
    expect(reasons("it's too expensive and no ride")).toEqual([
      "reason/cost: too expensive",
      "reason/no-ride: no ride",
    ]);
    expect(reasons("no ride and it's too expensive")).toEqual([
      "reason/no-ride: no ride",
      "reason/cost: too expensive",
    ]);
    expect(reasons("I feel fine without it and it makes me dizzy")).toEqual([
      "reason/feels-well: feel fine without",
      "reason/side-effects: makes me dizzy",
    ]);
    expect(understand("call me, I have no ride").reasons).toEqual(["no-ride"]);
  });
});

describe("a key on a call", () => {
  const asked = {
    channel: "voice",
    question: { answers: {}, takes: { number: howMany } },
  } as const;

  it("9 ends all calls, and is no number of pills", () => {
    expect(marked(" 9 ", asked)).toEqual(["opt-out/key: 9"]);
    expect(understand("9", asked)).not.toHaveProperty("answer");
  });

  it("0 asks for a person, and is no number of pills", () => {
    const fromNone = {
      ...asked,
      question: { answers: {}, takes: { number: { ...howMany, from: 0 } } },
    };
    expect(marked(" 0 ", fromNone)).toEqual(["wants-person: 0"]);
    expect(understand("0", fromNone)).not.toHaveProperty("answer");
  });

  it.each(["extension 9", "9 pills", "x9", "9x", "19", "90", "9 9"])(
    "is a key only alone: %s",
    (text) => {
      expect(understand(text, { channel: "voice" })).toMatchObject({ optOut: false, review: true });
    },
  );

  it.each(["extension 0", "0 pills", "10", "a0"])("does not ask for a person: %s", (text) => {
    expect(understand(text, { channel: "voice" }).wantsPerson).toBe(false);
  });
});

describe("a person reads", () => {
  it("an answer that comes with a wrong number: it is someone else's", () => {
    const answered = understand("this is the wrong person, call me", menu);
    expect(answered).toMatchObject({ wrongNumber: true, answer: "wants-call", review: true });
  });

  it("no wrong number alone, and no answer alone", () => {
    expect(understand("wrong", menu)).toMatchObject({ wrongNumber: true, review: false });
    expect(understand("call me", menu)).toMatchObject({ wrongNumber: false, review: false });
  });

  it.each(["thanks, yes", "thanks, no", "gracias, si", "thanks, ok"])(
    "thanks that may answer an open question: %s",
    (text) => {
      expect(understand(text, menu).review).toBe(true);
      expect(understand(text).review).toBe(false);
    },
  );

  it("no thanks or greeting that answers nothing", () => {
    expect(understand("thanks, hello", menu).review).toBe(false);
  });

  it("what was heard with less than 60 %, not with 60 %", () => {
    const heard = (confidence: number) =>
      understand("the pill makes me dizzy", { channel: "voice", confidence });
    expect(heard(0.59)).toMatchObject({ tier: "T2", review: true });
    expect(heard(0.6)).toMatchObject({ tier: "T3", review: false });
  });

  it("a text longer than is read, not one of just that length", () => {
    const thanks = (length: number) => understand("thanks".padEnd(length, "!")).review;
    expect(thanks(replyCharactersMax)).toBe(false);
    expect(thanks(replyCharactersMax + 1)).toBe(true);
  });
});

describe("a wish for a person", () => {
  it.each(["no agent", "not human"])("is none when denied: %s", (text) => {
    expect(understand(text)).toMatchObject({ wantsPerson: false, review: true });
  });

  it("in a language stays with the service desk, though the campaign calls", () => {
    expect(understand("call me in Spanish please", menu)).toMatchObject({
      answer: "wants-call",
      language: "es",
      tier: "T4",
    });
    expect(understand("call me please", menu)).not.toHaveProperty("tier");
  });
});
