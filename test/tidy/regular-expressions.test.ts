import { parse } from "@babel/parser";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { filesAt, textAt } from "#support/repository";

/**
 * What patients, carriers and files send is held against these. A pattern that can be made to
 * backtrack without end would let one text stop a function (OWASP ASVS 5.0, 1.3.12).
 */
const files = filesAt("shared/**/*.ts");

interface Pattern {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

interface Node {
  readonly type: string;
  readonly pattern?: string;
  readonly flags?: string;
  readonly loc?: { readonly start: { readonly line: number } };
}

function patternsIn(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
    } else if (isNode(node)) {
      if (node.type === "RegExpLiteral") {
        const { pattern: source = "", flags = "", loc } = node;
        found.push({ file, line: loc?.start.line ?? 0, source, flags });
      }
      visit(Object.values(node));
    }
  };
  visit(parse(textAt(file), { sourceType: "module", plugins: ["typescript"] }).program);
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

const patterns = files.flatMap(patternsIn);
const distinct = [
  ...new Map(patterns.map((one) => [`/${one.source}/${one.flags}`, one])).entries(),
];

describe("a regular expression of the shared code", () => {
  it("is found wherever it stands", () => {
    expect(distinct.length).toBeGreaterThan(50);
  });

  it.each(distinct)("%s cannot be made slow", (_, { source, flags }) => {
    const { status } = checkSync(source, flags.replaceAll("v", "u"), {
      timeout: 20_000,
      randomSeed: 7,
    });
    expect(status).toBe("safe");
  });
});
