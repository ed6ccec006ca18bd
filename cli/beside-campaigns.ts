import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** Folders that lie beside the families of campaigns and belong to all of them. */
const names = ["notices", "rules", "conversations"] as const;
type Beside = (typeof names)[number];

/**
 * What of these paths lies beside campaigns: for each name the folders that a path is, holds or
 * lies in. `campaigns` are the paths that may hold campaigns too.
 */
export function findBeside(
  paths: readonly string[],
): Readonly<Record<Beside | "campaigns", readonly string[]>> {
  const found: Record<Beside | "campaigns", string[]> = {
    campaigns: [],
    notices: [],
    rules: [],
    conversations: [],
  };
  for (const path of paths) {
    const places = names.map((name) => ({ name, folder: folderAt(path, name) }));
    for (const { name, folder } of places) {
      if (folder !== undefined && !found[name].includes(folder)) found[name].push(folder);
    }
    const isBeside = places.some(({ folder }) => folder !== undefined && isWithin(path, folder));
    if (!isBeside) found.campaigns.push(path);
  }
  return found;
}

function folderAt(path: string, name: Beside): string | undefined {
  if (!existsSync(path)) return undefined;
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  const candidates = folder === path ? [folder, join(folder, name)] : [folder];
  // A campaign's own conversations are found with it.
  return candidates.find(
    (each) =>
      basename(resolve(each)) === name &&
      existsSync(each) &&
      !existsSync(join(each, "..", "campaign.yaml")),
  );
}

function isWithin(path: string, folder: string): boolean {
  return resolve(path) === resolve(folder) || dirname(resolve(path)) === resolve(folder);
}
