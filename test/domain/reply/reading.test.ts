import { describe, expect, it } from "vitest";
import { openReader } from "#domain/reply/reading";

describe("a reader of texts", () => {
  it("finds red flags and phrases apart", () => {
    const { flags, phrases } = openReader()("I cant breathe, unsubscribe me");
    const ids = (found: readonly { entry: { id: string } }[]) =>
      new Set(found.map(({ entry }) => entry.id));
    expect(ids(flags)).toContain("T1/breathing");
    expect(ids(flags)).not.toContain("opt-out/remove");
    expect(ids(phrases)).toEqual(new Set(["opt-out/remove"]));
  });

  it("mends slips towards words of rules, and leaves the words that are meant", () => {
    const read = openReader();
    const texts = (text: string) => read(text).words.words.map((word) => word.text);
    expect(texts("numness harasing")).toEqual(["numbness", "harassing"]);
    // What a rule or a keyword names is left, though another word of a rule is near.
    expect(texts("quiet wrongnumber")).toEqual(["quiet", "wrongnumber"]);
    // So is what begins like a word of a rule, and a word of daily life.
    expect(texts("cancelas grasping")).toEqual(["cancelas", "grasping"]);
  });
});
