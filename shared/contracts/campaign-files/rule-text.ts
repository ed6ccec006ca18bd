import { RuleDefinition } from "../../domain/audience/named-rule.ts";
import type { LocatedProblem } from "./located-problem.ts";
import type { YamlFile } from "./yaml-text.ts";

/** The rule that a file says, and what is wrong with it; `file` as problems name it. */
export function readRule(
  file: string,
  yaml: YamlFile,
): { readonly rule?: RuleDefinition; readonly problems: readonly LocatedProblem[] } {
  const place = { file, severity: "error" } as const;
  const mistakes = yaml.mistakes.map((mistake) => ({ ...place, ...mistake }));
  const read = RuleDefinition.safeParse(yaml.value);
  if (read.success) return { rule: read.data, problems: mistakes };
  const problems = read.error.issues.map(({ path, message }) => {
    const keys = path.filter((key) => typeof key !== "symbol");
    return { ...place, ...yaml.locate(keys), code: "bad-rule", message } as const;
  });
  return { problems: [...mistakes, ...problems] };
}
