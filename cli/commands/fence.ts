import type { Command } from "commander";
import { fail, printJson, printLine, type Terminal } from "../terminal.ts";

interface Options {
  readonly json?: true;
  readonly table: string;
  readonly region?: string;
  readonly organization: string;
  readonly epoch: string;
}

/** `rounds fence`: the deployments before this epoch claim no contact any more. */
export function registerFence(program: Command, terminal: Terminal = process): void {
  program
    .command("fence")
    .description("keep the deployments that were the patients' home before from contacting them")
    .requiredOption("--table <name>", "the patients table, of the deployment to be fenced off")
    .requiredOption("--organization <id>", "whose patients")
    .requiredOption("--epoch <number>", "`epoch` of the environment that is the home from now on")
    .option("--region <name>", "the table's region")
    .option("--json", "one object: epoch")
    .addHelpText("after", help)
    .action((options: Options) => fence(options, terminal));
}

const help = `
Works within fifteen seconds, and never backwards: an epoch only rises. What was already handed to a
provider cannot be called back. The fenced deployment still hears patients, so that a STOP to its
number is kept. docs/runbooks/failover.md says when, and what comes before and after.`;

async function fence(options: Options, terminal: Terminal): Promise<void> {
  const epoch = Number(options.epoch);
  if (!Number.isSafeInteger(epoch) || epoch < 1) {
    return fail(`--epoch is a whole number from 1, not "${options.epoch}".`, 2, terminal);
  }
  const { deployedStores } = await import("../deployment.ts");
  const { organizations } = deployedStores(options.table, options.region);
  if (!(await organizations.raiseEpoch(options.organization, epoch))) {
    const latest = await organizations.epoch(options.organization);
    return fail(`Epoch ${latest} holds already, and an epoch never falls.`, 1, terminal);
  }
  if (options.json) return printJson({ epoch }, terminal);
  await printLine(`Deployments before epoch ${epoch} claim no contact any more.`, terminal);
}
