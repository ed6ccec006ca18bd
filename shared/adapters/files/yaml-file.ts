import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";

/** The YAML files of a folder, sorted, without hidden ones. One that is not there holds none. */
export function yamlFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith("."))
    .toSorted()
    .map((name) => join(folder, name));
}

/** The name of a YAML file without its ending: `en` of `messages/en.yaml`. */
export function yamlName(file: string): string {
  return basename(file).replace(/\.ya?ml$/, "");
}
