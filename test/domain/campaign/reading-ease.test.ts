import { describe, expect, it } from "vitest";
import { readability, sentencesOf, syllablesOf, wordsOf } from "#domain/campaign/reading-ease";

describe("reading ease", () => {
  it.each([
    ["refill", "en", 2],
    ["time", "en", 1],
    ["medicine", "en", 3],
    ["emergency", "en", 4],
    ["911", "en", 1],
    ["salud", "es", 2],
    ["cita", "es", 2],
    ["laboratorio", "es", 5],
    ["envíe", "es", 2],
  ])("counts the syllables of %s", (word, language, count) => {
    expect(syllablesOf(word, language)).toBe(count);
  });

  it("counts a variable as a word and a line as a sentence", () => {
    expect(wordsOf("{clinic}: you're due.")).toEqual(["{clinic}", "you're", "due"]);
    expect(sentencesOf("One. Two!\nThree")).toEqual(["One.", "Two!", "Three"]);
  });

  it("says nothing about a text that is too short to measure", () => {
    expect(readability(["Call us."], "en")).toBeUndefined();
  });

  it.each(["en", "es"])("tells plain words from hard ones in %s", (language) => {
    const plain = language === "en" ? "Call us and we will help you." : "Llame y le ayudamos hoy.";
    const hard =
      language === "en"
        ? "Notwithstanding administrative considerations, pharmacological discontinuation necessitates consultation."
        : "Independientemente de consideraciones administrativas, la discontinuación farmacológica necesita comunicación.";
    expect(readability(Array(20).fill(plain), language)?.isEasy).toBe(true);
    expect(readability(Array(20).fill(hard), language)?.isEasy).toBe(false);
  });
});
