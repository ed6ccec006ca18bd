import { always, never } from "../interval.ts";
import type { Leaf } from "../leaf.ts";
import { known, unknownAlways } from "../truth.ts";

/** The sex on file; unknown when none is. */
export function sex(wanted: "female" | "male"): Leaf {
  return {
    solve({ subject }) {
      if (subject.sex === undefined) return unknownAlways;
      return known(subject.sex === wanted ? always : never);
    },
    deciding: () => [],
  };
}
