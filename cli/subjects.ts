import { existsSync, statSync } from "node:fs";
import { type Collected, collectSubjects } from "#adapters/files/collect-subjects";
import type { Wants } from "#contracts/fhir/gathering";
import type { Day } from "#domain/time";
import { progressBar } from "./progress-bar.ts";
import { fail, type Terminal } from "./terminal.ts";

/**
 * Everybody in a folder of FHIR files, with a progress bar and a word on stderr about what could
 * not be read. `undefined` when there is no such folder, which has then been said.
 */
export async function readSubjects(
  folder: string,
  {
    on,
    wants,
    isOnePatientPerFile = false,
  }: { readonly on: Day; readonly wants: Wants; readonly isOnePatientPerFile?: boolean },
  terminal: Terminal,
): Promise<Collected | undefined> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    fail(`${folder} is not a folder. Give one with FHIR files (*.json, *.ndjson).`, 2, terminal);
    return undefined;
  }
  const bar = progressBar("Reading", terminal);
  const collected = await collectSubjects(folder, {
    on,
    wants,
    isOnePatientPerFile,
    onProgress: ({ bytes, totalBytes }) => bar.update(bytes, totalBytes),
  });
  bar.stop();
  const bad = collected.counts.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (bad > 0) {
    const [first] = collected.faults;
    const example =
      first === undefined ? "" : ` The first: ${first.file}:${first.line} ${first.fault.reason}.`;
    terminal.stderr.write(`${bad} resources could not be used and were passed over.${example}\n`);
  }
  return collected;
}
