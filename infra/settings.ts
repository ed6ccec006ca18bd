import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./bundle-folder.ts";

/** The feature flags of `cdk.json`, which hold for every way of synthesizing. */
export function settings(): Record<string, unknown> {
  const file: unknown = JSON.parse(readFileSync(join(repository, "cdk.json"), "utf8"));
  const isSettings = typeof file === "object" && file !== null && "context" in file;
  if (!isSettings || typeof file.context !== "object") throw new Error("cdk.json has no context.");
  return { ...file.context };
}
