import { expect, it } from "vitest";
import { remember, rememberedWordsMax } from "#domain/triage/word-memory";

it("what is remembered of words is begun anew before it grows without end", () => {
  const memory = new Map<string, number>();
  for (let word = 1; word <= rememberedWordsMax; word += 1) {
    expect(remember(memory, `word ${word}`, word)).toBe(word);
  }
  expect(memory.size).toBe(rememberedWordsMax);
  remember(memory, "one more", 0);
  expect([...memory]).toEqual([["one more", 0]]);
});
