import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYaml } from "#contracts/campaign-files/yaml-text";

const nine = (what: string) => Array(9).fill(what).join(", ");

/** Nine to the power of nine, in four hundred characters. */
const bomb = [
  `a0: &a0 [${nine("x")}]`,
  ...Array.from({ length: 8 }, (_, at) => `a${at + 1}: &a${at + 1} [${nine(`*a${at}`)}]`),
].join("\n");

describe("YAML that would never end", () => {
  it.each([
    ["aliases of aliases", bomb],
    ["lists in lists", "[".repeat(50_000)],
    ["lists in lists on one line", "- ".repeat(20_000)],
    ["a list that holds itself", "a: &a [*a]"],
    ["more values than anybody writes", `[${"1, ".repeat(60_000)}1]`],
  ])("is a mistake and yields nothing: %s", (_, text) => {
    const { value, mistakes } = parseYaml(text);
    expect(value).toBeUndefined();
    expect(mistakes).toMatchObject([{ code: "yaml-syntax", line: 1, column: 1 }]);
    expect(mistakes[0]?.message).toContain("nested, or repeats itself");
  });

  it("is read in a moment when it is one long map", () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => at.toString(36)).join(", ");
    const before = process.cpuUsage();
    expect(parseYaml(`{ ${keys} }`).mistakes).toEqual([]);
    // Comparing each key with each other one takes ten seconds.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
  });
});

describe("a mistake in YAML", () => {
  it("is told with its place, and what is before and after it is read", () => {
    const { value, mistakes } = parseYaml("title: one\nowner: us\ntitle: two\n");
    expect(mistakes).toMatchObject([{ line: 3, column: 1, code: "duplicate-key" }]);
    expect(value).toMatchObject({ owner: "us" });
  });

  it("is an alias to nothing, and an alias to what stands before it is none", () => {
    expect(parseYaml("a: 1\nb: *there\n").mistakes).toMatchObject([
      { line: 2, column: 4, code: "yaml-syntax" },
    ]);
    expect(parseYaml("a: &there { c: 1 }\nb: *there\n")).toMatchObject({
      mistakes: [],
      value: { a: { c: 1 }, b: { c: 1 } },
    });
  });

  it("never throws, whatever the text is", () => {
    const piece = fc.constantFrom(
      "a: ",
      "- ",
      "[",
      "]",
      "{",
      "}",
      "&x ",
      "*x",
      "\n",
      "  ",
      '"',
      "|",
    );
    const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, (all) => {
        const { mistakes, locate } = parseYaml(all.join(""));
        for (const { line, column } of [...mistakes, locate(["a", 0])]) {
          expect(Math.min(line, column)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
