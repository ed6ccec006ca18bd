import { describe, expect, it } from "vitest";
import { differencesOf } from "../../console/drafts/difference.ts";
import { endOfWord, offsetOf } from "../../console/drafts/place-in-text.ts";

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}\n`);

describe("the difference between two versions", () => {
  it("is told by file, with three lines around what changed", () => {
    const before = { "a.yaml": lines(20).join(""), "b.yaml": "same\n" };
    const after = { ...before, "a.yaml": lines(20).join("").replace("line 10\n", "line ten\n") };
    const [changed, ...others] = differencesOf(before, after);
    expect(others).toEqual([]);
    expect(changed).toMatchObject({ file: "a.yaml", hunks: [{ at: 7 }] });
    const said = changed?.hunks[0]?.lines ?? [];
    expect(said).toHaveLength(8);
    expect(said.filter(({ is }) => is !== "same")).toEqual([
      { is: "removed", text: "line 10" },
      { is: "added", text: "line ten" },
    ]);
  });

  it("knows files that came and files that went", () => {
    const changed = differencesOf({ "old.yaml": "a\n" }, { "new.yaml": "b" });
    expect(changed.map(({ file, hunks }) => [file, hunks[0]?.lines])).toEqual([
      ["old.yaml", [{ is: "removed", text: "a" }]],
      ["new.yaml", [{ is: "added", text: "b" }]],
    ]);
    expect(differencesOf({ "a.yaml": "a" }, { "a.yaml": "a" })).toEqual([]);
  });
});

describe("a place in a text", () => {
  const text = "one: 1\ntwo: 2\n";
  it("is found by its line and column, and never lies outside", () => {
    expect(text.slice(offsetOf(text, 2, 1))).toBe("two: 2\n");
    expect(offsetOf(text, 2, 99)).toBe(13);
    expect(offsetOf(text, 99, 1)).toBeLessThanOrEqual(text.length);
  });

  it("ends with its word, or after one character", () => {
    expect(endOfWord(text, 7)).toBe(10);
    expect(endOfWord(text, 3)).toBe(4);
    expect(endOfWord(text, text.length)).toBe(text.length);
  });
});
