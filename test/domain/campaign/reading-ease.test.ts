import { describe, expect, it } from "vitest";
import {
  longWordsOf,
  readability,
  sentencesOf,
  syllablesOf,
  syllablesPerWord,
  wordsOf,
} from "#domain/campaign/reading-ease";

describe("reading ease", () => {
  it("counts a variable as a word and a line as a sentence", () => {
    expect(wordsOf("{clinic}: you're due, check-up 2.")).toEqual([
      "{clinic}",
      "you're",
      "due",
      "check-up",
      "2",
    ]);
    expect(sentencesOf("One. Two!\nThree")).toEqual(["One.", "Two!", "Three"]);
  });

  it("counts a number as one syllable, and the parts of a joined word one by one", () => {
    expect(syllablesOf("911", "en")).toBe(1);
    expect(syllablesOf("800-555-0100", "en")).toBe(1);
    expect(syllablesOf("check-up", "en")).toBe(2);
    expect(syllablesOf("{clinic}", "en")).toBe(2);
  });

  it("says nothing about a text that is too short to measure", () => {
    expect(readability(["Call us."], "en", 100)).toBeUndefined();
    expect(readability([], "en", 0)).toBeUndefined();
    expect(syllablesPerWord([], "en")).toBe(0);
  });

  it("has no formula for other languages", () => {
    expect(readability(Array(50).fill("Gọi cho chúng tôi."), "vi", 100)).toBeUndefined();
  });

  it("is the grade of Flesch and Kincaid in English", () => {
    // 12 words, 3 sentences, 13 syllables.
    const text = "Call us today. We are glad to help. Your nurse knows you.";
    const { score } = readability([text], "en", 1) ?? { score: Number.NaN };
    expect(score).toBeCloseTo(0.39 * (12 / 3) + 11.8 * (13 / 12) - 15.59, 5);
  });

  it("is the ease of Fernández and Huerta in Spanish", () => {
    // 6 words, 2 sentences, 11 syllables: lla·me hoy le a·yu·da·mos, ven·ga.
    const { score } = readability(["Llame hoy. Le ayudamos, venga ya."], "es", 1) ?? {
      score: Number.NaN,
    };
    expect(score).toBeCloseTo(206.84 - 60 * (11 / 6) - 1.02 * (6 / 2), 5);
  });

  it.each(["en", "es"])("tells plain words from hard ones in %s", (language) => {
    const plain = language === "en" ? "Call us and we will help you." : "Llame y le ayudamos hoy.";
    const hard =
      language === "en"
        ? "Notwithstanding administrative considerations, pharmacological discontinuation necessitates consultation."
        : "Independientemente de consideraciones administrativas, la discontinuación farmacológica necesita comunicación.";
    expect(readability(Array(20).fill(plain), language, 100)?.isEasy).toBe(true);
    expect(readability(Array(20).fill(hard), language, 100)?.isEasy).toBe(false);
  });

  it("names the long words of a text, the longest first, and no variable", () => {
    const text = "{unsubscribe}: your medication needs immediate authorization. Medication!";
    expect(longWordsOf(text, "en")).toEqual(["authorization", "medication", "immediate"]);
  });
});
