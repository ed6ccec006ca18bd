import { type Collected, collectSubjects } from "#adapters/files/collect-subjects";
import type { Wants } from "#contracts/fhir/gathering";
import type { Day } from "#domain/time";
import { readFolder } from "./read-folder.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Everybody in a folder of FHIR files, as an audience sees them on a day. `undefined` when there is
 * no such folder, which has then been said.
 */
export function readSubjects(
  folder: string,
  options: { readonly on: Day; readonly wants: Wants; readonly isOnePatientPerFile?: boolean },
  terminal: Terminal,
): Promise<Collected | undefined> {
  return readFolder(
    folder,
    (onProgress) => collectSubjects(folder, { ...options, onProgress }),
    terminal,
  );
}
