import { Audience } from "../../audience/audience.ts";
import type { Concepts } from "../../audience/concept.ts";
import { conceptsOf } from "../../audience/condition.ts";
import { type RuleBook, withRules } from "../../audience/named-rule.ts";
import { suggestion } from "../did-you-mean.ts";
import { pathTo, type Report } from "../problem.ts";
import type { Sketch } from "../sketch.ts";

/** Concepts that the audience, the goal or a rule of theirs asks about and nobody has a list for. */
export function checkConcepts(
  { header }: Sketch,
  known: Pick<Concepts, "names" | "get">,
  rules: RuleBook,
  report: Report,
): void {
  for (const key of ["audience", "goal"] as const) {
    const parsed = Audience.safeParse(header[key]);
    if (!parsed.success) continue;
    for (const name of conceptsOf(withRules(parsed.data, rules))) {
      if (known.get(name)) continue;
      report(
        "unknown-concept",
        pathTo(header[key], name, [key]) ?? [key],
        `There is no concept \`${name}\`.${suggestion(name, known.names)} A list of your own is given with --concepts.`,
      );
    }
  }
}
