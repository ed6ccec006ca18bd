import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import { systemClock } from "#adapters/system-clock";
import { isSound } from "#domain/campaign/check";
import { dayOf } from "#domain/time";
import {
  createPlanPublication,
  type Publication,
  type PublicationPlan,
  type Refusal,
} from "#usecases/plan-publication";
import { createPublishOrganization, type PublicationResult } from "#usecases/publish-organization";
import { readPublication } from "../publication-files.ts";
import { printProblems } from "../report/problems.ts";
import {
  isForOthers,
  planAsRows,
  planInWords,
  refusalInWords,
  solvedInWords,
} from "../report/publication.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly table: string;
  readonly organization: string;
  readonly region?: string;
  readonly queue?: string;
  readonly concepts?: string;
  readonly earlier?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `rounds publish`: settings, concepts and campaigns to a deployment. */
export function registerPublish(program: Command, terminal: Terminal = process): void {
  program
    .command("publish")
    .description("write an organization and its campaigns to a deployment on AWS")
    .argument("[campaign...]", "FAMILY/NAME or a path (default: all of the campaigns folder)")
    .requiredOption("--table <name>", "the patients table: an output of the data stack")
    .requiredOption("--organization <file>", "its settings, as docs/examples/organization.yaml")
    .option("--concepts <folder>", "concept lists of your own (FHIR ValueSets)")
    .option("--region <name>", "the table's region")
    .option("--queue <name>", "the import queue (default: that of the table's deployment)")
    .option("--earlier", "go back to words of an earlier version, in a further version")
    .option("--dry-run", "tell what would change, and write nothing")
    .option("--json", "one object a line, the last {what:publication,solved,written}")
    .addHelpText("after", help)
    .action((campaigns: readonly string[], options: Options) =>
      publish(campaigns, options, terminal),
    );
}

const help = `
Checks everything first, as \`rounds check\` does, and writes nothing where there is an error. What is
the same stays as it is; what differs becomes a next version, for patients who begin after it.
Publishing again is safe at any time and goes on where a crash had ended it. Where an audience, a
goal or a concept list changed, everybody who was imported is looked at again.

  rounds publish --table TABLE --organization organization.yaml --dry-run
  rounds publish --table TABLE --organization organization.yaml screening/mammogram`;

async function publish(
  campaigns: readonly string[],
  options: Options,
  terminal: Terminal,
): Promise<void> {
  const { table, region } = options;
  const queueName = options.queue ?? importQueueBeside(table);
  const wrong = wrongUse(options, queueName);
  if (wrong !== undefined) return fail(wrong, 2, terminal);
  const publication = await checkedPublication(campaigns, options, terminal);
  if (publication === undefined) return;
  const { deployedStores, deployedImportQueue } = await import("../deployment.ts");
  const stores = deployedStores(table, region);
  const plan = await createPlanPublication(stores)(publication);
  const refusals = plan.refusals.filter(({ is }) => is !== "earlier" || !options.earlier);
  if (refusals.length > 0) return refuse(refusals, options, terminal);
  const { id } = publication.organization;
  if (options.dryRun || queueName === undefined) return tell({ id, plan }, options, terminal);
  // Found before anything is written: a changed audience must not be left half published.
  const queue = await deployedImportQueue(queueName, region);
  const publishAll = createPublishOrganization({ ...stores, queue, clock: systemClock });
  await tell({ id, plan, result: await publishAll(publication) }, options, terminal);
}

/**
 * The import queue of the deployment that a table belongs to. CloudFormation names a table after
 * its stack (CloudFormation User Guide, "Name type"), and both are `rounds-<environment>-…`.
 */
function importQueueBeside(table: string): string | undefined {
  const environment = /^rounds-(.+)-data-/.exec(table)?.[1];
  return environment === undefined ? undefined : `rounds-${environment}-import`;
}

function wrongUse(options: Options, queue: string | undefined): string | undefined {
  const { organization, concepts, table } = options;
  if (!existsSync(organization)) return `${organization}: there is no such file.`;
  if (concepts !== undefined && !statSync(concepts, { throwIfNoEntry: false })?.isDirectory()) {
    return `${concepts}: there is no such folder.`;
  }
  if (queue !== undefined || options.dryRun) return undefined;
  const advice = "Name its import queue by --queue, as rounds-<environment>-import.";
  return `The name ${table} does not tell its deployment. ${advice}`;
}

/** Undefined when something is wrong, which was told. */
async function checkedPublication(
  campaigns: readonly string[],
  { organization, concepts, json }: Options,
  terminal: Terminal,
): Promise<Publication | undefined> {
  const { publication, problems, mistakes, missing, checked } = readPublication({
    organization,
    campaigns,
    // A review is past or not on the day on which somebody publishes.
    today: dayOf(systemClock.now(), "UTC"),
    ...(concepts === undefined ? {} : { concepts }),
  });
  for (const path of missing) fail(`${path}: there is no campaign here.`, 2, terminal);
  for (const { file, message } of mistakes) fail(`${file}: ${message}`, 1, terminal);
  if (publication !== undefined) return publication;
  if (!isSound(problems)) problem(1, terminal);
  if (!json) await printProblems(problems, checked, terminal);
  else for (const each of problems) await printJson(each, terminal);
  fail("Nothing was published.", 1, terminal);
  return undefined;
}

async function refuse(
  refusals: readonly Refusal[],
  { json }: Options,
  terminal: Terminal,
): Promise<void> {
  for (const refusal of refusals) {
    const message = refusalInWords(refusal);
    if (json) await printJson({ what: "refusal", ...refusal, message }, terminal);
    else fail(message, 1, terminal);
  }
  fail("Nothing was published.", 1, terminal);
}

interface Told {
  readonly id: string;
  readonly plan: PublicationPlan;
  /** Absent where nothing was written. */
  readonly result?: PublicationResult;
}

async function tell({ id, plan, result }: Told, { json }: Options, terminal: Terminal) {
  const solved = result?.solved ?? (isForOthers(plan) ? "everybody" : "nobody");
  if (json) {
    for (const row of planAsRows(id, plan)) await printJson(row, terminal);
    const written = result !== undefined;
    return printJson({ what: "publication", solved, written }, terminal);
  }
  for (const line of planInWords(id, plan)) await printLine(line, terminal);
  await printLine(solvedInWords[solved], terminal);
  if (result === undefined) await printLine("Nothing was written: this is a dry run.", terminal);
}
