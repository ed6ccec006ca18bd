import * as z from "zod";
import { suggestion } from "../campaign/did-you-mean.ts";
import { Audience } from "./audience.ts";
import { type Condition, keyed } from "./condition.ts";

/** A rule that several campaigns share, as its file in `campaigns/rules` says it. */
export const RuleDefinition = z.strictObject(
  {
    title: z.string({ error: "Write the title as text." }).optional(),
    is: Audience,
  },
  { error: "Write a rule as title: and is:, and a condition under is:." },
);
export type RuleDefinition = z.infer<typeof RuleDefinition>;

/** Rules by name. */
export type RuleBook = ReadonlyMap<string, RuleDefinition>;

export interface RuleProblem {
  readonly code: "unknown-rule" | "cyclic-rule";
  /** The name as the condition that was asked about writes it. */
  readonly name: string;
  readonly message: string;
}

/** Names that lead nowhere or round in a circle, in order of appearance, each once. */
export function ruleProblems(audience: Condition, rules: RuleBook): readonly RuleProblem[] {
  const problems = new Map<string, RuleProblem>();
  for (const name of ruleNamesIn(audience)) {
    const problem = problemOf(name, rules, [], new Set());
    if (problem !== undefined) problems.set(name, { ...problem, name });
  }
  return [...problems.values()];
}

function problemOf(
  name: string,
  rules: RuleBook,
  way: readonly string[],
  sound: Set<string>,
): Omit<RuleProblem, "name"> | undefined {
  if (sound.has(name)) return undefined;
  if (way.includes(name)) {
    const cycle = [...way.slice(way.indexOf(name)), name].join(" → ");
    return { code: "cyclic-rule", message: `The rules refer to each other in a circle: ${cycle}.` };
  }
  const rule = rules.get(name);
  if (rule === undefined) {
    const place = way.length === 0 ? "" : ` that \`${way.at(-1)}\` refers to`;
    return {
      code: "unknown-rule",
      message: `There is no rule \`${name}\`${place}.${suggestion(name, rules.keys())}`,
    };
  }
  for (const next of ruleNamesIn(rule.is)) {
    const problem = problemOf(next, rules, [...way, name], sound);
    if (problem !== undefined) return problem;
  }
  sound.add(name);
  return undefined;
}

/**
 * The audience with what each named rule says written beside its name, so that it needs no rule
 * book any more: a published campaign means the same tomorrow, whatever the rules say by then.
 * Names that `ruleProblems` complains of stay bare, and nobody is selected by them.
 */
export function withRules(audience: Condition, rules: RuleBook): Condition {
  const bad = new Set(ruleProblems(audience, rules).map(({ name }) => name));
  const written = (condition: Condition): Condition => {
    const asked = keyed(condition);
    switch (asked.key) {
      case "all":
        return { all: asked.value.map(written) };
      case "any-of":
        return { "any-of": asked.value.map(written) };
      case "not":
        return { not: written(asked.value) };
      case "rule": {
        const name = typeof asked.value === "string" ? asked.value : asked.value.name;
        const rule = bad.has(name) ? undefined : rules.get(name);
        if (rule === undefined) return condition;
        const { title, is } = rule;
        return { rule: { name, ...(title === undefined ? {} : { title }), is: written(is) } };
      }
      default:
        return condition;
    }
  };
  return written(audience);
}

/** The rules that an audience leans on, those that its rules name included, each once. */
export function rulesUsed(audience: Condition, rules: RuleBook): readonly string[] {
  const used = new Set<string>();
  const left = [...ruleNamesIn(audience)];
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    const rule = used.has(name) ? undefined : rules.get(name);
    if (rule === undefined) continue;
    used.add(name);
    left.push(...ruleNamesIn(rule.is));
  }
  return [...used];
}

/**
 * How many conditions each rule is once the rules that it names are written out in it. Rules that name
 * two others twice over grow beyond all bounds in a few lines. A circle is counted once.
 */
export function sizesOf(rules: RuleBook): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  const ofRule = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    sizes.set(name, 0);
    const rule = rules.get(name);
    const size = rule === undefined ? 0 : ofCondition(rule.is);
    sizes.set(name, size);
    return size;
  };
  const ofCondition = (condition: Condition): number => {
    const asked = keyed(condition);
    switch (asked.key) {
      case "all":
      case "any-of":
        return asked.value.reduce((sum, each) => sum + ofCondition(each), 1);
      case "not":
        return 1 + ofCondition(asked.value);
      case "rule":
        return 1 + ofRule(typeof asked.value === "string" ? asked.value : asked.value.name);
      default:
        return 1;
    }
  };
  for (const name of rules.keys()) ofRule(name);
  return sizes;
}

function ruleNamesIn(condition: Condition): readonly string[] {
  const asked = keyed(condition);
  switch (asked.key) {
    case "all":
    case "any-of":
      return [...new Set(asked.value.flatMap(ruleNamesIn))];
    case "not":
      return ruleNamesIn(asked.value);
    case "rule":
      return [typeof asked.value === "string" ? asked.value : asked.value.name];
    default:
      return [];
  }
}
