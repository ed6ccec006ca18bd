import { describe, expect, it } from "vitest";
import { answerByWords } from "#domain/reply/answer-by-words";
import type { ReplyEntry } from "#domain/reply/reply-entry";
import type { Found } from "#domain/triage/found";
import { normalise } from "#domain/triage/normalise";
import { aPhrase } from "../../support/a-phrase.ts";

type Place = readonly [start: number, end: number];
const done = (place: Place) => aPhrase("answer", place, { id: "answer/done" });
const calls = (place: Place) => aPhrase("answer", place, { id: "answer/call" });
const dear = (place: Place) => aPhrase("reason", place, { id: "reason/cost" });

/** `refilled`, or `refilled?` … when it is not sure; nothing when no answer is given. */
function answered(text: string, ...phrases: Found<ReplyEntry>[]): string | undefined {
  const answers = { "1": "refilled", "2": "wants-call", "3": "cost" };
  const read = answerByWords({ words: normalise(text), text, phrases, question: { answers } });
  return read && `${read.answer ?? "unsure"}${read.review ? "?" : ""} ${read.start}-${read.end}`;
}

describe("a phrase that is an answer", () => {
  it("is the answer, where it stands", () => {
    expect(answered("it rains, took that home", done([2, 5]))).toBe("refilled 2-5");
    expect(answered("it rains", aPhrase("help", [0, 2]))).toBeUndefined();
    expect(answered("it rains")).toBeUndefined();
  });

  it("is not sure beside another answer", () => {
    expect(answered("took that, ring me", done([0, 2]), calls([2, 4]))).toBe("unsure? 0-2");
    expect(answered("took that, took that", done([0, 2]), done([2, 4]))).toBe("refilled 0-2");
  });

  it.each([
    ["not took that", done([1, 3])],
    ["never was it took that", done([3, 5])],
    ["it rains. not took that", done([3, 5])],
    ["if took that", done([1, 3])],
    ["going took that", done([1, 3])],
    ["took that will", done([0, 3])],
    ["took that?", done([0, 2])],
    ["if dear", dear([1, 2])],
  ])("is not sure when denied, conditional, to come or asked: %s", (text, found) => {
    expect(answered(text, found)).toMatch(/^unsure\? /);
  });

  it.each([
    ["no. took that", done([1, 3])],
    ["not so much rain took that", done([4, 6])],
    ["took that not", done([0, 2])],
    ["took that will", done([0, 2])],
    ["have took that", done([1, 3])],
    ["is it raining? took that", done([3, 5])],
    ["will ring me", calls([1, 3])],
    ["ring me?", calls([0, 2])],
    ["not dear", dear([1, 2])],
    ["is it dear?", dear([2, 3])],
  ])("is sure: %s", (text, found) => {
    expect(answered(text, found)).not.toMatch(/\?/);
  });

  it("is not sure when said twice and turned once", () => {
    expect(answered("took that, not took that", done([0, 2]), done([3, 5]))).toBe("unsure? 0-2");
    expect(answered("not took that, took that", done([1, 3]), done([3, 5]))).toBe("unsure? 1-3");
  });

  it("is not sure with more than twelve words beside it", () => {
    const rain = (count: number) => "rain ".repeat(count);
    expect(answered(`${rain(12)}took that`, done([12, 14]))).toBe("refilled 12-14");
    expect(answered(`${rain(13)}took that`, done([13, 15]))).toBe("unsure? 13-15");
    const twice = [done([0, 2]), done([2, 6])];
    expect(answered(`took that, took that took that ${rain(10)}`, ...twice)).toBe("refilled 0-2");
  });
});
