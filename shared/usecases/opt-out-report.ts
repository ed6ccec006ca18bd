import type { OptOutFault } from "#contracts/opt-outs/fault";
import type { FilePlace, FileStore } from "#ports";
import { Unrecoverable } from "../errors.ts";
import type { OptOutTaken } from "./take-opt-out.ts";

export interface OptOutCounts {
  /** Rows that could be read, whatever they came to. */
  readonly accepted: number;
  /** Of these, rows of which all stood before. */
  readonly alreadyStopped: number;
  /** Of these, rows whose patient has opted in again since. */
  readonly optedInSince: number;
  readonly quarantined: number;
  /** Patients who were opted out of something by it. */
  readonly ownersOptedOut: number;
}

export interface ImportedOptOuts extends OptOutCounts {
  /** Where to go on; absent when the file is at its end. */
  readonly next?: FilePlace;
}

export interface NumberedFault extends OptOutFault {
  readonly line: number;
}

/** Says what to do beside the file, for who handed it in; the dead letter is for who runs this. */
export async function refuse(files: FileStore, file: string, refused: OptOutFault): Promise<never> {
  await files.write(`reports/${file}#1.json`, JSON.stringify({ file, fromLine: 1, refused }));
  throw new Unrecoverable(refused.reason);
}

/** Place, reason and advice only: the words stay in the file that was handed in. */
export async function quarantine(
  files: FileStore,
  file: string,
  firstLine: number,
  faults: readonly NumberedFault[],
): Promise<void> {
  if (faults.length === 0) return;
  const lines = faults.map((fault) => JSON.stringify({ file, ...fault }));
  await files.write(`quarantine/${file}#${firstLine}.ndjson`, `${lines.join("\n")}\n`);
}

/** Counts only, so that who handed the list in can see what came of it. */
export async function reported(
  files: FileStore,
  { file, from }: { readonly file: string; readonly from: FilePlace },
  imported: ImportedOptOuts,
): Promise<ImportedOptOuts> {
  const report = { file, fromLine: from.line, ...imported };
  await files.write(`reports/${file}#${from.line}.json`, JSON.stringify(report));
  return imported;
}

/** What the rows of a stretch came to. */
export class OptOutTally {
  readonly #effects = { stopped: 0, "already-stopped": 0, "opted-in-since": 0 };
  #ownersOptedOut = 0;
  quarantined = 0;

  add({ is, optedOut }: OptOutTaken): void {
    this.#effects[is] += 1;
    this.#ownersOptedOut += optedOut.length;
  }

  imported(next: FilePlace | undefined): ImportedOptOuts {
    const { stopped, "already-stopped": already, "opted-in-since": since } = this.#effects;
    return {
      accepted: stopped + already + since,
      alreadyStopped: already,
      optedInSince: since,
      quarantined: this.quarantined,
      ownersOptedOut: this.#ownersOptedOut,
      ...(next === undefined ? {} : { next }),
    };
  }
}
