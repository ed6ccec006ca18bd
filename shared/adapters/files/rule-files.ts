import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { readRule } from "#contracts/campaign-files/rule-text";
import { type RuleBook, type RuleDefinition, ruleProblems } from "#domain/audience/named-rule";
import { readYaml, shown } from "./campaign-files.ts";
import { yamlFilesIn, yamlName } from "./yaml-file.ts";

export interface RuleFiles {
  readonly rules: RuleBook;
  /** Files that are no rules, and rules that lead nowhere. */
  readonly problems: readonly LocatedProblem[];
}

/**
 * Every rule of these folders, named as its file is. Where two have the same name, the one of the
 * later folder counts. A folder that is not there holds none.
 */
export function readRules(folders: readonly string[]): RuleFiles {
  const rules = new Map<string, RuleDefinition>();
  const problems: LocatedProblem[] = [];
  for (const folder of folders) {
    for (const file of yamlFilesIn(folder)) {
      const read = readRule(shown(file), readYaml(file));
      if (read.rule) rules.set(yamlName(file), read.rule);
      problems.push(...read.problems);
    }
  }
  return { rules, problems };
}

/** Rules that refer to what is not there, or to each other in a circle. */
export function problemsOfRules(folder: string, rules: RuleBook): readonly LocatedProblem[] {
  return yamlFilesIn(folder).flatMap((file) => {
    const name = yamlName(file);
    if (!rules.has(name)) return [];
    return ruleProblems({ rule: name }, rules).map(({ code, message }) => ({
      file: shown(file),
      line: 1,
      column: 1,
      severity: "error" as const,
      code,
      message,
    }));
  });
}
