import { type Fault, Gathering, type ResourceCount } from "#contracts/fhir/gathering";
import type { ProfileNote } from "#contracts/fhir/profile";
import { quarantined } from "#contracts/fhir/reading";
import { lineCharactersMax } from "#contracts/fhir/resources-of";
import { wantedBy } from "#domain/audience/wanted";
import type { Code } from "#domain/patient/code";
import { facilityClasses } from "#domain/patient/facility";
import type { OrganizationId } from "#domain/patient/profile";
import type { Instant } from "#domain/time";
import type { CampaignStore, Clock, ConceptStore, FileStore, OrganizationDirectory } from "#ports";
import { Unrecoverable } from "../errors.ts";
import { createImportPatient, type ImportPatientPorts } from "./import-patient.ts";
import { inTurns } from "./in-turns.ts";
import { onLiveAudiences, readLiveAudiences } from "./live-audiences.ts";

/** Lines that are gathered by patient before anything is written: bounds memory and lost work. */
const linesPerChunk = 2_000;

/**
 * Chunks of one invocation, however fast the clock says it was: a minute's work, and the clock of
 * a virtual stack stands still.
 */
const chunksPerRunMax = 20;

/** Patients written at the same time: enough to hide the latency of the table. */
const patientsAtOnce = 16;

export interface ImportPorts extends ImportPatientPorts {
  readonly campaigns: CampaignStore;
  readonly organizations: OrganizationDirectory;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly concepts: ConceptStore;
}

export interface ImportInput {
  readonly organization: OrganizationId;
  readonly file: string;
  /** The first line to read, from 1. */
  readonly fromLine: number;
  readonly at: Instant;
  /**
   * No chunk is begun after this, nor after the twentieth; the rest is `nextLine`. Without it, one
   * chunk is read.
   */
  readonly stopAt?: Instant;
}

export interface Imported {
  /** Resources read, those that are no evidence included. */
  readonly accepted: number;
  readonly quarantined: number;
  readonly counts: readonly ResourceCount[];
  /** How many patients came with each shortcoming. */
  readonly notes: Readonly<Partial<Record<ProfileNote, number>>>;
  /** Where to go on; absent when the file is at its end. */
  readonly nextLine?: number;
}

/**
 * Imports a file of FHIR R4 (NDJSON, or one JSON resource or bundle), or a stretch of it. A line
 * that cannot be read is quarantined under `quarantine/<file>#<line>.json`, with its reason and
 * without its words, and the rest goes on. What came of each stretch is written to
 * `reports/<file>#<fromLine>.json`. Importing the same lines again changes nothing.
 */
export function createImportPatients(ports: ImportPorts) {
  const importPatient = createImportPatient(ports);
  return async (input: ImportInput): Promise<Imported> => {
    const organization = await ports.organizations.load(input.organization);
    if (!organization) throw new Unrecoverable("organization/unknown");
    const { campaigns, concepts } = await readLiveAudiences(ports, input.organization);
    const asked = wantedBy(campaigns, concepts);
    // Whoever is in a hospital is not contacted, whatever the campaigns ask about.
    const wants = (codes: readonly Code[]) =>
      asked(codes) || codes.some((code) => facilityClasses.includes(code));
    const { zone } = organization.business;
    const totals = new Totals();

    const finish = async (chunk: Chunk): Promise<void> => {
      const patients = chunk.gathering.finish();
      const notes = new Map<string, readonly ProfileNote[]>();
      await onLiveAudiences(ports, input.organization, (audiences) =>
        inTurns(patients, patientsAtOnce, async (patient) => {
          notes.set(
            patient.patient,
            await importPatient(patient, { ...input, ...audiences, zone }),
          );
        }),
      );
      for (const each of notes.values()) totals.note(each);
      await inTurns(chunk.faults, patientsAtOnce, (fault) => quarantine(ports.files, fault));
      totals.add(chunk.gathering.counts);
    };

    const hasTime = (chunks: number): boolean =>
      input.stopAt !== undefined && ports.clock.now() < input.stopAt && chunks < chunksPerRunMax;

    let chunk = newChunk(wants);
    let chunks = 0;
    for await (const { line, text } of textsOf(ports.files, input)) {
      const place = { file: input.file, line };
      if (chunk.lines === linesPerChunk) {
        await finish(chunk);
        chunks += 1;
        if (!hasTime(chunks)) return reported(ports.files, input, totals.imported(line));
        chunk = newChunk(wants);
      }
      chunk.lines += 1;
      if (text.length <= lineCharactersMax) chunk.gathering.add(text, place);
      else chunk.gathering.refuse(quarantined("fhir/line-too-long"), place);
    }
    await finish(chunk);
    return reported(ports.files, input, totals.imported(undefined));
  };
}

export type ImportPatients = ReturnType<typeof createImportPatients>;

interface Chunk {
  readonly gathering: Gathering;
  readonly faults: readonly Fault[];
  lines: number;
}

function newChunk(wants: (codes: readonly string[]) => boolean): Chunk {
  const faults: Fault[] = [];
  return { gathering: new Gathering(wants, (fault) => faults.push(fault)), faults, lines: 0 };
}

/** The lines still to read; a `.json` file is one text, however it is broken into lines. */
async function* textsOf(files: FileStore, { file, fromLine }: ImportInput) {
  if (/\.json(?:\.gz)?$/i.test(file)) {
    const lines: string[] = [];
    for await (const line of files.lines(file)) lines.push(line);
    yield { line: 1, text: lines.join("\n") };
    return;
  }
  let line = 0;
  for await (const text of files.lines(file)) {
    line += 1;
    if (line >= fromLine && text.trim() !== "") yield { line, text };
  }
}

/** Counts only, so that who handed the file in can see what arrived. */
async function reported(
  files: FileStore,
  { file, fromLine }: ImportInput,
  imported: Imported,
): Promise<Imported> {
  const { counts, notes, nextLine } = imported;
  const report = { file, fromLine, nextLine, counts, notes };
  await files.write(`reports/${file}#${fromLine}.json`, JSON.stringify(report));
  return imported;
}

/** Reason and place only: the words stay in the file that was handed in. */
function quarantine(files: FileStore, { file, line, fault }: Fault): Promise<void> {
  const { resourceType, reason, advice } = fault;
  const report = { file, line, resourceType, reason, advice };
  return files.write(`quarantine/${file}#${line}.json`, JSON.stringify(report));
}

class Totals {
  readonly #counts = new Map<string, { accepted: number; quarantined: number }>();
  readonly #notes: Partial<Record<ProfileNote, number>> = {};

  add(counts: readonly ResourceCount[]): void {
    for (const { resourceType, accepted, quarantined } of counts) {
      const known = this.#counts.get(resourceType) ?? { accepted: 0, quarantined: 0 };
      this.#counts.set(resourceType, {
        accepted: known.accepted + accepted,
        quarantined: known.quarantined + quarantined,
      });
    }
  }

  note(notes: readonly ProfileNote[]): void {
    for (const note of notes) this.#notes[note] = (this.#notes[note] ?? 0) + 1;
  }

  imported(nextLine: number | undefined): Imported {
    const counts = [...this.#counts].map(([resourceType, count]) => ({ resourceType, ...count }));
    return {
      accepted: counts.reduce((sum, count) => sum + count.accepted, 0),
      quarantined: counts.reduce((sum, count) => sum + count.quarantined, 0),
      counts,
      notes: this.#notes,
      ...(nextLine === undefined ? {} : { nextLine }),
    };
  }
}
