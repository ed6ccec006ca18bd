import { existsSync, statSync } from "node:fs";
import type { GatheredPatients, GatherProgress } from "#adapters/files/gather-patients";
import { progressBar } from "./progress-bar.ts";
import { fail, type Terminal } from "./terminal.ts";

/**
 * What is read from a folder of FHIR files, with a progress bar and a word on stderr about what
 * could not be read. `undefined` when there is no such folder, which has then been said.
 */
export async function readFolder<Read extends Pick<GatheredPatients, "counts" | "faults">>(
  folder: string,
  read: (onProgress: (progress: GatherProgress) => void) => Promise<Read>,
  terminal: Terminal,
): Promise<Read | undefined> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    fail(`${folder} is not a folder. Give one with FHIR files (*.json, *.ndjson).`, 2, terminal);
    return undefined;
  }
  const bar = progressBar("Reading", terminal);
  const found = await read(({ bytes, totalBytes }) => bar.update(bytes, totalBytes));
  bar.stop();
  const bad = found.counts.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (bad > 0) {
    const [first] = found.faults;
    const example =
      first === undefined ? "" : ` The first: ${first.file}:${first.line} ${first.fault.reason}.`;
    terminal.stderr.write(`${bad} resources could not be used and were passed over.${example}\n`);
  }
  return found;
}
