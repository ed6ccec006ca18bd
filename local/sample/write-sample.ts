import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { FhirResource } from "fhir/r4";
import type { Day } from "#domain/time";
import { brokenLines } from "./broken.ts";
import { historyOf } from "./history.ts";
import { personOf } from "./person.ts";

export interface SampleOptions {
  readonly patients: number;
  readonly seed: number;
  readonly directory: string;
  /** The day before which everything happened. */
  readonly anchor: Day;
  /** Whether some lines are added that an import must quarantine. */
  readonly isBroken?: boolean;
  readonly onProgress?: (patients: number) => void;
}

/** Lines written, by the resource type that names their file; broken lines under `broken`. */
export type SampleCounts = Readonly<Record<string, number>>;

const resourceTypes = [
  "Patient",
  "Condition",
  "Coverage",
  "DiagnosticReport",
  "MedicationDispense",
  "MedicationRequest",
  "Observation",
  "Procedure",
] as const;

/** Characters gathered before a file is written to: fewer system calls, bounded memory. */
const bufferCharacters = 1 << 16;

/** All of one invented patient, the Patient first. */
export function resourcesOfPatient(seed: number, number: number, anchor: Day): FhirResource[] {
  const person = personOf(seed, number, anchor);
  return [person.patient, ...historyOf(person, anchor)];
}

/**
 * Writes a synthetic population as FHIR R4 NDJSON, a file per resource type. The same seed and
 * anchor give the same bytes, and a larger population begins with the smaller one.
 */
export async function writeSample(options: SampleOptions): Promise<SampleCounts> {
  await mkdir(options.directory, { recursive: true });
  const files = new Map<string, NdjsonFile>(
    resourceTypes.map((type) => [type, new NdjsonFile(join(options.directory, `${type}.ndjson`))]),
  );
  for (let number = 0; number < options.patients; number += 1) {
    for (const resource of resourcesOfPatient(options.seed, number, options.anchor)) {
      await files.get(resource.resourceType)?.line(JSON.stringify(resource));
    }
    options.onProgress?.(number + 1);
  }
  const counts: Record<string, number> = {};
  for (const [type, file] of files) counts[type] = file.lines;
  if (options.isBroken) {
    for (const line of brokenLines) await files.get("Observation")?.line(line);
    counts["broken"] = brokenLines.length;
  }
  await Promise.all([...files.values()].map((file) => file.close()));
  return counts;
}

class NdjsonFile {
  readonly #stream: WriteStream;
  #waiting = "";
  lines = 0;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
  }

  async line(text: string): Promise<void> {
    this.lines += 1;
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= bufferCharacters) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    this.#stream.end();
    await finished(this.#stream);
  }

  async #flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = "";
    if (!this.#stream.write(text)) await once(this.#stream, "drain");
  }
}
