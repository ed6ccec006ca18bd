import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { BundleName } from "./function-names.ts";

export const repository = fileURLToPath(new URL("..", import.meta.url));

/** What `infra/bundle.ts` makes when it is told nothing else. */
export const bundleFolder = join(repository, "dist");

/** Bundles made by `infra/bundle.ts` in that folder; two syntheses at a time need one each. */
export function bundlesIn(folder: string): (name: BundleName) => Code {
  return (name) => Code.fromAsset(join(folder, "functions", name));
}
