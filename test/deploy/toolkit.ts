import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "#support/repository";
import { withPrograms } from "./emulator.ts";
import { bundlesVariable } from "./environments.ts";

export interface ToolkitOptions {
  /** Of the emulator. */
  readonly endpoint: string;
  readonly account: string;
  /** Holds `bundles/`, as `infra/bundle.ts` makes them, and gets the cloud assembly. */
  readonly folder: string;
}

export const assemblyIn = (folder: string) => join(folder, "cdk.out");
export const bundlesOf = (folder: string) => join(folder, "bundles");

/**
 * Runs the CDK's own command as a person would, on the test's app.
 * @throws Error with the end of what it wrote, when it fails.
 */
export function cdk(options: ToolkitOptions, ...args: readonly string[]): Promise<void> {
  const program = join(root, "node_modules", "aws-cdk", "bin", "cdk");
  const app = ["--app", "node test/deploy/app.ts", "--output", assemblyIn(options.folder)];
  const child = spawn(process.execPath, [program, ...args, ...app, "--ci"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: withPrograms,
      HOME: options.folder,
      AWS_ENDPOINT_URL: options.endpoint,
      AWS_ACCESS_KEY_ID: options.account,
      AWS_SECRET_ACCESS_KEY: "none",
      AWS_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
      CDK_DISABLE_VERSION_CHECK: "1",
      // `npm run synth` asks CloudFormation's rules and the rule packs; here it would cost minutes.
      CDK_VALIDATION: "false",
      [bundlesVariable]: bundlesOf(options.folder),
    },
  });
  let said = "";
  const keep = (chunk: Buffer) => {
    said += chunk.toString("utf8");
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`cdk ${args.join(" ")} ended with ${code}.\n${said.slice(-4_000)}`));
    });
  });
}
