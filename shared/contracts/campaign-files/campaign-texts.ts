import { type RuleDefinition, ruleProblems, sizesOf } from "../../domain/audience/named-rule.ts";
import type { Campaign, CampaignId } from "../../domain/campaign/campaign.ts";
import { type CheckContext, check } from "../../domain/campaign/check.ts";
import { compileSource } from "../../domain/campaign/compile-source.ts";
import type { CampaignTexts } from "../../domain/campaign/origin.ts";
import type { CampaignSource } from "../../domain/campaign/sketch.ts";
import { conditionsPerRuleMax } from "../../domain/limits.ts";
import type { LocatedProblem } from "./located-problem.ts";
import { readRule } from "./rule-text.ts";
import { parseYaml, type YamlFile } from "./yaml-text.ts";

interface ReadTexts {
  readonly source: CampaignSource;
  readonly rules: ReadonlyMap<string, RuleDefinition>;
  /** What YAML itself could not make out, and rules that are none. */
  readonly mistakes: readonly LocatedProblem[];
  readonly files: ReadonlyMap<string, YamlFile>;
}

/**
 * Every problem of a campaign's texts, by file and place: what `rounds check` says of the same files,
 * but for conversations, which are not published. Never throws, whatever the texts are.
 */
export function problemsOfTexts(
  id: CampaignId,
  texts: CampaignTexts,
  context: Omit<CheckContext, "rules">,
): readonly LocatedProblem[] {
  const { source, rules, mistakes, files } = readTexts(id, texts);
  const found = check(source, { ...context, rules }).map(
    ({ file, path, code, severity, message }): LocatedProblem => {
      const place = files.get(file)?.locate(path) ?? { line: 1, column: 1 };
      return { file, ...place, code, severity, message };
    },
  );
  return [...mistakes, ...found].toSorted(
    (one, other) =>
      (one.file < other.file ? -1 : Number(one.file > other.file)) ||
      one.line - other.line ||
      one.column - other.column,
  );
}

/**
 * The campaign as `rounds publish` makes it of the same files.
 * @throws Error where `problemsOfTexts` found one.
 */
export function compileTexts(id: CampaignId, texts: CampaignTexts, version: number): Campaign {
  const { source, rules } = readTexts(id, texts);
  return compileSource(source, rules, version);
}

/** `campaign.yaml`, `messages/<language>.yaml`, and `rules/<name>.yaml` of the rules that it names. */
function readTexts(id: CampaignId, texts: CampaignTexts): ReadTexts {
  const files = new Map(Object.entries(texts).map(([file, text]) => [file, parseYaml(text)]));
  const within = (folder: string) =>
    [...files].flatMap(([file, yaml]) => {
      const name = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : "";
      return name.endsWith(".yaml") ? [{ file, name: name.slice(0, -".yaml".length), yaml }] : [];
    });
  const read = within("rules").map(({ file, name, yaml }) => ({
    ...{ file, name },
    ...readRule(file, yaml),
  }));
  const all = new Map(read.flatMap(({ name, rule }) => (rule ? [[name, rule] as const] : [])));
  const sizes = sizesOf(all);
  const isBoundless = (name: string) => (sizes.get(name) ?? 0) > conditionsPerRuleMax;
  const rules = new Map([...all].filter(([name]) => !isBoundless(name)));
  const boundless = read.filter(({ name }) => isBoundless(name));
  const astray = read.flatMap(({ file, rule }) =>
    ruleProblems(rule?.is ?? { "any-of": [] }, rules).map(({ code, message }) => ({
      ...{ file, line: 1, column: 1, severity: "error" as const },
      ...{ code, message },
    })),
  );
  const written = [...files].filter(([file]) => !file.startsWith("rules/"));
  return {
    files,
    source: {
      folder: id,
      definition: files.get("campaign.yaml")?.value,
      messages: Object.fromEntries(within("messages").map(({ name, yaml }) => [name, yaml.value])),
    },
    rules,
    mistakes: [
      ...written.flatMap(([file, { mistakes }]) =>
        mistakes.map((mistake) => ({ file, severity: "error" as const, ...mistake })),
      ),
      ...read.flatMap(({ problems }) => problems),
      ...astray,
      ...boundless.map(({ file }) => ({
        ...({ file, line: 1, column: 1, severity: "error", code: "bad-rule" } as const),
        message: `Written out, this rule has more than ${conditionsPerRuleMax} conditions. Say it with fewer.`,
      })),
    ],
  };
}
