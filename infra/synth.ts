import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { App } from "aws-cdk-lib";
import { bundle } from "./bundle.ts";
import { bundleFolder, bundlesIn, repository } from "./bundle-folder.ts";
import { type Environment, environments } from "./environments.ts";
import { addChecks } from "./nag.ts";
import { RegionStage } from "./region-stage.ts";
import { settings } from "./settings.ts";

export interface SynthesizeOptions {
  /** The cloud assembly's folder; what was in it is deleted. */
  readonly outdir: string;
  /** One deployment; all of them when absent. */
  readonly environment?: Environment;
  /** CloudFormation's own rules and the rule packs, as errors. */
  readonly validate: boolean;
  /** Where the bundles are made; `dist` in the repository by default. */
  readonly bundles?: string;
}

export interface Synthesized {
  readonly directory: string;
  readonly stages: readonly {
    readonly environment: string;
    readonly stacks: readonly { readonly name: string; readonly templateFile: string }[];
  }[];
}

/**
 * Bundles the functions and synthesizes the stacks. A report left by an earlier run would fail a
 * later deployment, so the folder is emptied first. Throws when a rule is broken; the report is on
 * stderr and in `validation-report.json`.
 */
export async function synthesize(options: SynthesizeOptions): Promise<Synthesized> {
  await rm(options.outdir, { recursive: true, force: true });
  const { bundles = bundleFolder } = options;
  await bundle({ root: repository, into: bundles });
  const app = new App({
    outdir: options.outdir,
    // Given last, so that they win over cdk.json: this is not run by the CDK's own command.
    postCliContext: { ...settings(), ...withMetadata },
    analyticsReporting: false,
  });
  const wanted = options.environment ? [options.environment] : environments;
  const stages = wanted.map((environment) => new RegionStage(app, environment, bundlesIn(bundles)));
  if (options.validate) addChecks(app);
  const before = process.env["CDK_VALIDATION"];
  process.env["CDK_VALIDATION"] = String(options.validate);
  try {
    app.synth();
  } finally {
    if (before === undefined) delete process.env["CDK_VALIDATION"];
    else process.env["CDK_VALIDATION"] = before;
  }
  return {
    directory: options.outdir,
    stages: stages.map((stage) => ({
      environment: stage.stageName,
      stacks: stage.synth().stacks.map((stack) => ({
        name: stack.stackName,
        templateFile: stack.templateFullPath,
      })),
    })),
  };
}

/** The local stack finds construct ids and bundles in the template by these. */
const withMetadata = {
  "aws:cdk:enable-asset-metadata": true,
  "aws:cdk:enable-path-metadata": true,
};

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      fast: { type: "boolean", default: false },
      out: { type: "string", default: join(repository, "cdk.out") },
    },
  });
  const started = Date.now();
  const { stages } = await synthesize({ outdir: values.out, validate: !values.fast });
  const stacks = stages.flatMap((stage) => stage.stacks);
  const how = values.fast ? "not validated" : "validated";
  console.log(`${stacks.length} stacks synthesized and ${how} in ${Date.now() - started} ms`);
}
