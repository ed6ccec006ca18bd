import { Audience } from "../../audience/audience.ts";
import { type RuleBook, ruleProblems } from "../../audience/named-rule.ts";
import { pathTo, type Report } from "../problem.ts";
import type { Sketch } from "../sketch.ts";

/** Named rules of the audience or the goal that are not there, or refer to each other in a circle. */
export function checkRules({ header }: Sketch, rules: RuleBook, report: Report): void {
  for (const key of ["audience", "goal"] as const) {
    const parsed = Audience.safeParse(header[key]);
    if (!parsed.success) continue;
    for (const { code, name, message } of ruleProblems(parsed.data, rules)) {
      report(code, pathTo(header[key], name, [key]) ?? [key], message);
    }
  }
}
