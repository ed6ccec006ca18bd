import { describe, expect, it } from "vitest";
import { broughtWords } from "../../../local/strip/page/brought-words.ts";
import { fill, words } from "../../../local/strip/page/words.ts";

/** Every sentence by its key: `sms.other`. */
function sentencesIn(said: object, before = ""): readonly (readonly [string, string])[] {
  return Object.entries(said).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? sentencesIn(value, `${before}${key}.`)
      : [[before + key, String(value)] as const],
  );
}

const blanksIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe("the strip's words", () => {
  it("are there in English and in Spanish with the same blanks", () => {
    const [en, es] = [sentencesIn(words.en), new Map(sentencesIn(words.es))];
    expect([...es.keys()]).toEqual(en.map(([key]) => key));
    for (const [key, sentence] of en) {
      expect(blanksIn(es.get(key) ?? "").toSorted(), key).toEqual(blanksIn(sentence).toSorted());
      expect(es.get(key), key).not.toBe("");
    }
  });

  it("leave a blank that nobody fills to be seen", () => {
    expect(fill("{a} and {b}", { a: "one" })).toBe("one and {b}");
  });
});

describe("what a step brought", () => {
  const nothing = { now: 0, sms: 0, voice: 0, email: 0, answers: 0, tasks: 0 };

  it("is said as what came, one or several", () => {
    const brought = { ...nothing, sms: 1, voice: 2, tasks: 1 };
    expect(broughtWords("en", brought, "9:00")).toBe("By 9:00: 1 text, 2 calls, and 1 task.");
    expect(broughtWords("es", brought, "9:00")).toBe(
      "Hasta 9:00: 1 mensaje de texto, 2 llamadas y 1 tarea.",
    );
  });

  it("is said to be nothing where nothing came", () => {
    expect(broughtWords("en", nothing, "9:00")).toBe("Nothing happened until 9:00.");
  });
});
