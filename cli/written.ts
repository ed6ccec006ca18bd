import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readCampaignFiles } from "#adapters/files/campaign-files";
import { yamlFilesIn, yamlName } from "#adapters/files/yaml-file";
import { Audience } from "#domain/audience/audience";
import { rulesUsed } from "#domain/audience/named-rule";
import type { CampaignTexts, LinkedTo, Written } from "#domain/campaign/origin";
import { asRecord } from "#domain/campaign/sketch";
import { loadRules, ruleFolders } from "./rules.ts";

/**
 * The files of these campaigns as they are written, by id, for drafts to begin from: the definition,
 * the words, and the rules that they name. For files that `check` found no error in.
 */
export function writtenIn(
  files: readonly string[],
  links?: LinkedTo,
): Readonly<Record<string, Written>> {
  return Object.fromEntries(
    files.map((file) => {
      const { source } = readCampaignFiles(file);
      const id = String(asRecord(source.definition)["id"]);
      return [id, { texts: textsOf(file), ...(links === undefined ? {} : { links }) }];
    }),
  );
}

function textsOf(file: string): CampaignTexts {
  const messages = yamlFilesIn(join(dirname(file), "messages")).map(
    (each) => [`messages/${yamlName(each)}.yaml`, each] as const,
  );
  const named = [["campaign.yaml", file] as const, ...messages, ...rulesOf(file)];
  return Object.fromEntries(named.map(([name, path]) => [name, readFileSync(path, "utf8")]));
}

function rulesOf(file: string): readonly (readonly [string, string])[] {
  const { definition } = readCampaignFiles(file).source;
  const { audience, goal } = asRecord(definition);
  const { rules } = loadRules(file);
  const used = [audience, goal].flatMap((one) => rulesUsed(Audience.parse(one), rules));
  // A rule of a later folder is taken before one of an earlier, as `loadRules` does.
  const paths = new Map(
    ruleFolders(file)
      .flatMap(yamlFilesIn)
      .map((path) => [yamlName(path), path]),
  );
  return [...new Set(used)].map((name) => [`rules/${name}.yaml`, paths.get(name) ?? ""] as const);
}
