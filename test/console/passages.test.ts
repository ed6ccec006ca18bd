import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passagesOf } from "../../console/task/passages.ts";

const match = (rule: string, start: number, end: number) => ({ rule, start, end });

describe("the words of a reply on an agent's screen", () => {
  it("are marked where a rule matched, and plain elsewhere", () => {
    const text = "my chest hurts since noon";
    expect(passagesOf(text, [match("T1/chest-pain", 3, 14)])).toEqual([
      { start: 0, words: "my ", rules: [] },
      { start: 3, words: "chest hurts", rules: ["T1/chest-pain"] },
      { start: 14, words: " since noon", rules: [] },
    ]);
  });

  it("say both rules where two matched the same words", () => {
    const cut = passagesOf("stop the pain", [match("a", 0, 8), match("b", 5, 13)]);
    expect(cut.map(({ words, rules }) => [words, rules])).toEqual([
      ["stop ", ["a"]],
      ["the", ["a", "b"]],
      [" pain", ["b"]],
    ]);
  });

  it("are all there in their order, whatever was matched", () => {
    const place = fc.integer({ min: -5, max: 60 });
    const matches = fc.array(fc.record({ rule: fc.string(), start: place, end: place }));
    fc.assert(
      fc.property(fc.string(), matches, (text, given) => {
        const words = passagesOf(text, given).map((passage) => passage.words);
        expect(words.join("")).toBe(text);
      }),
    );
  });
});
