import type * as z from "zod";
import type { LocatedProblem } from "#contracts/campaign-files/located-problem";
import { OrganizationFile, organizationFileKeys } from "#contracts/organization-file";
import { suggestion } from "#domain/campaign/did-you-mean";
import { readYaml, shown } from "./campaign-files.ts";

/** What stands in the file, and every problem of it; without a problem that is an error, both. */
export interface ReadOrganization {
  readonly file?: OrganizationFile;
  readonly problems: readonly LocatedProblem[];
}

/** Reads an organization's settings from YAML. The file must be there. */
export function readOrganizationFile(path: string): ReadOrganization {
  const yaml = readYaml(path);
  const place = { file: shown(path), severity: "error" } as const;
  const mistakes = yaml.mistakes.map((mistake) => ({ ...place, ...mistake }));
  if (mistakes.length > 0) return { problems: mistakes };
  const read = OrganizationFile.safeParse(yaml.value);
  if (read.success) return { file: read.data, problems: [] };
  const problems = read.error.issues.flatMap((issue): LocatedProblem[] => {
    const path = issue.path.filter((part) => typeof part !== "symbol");
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => {
        const message = `\`${key}\` is no setting.${suggestion(key, keysAt(path))}`;
        return { ...place, ...yaml.locate([...path, key]), code: "unknown-key", message };
      });
    }
    const message = wording(issue, path, yaml.value);
    return [{ ...place, ...yaml.locate(path), code: "wrong-type", message }];
  });
  return { problems };
}

type Path = readonly (string | number)[];

function keysAt(path: Path): readonly string[] {
  const names = path.filter((part) => typeof part === "string");
  return organizationFileKeys[names.join(".")] ?? [];
}

function wording(issue: z.core.$ZodIssue, path: Path, value: unknown): string {
  const name = path.join(".");
  if (path.length === 0) return "An organization's settings are a map. Begin with its `id`.";
  if (isMissing(path, value)) return `There is no \`${name}\`. Add it.`;
  if (issue.code === "invalid_value") {
    return `\`${name}\` is one of ${issue.values.join(", ")}.`;
  }
  if (issue.code === "invalid_format" && name === "id") {
    return "`id` has letters, digits, `-`, `_` and `.` alone, at most 64.";
  }
  return `\`${name}\`: ${issue.message}.`;
}

function isMissing(path: Path, value: unknown): boolean {
  let inner: unknown = value;
  for (const part of path) {
    if (typeof inner !== "object" || inner === null || !(part in inner)) return true;
    inner = (inner as Record<string | number, unknown>)[part];
  }
  return inner === null;
}
