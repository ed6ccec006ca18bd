import { existsSync, statSync } from "node:fs";
import type { Command } from "commander";
import { progressBar } from "../progress-bar.ts";
import { loadPublished } from "../published.ts";
import { count, several } from "../report/numbers.ts";
import { paintFor, table } from "../report/table.ts";
import { runningStack, type StackFile } from "../stack-file.ts";
import { fail, printJson, printLine, problem, type Terminal } from "../terminal.ts";

interface Options {
  readonly concepts?: string;
  readonly json?: true;
}

/** `rounds import`: FHIR files into the running stack. */
export function registerImport(program: Command, terminal: Terminal = process): void {
  program
    .command("import")
    .description("hand FHIR files in to the running stack")
    .argument("<dir>", "FHIR R4 bundles (*.json) and NDJSON (*.ndjson), or .gz")
    .option("--concepts <dir>", "publish code lists of your own first")
    .option("--json", "one object a line: resourceType, accepted, quarantined")
    .addHelpText(
      "after",
      `
Needs the stack that \`npm start -- --keep\` holds up in another terminal. A line that cannot be
read is put aside with its reason, the rest goes on; then the exit code is 1. Importing the same
files again changes nothing.`,
    )
    .action((directory: string, options: Options) => importFiles(directory, options, terminal));
}

async function importFiles(directory: string, options: Options, terminal: Terminal): Promise<void> {
  for (const folder of [directory, options.concepts ?? directory]) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) {
      return fail(`${folder} is not a folder.`, 2, terminal);
    }
  }
  const stack = await runningStack();
  if (stack === undefined) {
    const advice = "Start one in another terminal, in this folder: npm start -- --keep";
    return fail(`No stack is running here. ${advice}`, 1, terminal);
  }
  if (options.concepts !== undefined) await publishOwnLists(stack, options.concepts, terminal);
  const { importInto } = await import("#local/import-into");
  const bar = progressBar("Importing", terminal);
  const counts = await importInto(stack.address, directory, (done, total) => {
    bar.update(done, total);
  }).finally(() => bar.stop());
  const bad = counts.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (bad > 0) problem(1, terminal);
  if (options.json) {
    for (const one of counts) await printJson(one, terminal);
    return;
  }
  const rows = counts.map((one) => [one.resourceType, one.accepted, one.quarantined]);
  const head = ["resource", "accepted", "quarantined"];
  await printLine(table(head, rows, paintFor(terminal)), terminal);
  if (bad > 0) {
    const where = `s3://${stack.address.bucket}/quarantine/`;
    await printLine(`${several(bad, "line")} put aside, each with its reason: ${where}`, terminal);
  }
  if (counts.length === 0) await printLine(`${count(0)} FHIR files in ${directory}.`, terminal);
}

async function publishOwnLists(
  { address, organization }: StackFile,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const { published, mistakes } = loadPublished(folder);
  for (const { file, message } of mistakes) terminal.stderr.write(`${file}: ${message}\n`);
  const { publishConcepts } = await import("#local/publish");
  const { systemClock } = await import("#adapters/system-clock");
  await publishConcepts({ address, clock: systemClock }, organization, published.concepts);
}
