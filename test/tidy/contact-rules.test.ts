import { existsSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { root, textAt } from "#support/repository";

const text = textAt("docs/contact-rules.md");

interface Row {
  readonly rule: string;
  readonly code: string;
  readonly test: string;
  readonly source: string;
}

/** The rows of every table, without its head. */
const rows: readonly Row[] = text
  .split("\n")
  .filter((line) => /^\| (?!Rule \|)/.test(line))
  .map((line) => {
    const [, rule = "", code = "", test = "", source = ""] = line.split(/\s*\|\s*/);
    return { rule, code, test, source };
  });

function linksIn(cell: string): readonly { readonly words: string; readonly file: string }[] {
  return [...cell.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, words = "", target = ""]) => ({
    words,
    file: normalize(join("docs", target)),
  }));
}

describe("the table of contact rules", () => {
  it("has rules", () => {
    expect(rows.length).toBeGreaterThan(30);
  });

  it("gives each rule its code, its test and its source", () => {
    const open = rows.filter(
      ({ code, test, source }) =>
        linksIn(code).length === 0 || linksIn(test).length === 0 || source === "",
    );
    expect(open.map(({ rule }) => rule)).toEqual([]);
  });

  it("names code that is there", () => {
    const files = rows.flatMap(({ code }) => linksIn(code).map(({ file }) => file));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it("names tests by the words they have", () => {
    const missing = rows
      .flatMap(({ test }) => linksIn(test))
      .filter(({ words, file }) => {
        return !existsSync(join(root, file)) || !textAt(file).includes(`"${words}`);
      });
    expect(missing).toEqual([]);
  });
});
