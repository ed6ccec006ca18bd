import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { root } from "#support/repository";

/**
 * Applies a patch to a copy of the tree; lines may have moved, but must be as they were.
 * @returns why it does not apply; undefined when it did, or, with `isTried`, when it would.
 */
export function applyPatch(
  patch: string,
  to: string,
  { isTried = false, isTakenBack = false } = {},
): string | undefined {
  const flags = [...(isTried ? ["--check"] : []), ...(isTakenBack ? ["--reverse"] : [])];
  const { status, stderr, error } = spawnSync("git", ["apply", ...flags, join(root, patch)], {
    cwd: to,
    encoding: "utf8",
    // A copy inside another repository would be taken for a part of it.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(to) },
  });
  if (error) throw error;
  return status === 0 ? undefined : stderr.trim();
}
