import type { Command } from "commander";
import type { Campaign } from "#domain/campaign/campaign";
import type { Environment } from "#infra/environments";
import { CampaignProblem, loadCampaigns } from "../campaign-files.ts";
import { checkAccount } from "../doctor/check-account.ts";
import { checkSettings } from "../doctor/check-settings.ts";
import { isLaptop } from "../doctor/contacted.ts";
import { readEnvironments } from "../doctor/environments.ts";
import type { Finding } from "../doctor/finding.ts";
import { findingLine, verdict } from "../doctor/finding-line.ts";
import { paintFor } from "../report/table.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly json?: true;
  readonly offline?: true;
  readonly profile?: string;
  readonly stage: string;
}

/** `rounds doctor`: what is missing before a deployment contacts anybody. */
export function registerDoctor(program: Command, terminal: Terminal = process): void {
  program
    .command("doctor")
    .description("say what a deployment still lacks before it contacts patients")
    .requiredOption("--stage <name>", "the environment's name in infra/environments.ts")
    .option("--offline", "look at the environment's settings alone, and ask no account")
    .option("--profile <name>", "ask the account as this profile of ~/.aws/config")
    .option("--json", "one object a line: check, is (ok, warning, problem, skipped), says, do")
    .addHelpText("after", help)
    .action((options: Options) => examine(options, terminal));
}

const help = `
Reads the environment, then asks its AWS account what it grants, with the credentials that AWS's own
command would use. It changes nothing, sends nothing, and tells what it could not ask.

✓ all is well   ! may be meant so   ✗ must be mended   – could not be looked at

Exits with 0 when there is no ✗, 1 when there is one, 2 when there is no such environment.

  rounds doctor --stage prod-us-east-1 --profile clinic
  rounds doctor --stage staging-us-east-1 --offline`;

async function examine(options: Options, terminal: Terminal): Promise<void> {
  const { stage, json, offline, profile } = options;
  const environments = await readEnvironments();
  if ("wrong" in environments) return tell(environments.wrong, json === true, terminal);
  const environment = environments.find(({ name }) => name === stage);
  if (environment === undefined) {
    const known = environments.map(({ name }) => name).join(", ");
    return fail(`There is no environment "${stage}". There are: ${known}.`, 2, terminal);
  }
  const settings = checkSettings(environment, { environments, campaigns: campaignsIfSound() });
  const account = offline || isLaptop(environment) ? [] : await asked(environment, profile);
  await tell([...settings, ...account], json === true, terminal);
}

async function asked(
  environment: Environment,
  profile: string | undefined,
): Promise<readonly Finding[]> {
  const { accountOnAws } = await import("../doctor/aws/account.ts");
  return checkAccount(environment, accountOnAws({ region: environment.region, profile }));
}

function campaignsIfSound(): readonly Campaign[] | undefined {
  try {
    return loadCampaigns();
  } catch (error) {
    if (error instanceof CampaignProblem) return undefined;
    throw error;
  }
}

async function tell(
  findings: readonly Finding[],
  asJson: boolean,
  terminal: Terminal,
): Promise<void> {
  if (findings.some(({ is }) => is === "problem")) problem(1, terminal);
  if (asJson) {
    for (const finding of findings) await printJson(finding, terminal);
    return;
  }
  const paint = paintFor(terminal);
  for (const finding of findings) await printLine(findingLine(finding, paint), terminal);
  await printLine(verdict(findings), terminal);
}
