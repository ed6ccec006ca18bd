import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { environmentNamed } from "#infra/environments";
import { RegionStage } from "#infra/region-stage";
import { settings } from "#infra/settings";

/**
 * Synthesizes the local region's stacks into that folder, with functions that hold this code
 * instead of their own, and returns the assembly's folder.
 */
export function realAssembly(folder: string, code: string): string {
  const bundle = join(folder, "code");
  mkdirSync(bundle, { recursive: true });
  writeFileSync(join(bundle, "index.mjs"), code);
  const outdir = join(folder, "cdk.out");
  const paths = { "aws:cdk:enable-asset-metadata": true, "aws:cdk:enable-path-metadata": true };
  const app = new App({ outdir, postCliContext: { ...settings(), ...paths } });
  new RegionStage(app, environmentNamed("local"), () => Code.fromAsset(bundle));
  app.synth();
  return outdir;
}
