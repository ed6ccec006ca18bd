import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { filesAt, root, textAt } from "#support/repository";

const documents = filesAt("*.md", "docs/**/*.md");

/** Where a link leads, without its title; links that leave the repository are left out. */
function linksIn(text: string): readonly string[] {
  const prose = text.replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsIn(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading ?? "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

function isBroken(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? from : normalize(join(dirname(from), path));
  if (!existsSync(join(root, file))) return true;
  return anchor !== undefined && !anchorsIn(textAt(file)).includes(anchor);
}

/** Paths that a sentence names: a known folder first, and no part left open. */
function pathsIn(text: string): readonly string[] {
  const folders = "shared|functions|infra|local|cli|test|docs|campaigns|console|\\.ci";
  return [...text.matchAll(new RegExp(`\`((?:${folders})/[\\w./-]+)\``, "g"))].map(
    ([, path]) => path ?? "",
  );
}

describe.each(documents)("%s", (document) => {
  const text = textAt(document);

  it("links to what is there", () => {
    expect(linksIn(text).filter((link) => isBroken(document, link))).toEqual([]);
  });

  it("names files and folders that are there", () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("decisions", () => {
  const pages = filesAt("docs/adr/[0-9]*.md");
  const index = textAt("docs/adr/README.md");

  it("are numbered without a gap", () => {
    const numbers = pages.map((page) => Number(page.slice("docs/adr/".length).slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, position) => position + 1));
  });

  it.each(pages)("%s has every part and stands in the index", (page) => {
    const text = textAt(page);
    const parts = [...text.matchAll(/^## (.+)$/gm)].map(([, part]) => part);
    expect(parts).toEqual(["Context", "Decision", "Options", "Consequences", "Compliance"]);
    expect(text).toMatch(/^Status: (proposed|accepted|replaced by \d+), \d{4}-\d{2}-\d{2}$/m);
    expect(index).toContain(`](${page.slice("docs/adr/".length)})`);
  });
});
