import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Code } from "aws-cdk-lib/aws-lambda";
import type { FunctionName } from "./function-names.ts";

export const repository = fileURLToPath(new URL("..", import.meta.url));

/** One folder for each function, made by `infra/bundle.ts`. */
export const bundleFolder = join(repository, "dist", "functions");

export function bundleOf(name: FunctionName): Code {
  return Code.fromAsset(join(bundleFolder, name));
}
