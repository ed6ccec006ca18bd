import { Audience } from "../../audience/audience.ts";
import type { Concepts } from "../../audience/concept.ts";
import { conceptsOf } from "../../audience/condition.ts";
import { suggestion } from "../did-you-mean.ts";
import type { ProblemPath, Report } from "../problem.ts";
import type { Sketch } from "../sketch.ts";

/** Concepts that the audience or the goal asks about and nobody has a list for. */
export function checkConcepts(
  { header }: Sketch,
  known: Pick<Concepts, "names" | "get">,
  report: Report,
): void {
  for (const key of ["audience", "goal"] as const) {
    const parsed = Audience.safeParse(header[key]);
    if (!parsed.success) continue;
    for (const name of conceptsOf(parsed.data)) {
      if (known.get(name)) continue;
      report(
        "unknown-concept",
        pathTo(header[key], name, [key]) ?? [key],
        `There is no concept \`${name}\`.${suggestion(name, known.names)} A list of your own is given with --concepts.`,
      );
    }
  }
}

/** Where the text stands in what was written. */
function pathTo(value: unknown, text: string, at: ProblemPath): ProblemPath | undefined {
  if (value === text) return at;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = pathTo(inner, text, [...at, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return undefined;
}
