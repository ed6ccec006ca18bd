import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "#domain/triage/normalise";

const words = (text: string) => normalise(text).words.map((word) => word.text);

describe("words of a reply", () => {
  it("lose case, accents and apostrophes, and short forms are opened", () => {
    expect(words("Can’t BREATHE, mañana")).toEqual(["can", "not", "breathe", "manana"]);
    expect(words("don t cant dont cannot")).toEqual("do not can not do not can not".split(" "));
  });

  it("keep an apostrophe's meaning where the bare word has another", () => {
    expect(words("I'll be ill")).toEqual(["i", "will", "be", "ill"]);
    expect(words("mom's house")).toEqual(["mom", "house"]);
  });

  it("are read through look-alike letters, full width and invisible joiners", () => {
    expect(words("STОP")).toEqual(["stop"]);
    expect(words("ＳＴＯＰ")).toEqual(["stop"]);
    expect(words("st\u200Bop")).toEqual(["stop"]);
    expect(words("𝐬𝐭𝐨𝐩")).toEqual(["stop"]);
  });

  it("keep numbers, decimals and units apart", () => {
    expect(words("101.5F and 120/80, 5th")).toEqual(["101.5", "f", "and", "120", "80", "5", "th"]);
    expect(words("1️⃣")).toEqual(["1"]);
    expect(words("①")).toEqual(["1"]);
    expect(words("a1c b12")).toEqual(["a1c", "b12"]);
  });

  it("know their sentence, and what divides them", () => {
    const { words: said, questions } = normalise("One. Two, three? four but five");
    expect(said.map((word) => word.sentence)).toEqual([0, 1, 1, 2, 3, 3]);
    expect(said[2]?.before).toBe(",");
    expect([...questions]).toEqual([1]);
  });

  it("point into the text as it came, in order", () => {
    const text = "😀 I can’t — ﬁnd it";
    const said = normalise(text).words;
    expect(said.map(({ start, end }) => text.slice(start, end))).toEqual([
      "😀",
      "I",
      "can’t",
      "can’t",
      "ﬁnd",
      "it",
    ]);
  });

  it("are found in any string without an error, inside it and in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end, text: word } of normalise(text).words) {
          expect(word).not.toBe("");
          expect(start).toBeGreaterThanOrEqual(Math.min(last, start));
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 300 },
    );
  });
});
