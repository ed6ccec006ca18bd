import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "#support/repository";

/** What is made or installed; the packages are linked instead. */
const notCopied: ReadonlySet<string> = new Set([
  "node_modules",
  "dist",
  "cdk.out",
  "coverage",
  "reports",
  ".cache",
  ".git",
  ".rounds",
  ".stryker-tmp",
]);

/** A copy of the tree in which bugs may be planted. It is gone when the process ends. */
export function scratchTree(): string {
  const folder = mkdtempSync(join(tmpdir(), "rounds-planted-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !notCopied.has(basename(source)),
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}
