import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawlOf, slipsBetween, spelling } from "#domain/triage/spelling";

const words = ["breathe", "chest", "stool", "bleeding", "unconscious", "heart", "quitenme"];
const { correct } = spelling(words, new Set(["stood", "cheat"]));

describe("spelling", () => {
  it("forgives one slip from five letters on and two from eight", () => {
    expect(correct("breahte")).toBe("breathe");
    expect(correct("chestt")).toBe("chest");
    expect(correct("uncontious")).toBe("unconscious");
    expect(correct("blededing")).toBe("bleeding");
  });

  it("leaves other words alone", () => {
    expect(correct("stood")).toBeUndefined();
    expect(correct("health")).toBeUndefined();
    expect(correct("cat")).toBeUndefined();
    expect(correct("breeze")).toBeUndefined();
    expect(correct("x".repeat(50))).toBeUndefined();
  });

  it("hears Spanish letters that sound the same", () => {
    expect(correct("kitenme")).toBe("quitenme");
  });

  it("is not tried on a mashed keyboard", () => {
    expect(correct("chsts")).toBeUndefined();
    expect(correct("asdfghjkl")).toBeUndefined();
  });

  it("reads letters drawn out for emphasis", () => {
    const isKnown = (word: string) => words.includes(word);
    expect(drawlOf("bleeeeeding", isKnown)).toBe("bleeding");
    expect(drawlOf("heaaaart", isKnown)).toBe("heart");
    expect(drawlOf("heart", isKnown)).toBeUndefined();
  });

  it("counts a swap of neighbours as one slip", () => {
    expect(slipsBetween("stroek", "stroke")).toBe(1);
    expect(slipsBetween("abc", "abc")).toBe(0);
    expect(slipsBetween("", "abc")).toBe(3);
  });

  it("counts the same both ways", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(
        word,
        word,
        (left, right) => slipsBetween(left, right) === slipsBetween(right, left),
      ),
      { numRuns: 200 },
    );
  });
});
