import {
  type Fault,
  type GatheredPatient,
  Gathering,
  type ResourceCount,
  type Wants,
} from "#contracts/fhir/gathering";
import { quarantined } from "#contracts/fhir/reading";
import { fhirFiles, fhirTexts } from "./fhir-directory.ts";

export interface GatherProgress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly resources: number;
}

export interface GatherOptions {
  readonly wants?: Wants;
  /** Whether every file is about the one Patient in it, whatever its references say. */
  readonly isOnePatientPerFile?: boolean;
  readonly onProgress?: (progress: GatherProgress) => void;
}

export interface GatheredPatients {
  readonly patients: readonly GatheredPatient[];
  readonly counts: readonly ResourceCount[];
  /** The first `faultsKeptMax` faults; `counts` has them all. */
  readonly faults: readonly Fault[];
}

/** Faults that are kept for the report: enough to see what is wrong with an export. */
const faultsKeptMax = 1_000;

/** Texts between two words of progress. */
const textsPerProgress = 500;

/**
 * Every patient in a directory of FHIR files, without a database. Facts that nobody wants are
 * dropped as they are read, which bounds memory by what the audiences ask about. Faulty lines are
 * reported and passed over.
 */
export async function gatherPatients(
  directory: string,
  options: GatherOptions,
): Promise<GatheredPatients> {
  const faults: Fault[] = [];
  const keep = (fault: Fault) => {
    if (faults.length < faultsKeptMax) faults.push(fault);
  };
  const gathering = new Gathering(options.wants ?? (() => true), keep, {
    isOnePatient: options.isOnePatientPerFile ?? false,
    skipsUnwanted: true,
    adoptsStrays: true,
  });
  await readAll(directory, gathering, options.onProgress ?? (() => undefined));
  return { patients: gathering.finish(), counts: gathering.counts, faults };
}

async function readAll(
  directory: string,
  gathering: Gathering,
  onProgress: (progress: GatherProgress) => void,
): Promise<void> {
  const files = await fhirFiles(directory);
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let bytes = 0;
  let resources = 0;
  let texts = 0;
  for (const file of files) {
    for await (const one of fhirTexts(file)) {
      const { file: name, line } = one;
      if ("fault" in one) gathering.refuse(quarantined(one.fault), { file: name, line });
      else resources += gathering.add(one.text, { file: name, line });
      texts += 1;
      if (texts % textsPerProgress === 0) onProgress({ bytes, totalBytes, resources });
    }
    bytes += file.bytes;
  }
  onProgress({ bytes, totalBytes, resources });
}
