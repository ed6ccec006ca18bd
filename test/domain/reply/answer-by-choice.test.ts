import { describe, expect, it } from "vitest";
import { type Day, dayFrom } from "#domain/calendar";
import { type Answered, answer } from "#domain/reply/answer";
import type { Takes } from "#domain/reply/takes";
import { saidYesOrNo } from "#domain/reply/yes-no";
import { normalise } from "#domain/triage/normalise";

interface Open {
  readonly answers?: Readonly<Record<string, string>>;
  readonly takes?: Takes;
  readonly on?: Day;
}

const colours = { "1": "green-box", "2": "blue-box", "9": "no-box" };

function read(text: string, { answers = colours, takes, on }: Open = {}): Answered | undefined {
  return answer({
    words: normalise(text),
    text,
    phrases: [],
    question: takes === undefined ? { answers } : { answers, takes },
    ...(on === undefined ? {} : { on }),
  });
}

const sure = (name: string, start: number, end: number) => ({
  answer: name,
  review: false,
  start,
  end,
});
const unsure = (start: number, end: number) => ({ review: true, start, end });

describe("a digit", () => {
  it.each([
    ["2", sure("blue-box", 0, 1)],
    ["my choice is 2", sure("blue-box", 3, 4)],
    ["2, 2 please", sure("blue-box", 0, 1)],
    ["option two", sure("blue-box", 1, 2)],
    ["la segunda por favor", sure("blue-box", 1, 2)],
    ["nine", sure("no-box", 0, 1)],
  ])("is a choice with nothing else said: %s", (text, choice) => {
    expect(read(text)).toEqual(choice);
  });

  it.each([
    ["1, 2", 2],
    ["option 1, thanks 2", 4],
  ])("is not sure beside another that is offered: %s", (text, words) => {
    expect(read(text)).toEqual(unsure(0, words));
  });

  it.each([
    "1, 5",
    "1/12",
    "1, 12",
    "5",
    "please",
    "number please",
    "???",
    "twenty one",
    "1 pill is left",
    "green 1",
    "two, green is nice",
    "5. green is nice",
    "1. I have 2 left",
    "1. I have two left",
  ])("is no choice: %s", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it.each([
    "2. green is nice",
    "2, green is nice",
    "2 - green is nice",
    "2: green is nice",
    "2. twelve are left",
    "2. my code is 12345",
    "2. it is in box b12",
  ])("that opens the message counts, and a person reads on: %s", (text) => {
    expect(read(text)).toEqual({ ...sure("blue-box", 0, 1), review: true });
  });

  it("is a choice in up to twenty words", () => {
    expect(read(`2. ${"green ".repeat(19)}`)).toMatchObject({ answer: "blue-box" });
    expect(read(`2. ${"green ".repeat(20)}`)).toBeUndefined();
    expect(read(`2 ${"please ".repeat(19)}`)).toEqual(sure("blue-box", 0, 1));
  });
});

describe("the name of an answer", () => {
  it("is the answer when it is all that is said", () => {
    expect(read("Blue box")).toEqual(sure("blue-box", 0, 2));
    expect(read("blue-box!")).toEqual(sure("blue-box", 0, 2));
    expect(read("the blue box")).toBeUndefined();
    expect(read("blue")).toBeUndefined();
  });
});

describe("a date or a number that is asked for", () => {
  const on = dayFrom(2026, 3, 4);
  const date = { means: "had-it", back: { count: 1, unit: "years" } } as const;
  const number = { means: "measured", from: 1, through: 300 };

  it("is no date while the patient's day is not known, or no date is asked for", () => {
    expect(read("yesterday", { takes: { date } })).toBeUndefined();
    expect(read("yesterday", { on })).toBeUndefined();
    expect(read("yesterday", { takes: { number }, on })).toBeUndefined();
  });

  it("is a day in the patient's past, and not sure when asked back or out of reach", () => {
    const asked = { takes: { date }, on };
    expect(read("it was yesterday", asked)).toEqual({
      ...sure("had-it", 2, 3),
      value: { is: "date", day: on - 1 },
    });
    expect(read("was it yesterday?", asked)).toEqual(unsure(2, 3));
    expect(read("tomorrow", asked)).toEqual(unsure(0, 1));
  });

  it("has its unit when the question names one", () => {
    const value = (unit: { unit?: string }) =>
      read("about 120", { takes: { number: { ...number, ...unit } } })?.value;
    expect(value({ unit: "mg/dL" })).toEqual({ is: "number", number: 120, unit: "mg/dL" });
    expect(value({})).not.toHaveProperty("unit");
  });

  it("answers nothing when it is asked back or out of bounds", () => {
    expect(read("is it 120?", { takes: { number } })).toEqual(unsure(2, 3));
    expect(read("it is 400", { takes: { number } })).toEqual(unsure(2, 3));
  });
});

describe("a yes or a no", () => {
  it.each([
    ["yes please", "yes"],
    ["yes yes", "yes"],
    ["yes I definitely do", "yes"],
    ["no, not today", "no"],
    ["no no thanks", "no"],
    ["para nada", "no"],
    ["not really", "no"],
    ["bueno gracias", "yes"],
    ["yes not today", undefined],
    ["yes 👎", undefined],
    ["yes no", undefined],
    ["no yes", undefined],
    ["yes the rain", undefined],
    ["no rain", undefined],
    ["bueno", undefined],
    ["not", undefined],
    ["rain", undefined],
    ["please yes", undefined],
  ])("%s", (text, said) => {
    expect(saidYesOrNo(normalise(text).words)).toBe(said);
  });

  it("answers a question that offers exactly one of it", () => {
    const answers = { "1": "confirmed", "2": "declined" };
    expect(read("yes please", { answers })).toEqual(sure("confirmed", 0, 1));
    expect(read("no thanks", { answers })).toEqual(sure("declined", 0, 1));
  });

  it("is not sure where none or two would be meant", () => {
    expect(read("yes")).toEqual(unsure(0, 1));
    expect(read("yes", { answers: { "1": "agree", "2": "accept" } })).toEqual(unsure(0, 1));
  });
});
