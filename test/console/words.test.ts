import { describe, expect, it } from "vitest";
import { english } from "../../console/words/en.ts";
import { spanish } from "../../console/words/es.ts";
import { lateWords } from "../../console/words/late-words.ts";

/** Every sentence by its key: `session.ending.idle`. */
function sentencesIn(words: object, before = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null
        ? [...sentencesIn(value, `${before}${key}.`)]
        : [[before + key, String(value)] as const],
    ),
  );
}

const blanksIn = (sentence: string) =>
  [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe("the console's words", async () => {
  const late = Object.values(lateWords);
  const lateEn = await Promise.all(late.map((part) => part.en()));
  const lateEs = await Promise.all(late.map((part) => part.es()));
  const en = sentencesIn(Object.assign({}, english, ...lateEn));
  const es = sentencesIn(Object.assign({}, spanish, ...lateEs));

  it("are there in English and in Spanish, key for key", () => {
    expect([...es.keys()]).toEqual([...en.keys()]);
    expect(en.size).toBeGreaterThan(50);
  });

  it("leave the same blanks in both languages", () => {
    const differing = [...en].filter(
      ([key, sentence]) => String(blanksIn(sentence)) !== String(blanksIn(es.get(key) ?? "")),
    );
    expect(differing).toEqual([]);
  });

  it("leave nothing unsaid", () => {
    const unsaid = [...en, ...es].filter(([, sentence]) => sentence.trim() === "");
    expect(unsaid).toEqual([]);
  });
});
