import { appendFile, cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "#infra/bundle";
import { functionNames } from "#infra/function-names";
import { root } from "#support/repository";
import { type StageStack, stacksOf } from "./deployable.ts";
import { DeployedRegion } from "./deployed-region.ts";
import { type Emulator, startEmulator } from "./emulator.ts";
import { east, west } from "./environments.ts";
import { type Providers, startProviders } from "./providers.ts";
import { assemblyIn, bundlesOf, cdk } from "./toolkit.ts";

const stages = ["east", "west"] as const;
type Stage = (typeof stages)[number];

/**
 * An account in an emulator, with the repository's app beside it and the providers outside. The
 * texts of the east come back to the east; the west sends none.
 */
export interface Deployment extends Readonly<Record<Stage, DeployedRegion>> {
  readonly providers: Providers;
  /** Runs the CDK's own command on the test's app. */
  cdk(...args: readonly string[]): Promise<void>;
  /** Of both stages, as the command synthesized them last. */
  stacks(): readonly (StageStack & { readonly stage: Stage })[];
  /** `cdk deploy` of all stacks of these stages that can be deployed here. */
  deploy(...of: readonly Stage[]): Promise<void>;
  /** Gives every function other code that does the same. */
  changeCode(): Promise<void>;
  /** Takes that back. */
  restoreCode(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the emulator and the providers and bundles the functions; nothing is deployed yet. */
export async function emptyAccount(): Promise<Deployment> {
  const folder = await mkdtemp(join(tmpdir(), "rounds-deploy-"));
  const closers: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    await bundle({ root, into: bundlesOf(folder) });
    const providers = await startProviders(() => regions.east);
    closers.push(() => providers.close());
    const emulator = await startEmulator(providers.variables);
    closers.push(() => emulator.stop());
    const regions = {
      east: new DeployedRegion(east, emulator.endpoint),
      west: new DeployedRegion(west, emulator.endpoint),
    };
    return { ...regions, providers, ...operations(emulator, folder), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function operations({ endpoint }: Emulator, folder: string) {
  const { account } = east;
  const run = async (...args: readonly string[]) => cdk({ endpoint, account, folder }, ...args);
  const stacks = () =>
    stages.flatMap((stage) =>
      stacksOf(assemblyIn(folder), stage).map((stack) => ({ ...stack, stage })),
    );
  const functions = join(bundlesOf(folder), "functions");
  const kept = join(folder, "kept");
  return {
    cdk: run,
    stacks,
    deploy: (...of: readonly Stage[]) => {
      const wanted = stacks().filter(
        ({ stage, obstacle }) => of.includes(stage) && obstacle === undefined,
      );
      const ids = wanted.map(({ id }) => id);
      return run("deploy", ...ids, "--require-approval", "never", "--concurrency", "2");
    },
    changeCode: async () => {
      await cp(functions, kept, { recursive: true });
      for (const name of functionNames) {
        await appendFile(join(functions, name, "index.mjs"), "// The same, built again.\n");
      }
    },
    restoreCode: () => cp(kept, functions, { recursive: true }),
  };
}
