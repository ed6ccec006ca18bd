import { globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds `package.json`. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is made or installed, and not written by anybody. */
const made = new Set(["node_modules", "dist", "cdk.out", "coverage", ".cache", ".git", ".rounds"]);

/** Files that match, with `/` between folders, sorted; relative to the root. */
export function filesAt(...patterns: readonly string[]): readonly string[] {
  const found = globSync([...patterns], {
    cwd: root,
    exclude: (name) => made.has(name.split(sep).at(-1) ?? name),
  });
  return found.map((file) => file.split(sep).join("/")).toSorted();
}

/** One file's text. */
export function textAt(file: string): string {
  return readFileSync(join(root, file), "utf8");
}
