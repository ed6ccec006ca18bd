import { basename } from "node:path";
import { filesAt, textAt } from "#support/repository";

/** A mistake that somebody could make in good faith, as a patch of the product. */
export interface PlantedBug {
  readonly name: string;
  /** What a colleague might have thought. */
  readonly thought: string;
  /** Test files of which at least one must notice, the likeliest first. */
  readonly tests: readonly string[];
  /** The patch file, relative to the root. */
  readonly patch: string;
}

/**
 * All planted bugs. A patch file begins with the thought, an empty line, and a line `Test: FILE`
 * for each test file; after another empty line the unified diff.
 */
export function plantedBugs(): readonly PlantedBug[] {
  return filesAt("test/planted/patches/*.patch").map((patch) => {
    const [thought = "", tests = ""] = textAt(patch).split("\n\n");
    return {
      name: basename(patch, ".patch"),
      thought,
      tests: tests.split("\n").map((line) => line.replace(/^Test: /, "")),
      patch,
    };
  });
}
