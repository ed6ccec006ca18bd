import { describe, expect, it } from "vitest";
import { harshWordsIn } from "#domain/campaign/content/plain-words";
import { withoutAccents } from "#domain/campaign/content/term-search";
import { found, problemsWith } from "#support/campaign-problems";
import plainWords from "../../../../shared/domain/campaign/content/plain-words.json" with {
  type: "json",
};

/** The one problem after this is written in place of “a check-up is due” or “le toca una cita”. */
function said(language: "en" | "es", words: string): string {
  const place = language === "en" ? "a check-up is due" : "le toca una cita";
  const problems = problemsWith({ [language]: [[place, words]] });
  return problems
    .map(({ code, severity, message }) => `${severity} ${code}: ${message}`)
    .join("\n");
}

describe("words that patients should not have to read", () => {
  it.each([
    [
      "en",
      "adherence helps",
      "jargon: “adherence” is a word of the trade. Write for example “taking it each day”.",
    ],
    [
      "en",
      "it is not contraindicated",
      "jargon: “contraindicated” is a word of the trade. Write for example “not safe for you”.",
    ],
    [
      "en",
      "you failed to come",
      "blame: “you failed” finds fault with the patient. Write for example “it is still open”.",
    ],
    [
      "en",
      "you must come",
      "blame: “you must” finds fault with the patient. Write for example “please”.",
    ],
    [
      "en",
      "you should have come",
      "blame: “should have” finds fault with the patient. Write for example “it is time to”.",
    ],
    ["en", "you are non-compliant", "blame: “non-compliant” finds fault"],
    [
      "en",
      "it could be deadly",
      "fear: “deadly” frightens. Write for example “it helps you stay well”.",
    ],
    ["en", "final notice", "fear: “final notice” frightens. Write for example “a note from us”."],
    [
      "es",
      "la adherencia ayuda",
      "jargon: “adherencia” is a word of the trade. Write for example “tomarla cada día”.",
    ],
    [
      "es",
      "usted debe venir",
      "blame: “usted debe” finds fault with the patient. Write for example “por favor”.",
    ],
    ["es", "no cumplio", "blame: “no cumplio” finds fault"],
    ["es", "es mortal", "fear: “mortal” frightens. Write for example “le ayuda a estar bien”."],
    ["es", "ultimo aviso", "fear: “ultimo aviso” frightens. Write for example “un aviso”."],
  ] as const)("are told with a plainer one, in %s: %s", (language, words, message) => {
    expect(said(language, words)).toContain(`warning ${message}`);
  });

  it("are told once for each text", () => {
    expect(found({ en: [["a check-up is due", "adherence, Adherence"]] })).toHaveLength(1);
  });

  it("are listed in their normal form, and their plain words are not on the list", () => {
    for (const [language, lists] of [
      ["en", plainWords.en],
      ["es", plainWords.es],
    ] as const) {
      const terms = Object.values(lists).flatMap((list) => Object.entries<string>(list));
      expect(terms.filter(([term]) => term !== withoutAccents(term).trim())).toEqual([]);
      const harsh = terms.filter(([, plain]) => harshWordsIn(plain, language).length > 0);
      expect(harsh).toEqual([]);
      expect(terms.length).toBeGreaterThan(120);
    }
  });

  it("are proposed by the side of the hardest words of a hard text", () => {
    const words = "adherence necessitates administration, authorization, documentation";
    expect(said("en", words)).toMatch(/hardest words: .*documentation \(better: papers\)/);
  });
});

describe("one thing asked for", () => {
  it.each([
    ["en", "Can you come today? Do you want a call? Thanks"],
    ["es", "Puede venir hoy? Quiere que le llamemos? Gracias"],
  ] as const)("is not two questions, in %s", (language, words) => {
    expect(said(language, words)).toMatch(/^warning two-asks: It asks 2 things \(“/);
  });

  it.each([
    ["en", "Reply 1 if well. Then"],
    ["es", "Responda 1 si esta bien. Luego"],
  ] as const)("is not two sets of digits, in %s", (language, words) => {
    expect(said(language, words)).toMatch(/^warning two-asks: 1 is offered twice/);
  });

  it("may come with a question about who writes, or the word “Questions?”", () => {
    expect(said("en", "Can you come today? Questions? Call us")).toBe("");
    expect(found({ en: [["Reply 1 to book. Not", "Can you come? Reply 1 to book. Not"]] })).toEqual(
      [],
    );
  });
});
