import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { parseYaml, type YamlFile } from "#contracts/campaign-files/yaml-text";
import type { Problem } from "#domain/campaign/problem";
import type { CampaignSource } from "#domain/campaign/sketch";
import { yamlFilesIn, yamlName } from "./yaml-file.ts";

/** The files of one campaign as they stand on disk. */
export interface CampaignFiles {
  /** The `campaign.yaml`, as found. */
  readonly file: string;
  readonly source: CampaignSource;
  /** What YAML itself could not make out. */
  readonly mistakes: readonly LocatedProblem[];
  /** The golden conversations beside it. */
  readonly conversations: readonly string[];
  locate(problem: Problem): LocatedProblem;
}

/**
 * Every `campaign.yaml` under these paths, each once, sorted. A path is a folder of campaigns, a
 * campaign's folder, or any file of one; a lone YAML file counts as a campaign of its own.
 * `missing` are paths where nothing is.
 */
export function findCampaigns(paths: readonly string[]): {
  readonly files: readonly string[];
  readonly missing: readonly string[];
} {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const path of paths) {
    const found = existsSync(path) ? campaignsAt(path) : [];
    if (found.length === 0) missing.push(path);
    for (const file of found) files.add(file);
  }
  return { files: [...files].toSorted(), missing };
}

function campaignsAt(path: string): readonly string[] {
  if (statSync(path).isDirectory()) return campaignsIn(path);
  if (!/\.ya?ml$/.test(path)) return [];
  const folder = basename(dirname(path));
  if (folder === "messages" || folder === "conversations") {
    const owner = join(dirname(path), "..", "campaign.yaml");
    return existsSync(owner) ? [owner] : [];
  }
  return [path];
}

function campaignsIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return campaignsIn(join(folder, entry.name));
    return entry.name === "campaign.yaml" ? [join(folder, entry.name)] : [];
  });
}

/** Reads one campaign: its definition, its message files, the names of its conversations. */
export function readCampaignFiles(file: string): CampaignFiles {
  const folder = dirname(file);
  const definition = readYaml(file);
  const messages = new Map(
    yamlFilesIn(join(folder, "messages")).map((each) => [yamlName(each), readYaml(each)]),
  );
  const files = new Map<string, { readonly name: string; readonly yaml: YamlFile }>([
    ["campaign.yaml", { name: shown(file), yaml: definition }],
  ]);
  for (const [language, yaml] of messages) {
    const name = `messages/${language}.yaml`;
    files.set(name, { name: shown(join(folder, name)), yaml });
  }
  return {
    file,
    source: {
      folder: idOf(file, definition.value),
      definition: definition.value,
      messages: Object.fromEntries([...messages].map(([key, { value }]) => [key, value])),
    },
    mistakes: [...files.values()].flatMap(({ name, yaml }) =>
      yaml.mistakes.map((mistake) => ({ file: name, severity: "error" as const, ...mistake })),
    ),
    conversations: yamlFilesIn(join(folder, "conversations")),
    locate: ({ file: of, path, code, severity, message }) => {
      const found = files.get(of) ?? { name: shown(join(folder, of)), yaml: parseYaml("") };
      return { file: found.name, ...found.yaml.locate(path), code, severity, message };
    },
  };
}

/** `family/name` of the folder; a file of another name is taken at its own word. */
function idOf(file: string, definition: unknown): string {
  const own = (definition as { readonly id?: unknown } | null | undefined)?.id;
  if (basename(file) !== "campaign.yaml" && typeof own === "string") return own;
  const folder = dirname(resolve(file));
  return `${basename(dirname(folder))}/${basename(folder)}`;
}

export function readYaml(file: string): YamlFile {
  return parseYaml(readFileSync(file, "utf8"));
}

/** A path as a person would type it from here. */
export function shown(file: string): string {
  const here = relative(process.cwd(), resolve(file));
  return here.startsWith("..") ? resolve(file) : here;
}
