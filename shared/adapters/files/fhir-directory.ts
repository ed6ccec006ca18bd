import { createReadStream, type Dirent, readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { createGunzip, gunzipSync } from "node:zlib";
import { lineCharactersMax } from "#contracts/fhir/resources-of";

/** One line of an NDJSON file or the whole of a JSON file; or why it could not be read. */
export type FhirText =
  | { readonly file: string; readonly line: number; readonly text: string }
  | {
      readonly file: string;
      readonly line: number;
      readonly fault: "fhir/line-too-long" | "fhir/unreadable-file";
    };

export interface FhirFile {
  /** Relative to the directory, with `/`. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

const named = /\.(?:json|ndjson)(?:\.gz)?$/i;

/**
 * The FHIR files below a directory, in the order in which they are best read: files of patients
 * first, then by name, so that two runs read alike. Manifests (`README.json`, `log.json`) are read
 * too and end as "not a resource"; files and folders whose names begin with a point are not.
 */
export async function fhirFiles(directory: string): Promise<readonly FhirFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && named.test(entry.name))
    .map((entry) => nameIn(directory, entry))
    .filter((name) => !name.split("/").some((part) => part.startsWith(".")))
    .toSorted(patientsFirst);
  return names.map((name) => {
    const path = join(directory, name);
    return { name, path, bytes: statSync(path).size };
  });
}

function nameIn(directory: string, entry: Dirent): string {
  const path = join(entry.parentPath, entry.name);
  return path.slice(join(directory, "/").length).replaceAll("\\", "/");
}

function patientsFirst(a: string, b: string): number {
  const isPatient = (name: string) => (/(?:^|\/)patient[^/]*$/i.test(name) ? 0 : 1);
  return isPatient(a) - isPatient(b) || (a < b ? -1 : 1);
}

/** The texts of one file, line by line for NDJSON, with bounded memory; blank lines are passed. */
export async function* fhirTexts(file: FhirFile): AsyncGenerator<FhirText> {
  try {
    if (/\.json(?:\.gz)?$/i.test(file.name)) yield wholeFile(file);
    else yield* lines(file);
  } catch {
    yield { file: file.name, line: 1, fault: "fhir/unreadable-file" };
  }
}

/** Read synchronously: for thousands of small bundles the thread pool costs five times the read. */
function wholeFile(file: FhirFile): FhirText {
  const body = readFileSync(file.path);
  const text = isPacked(file) ? gunzipSync(body).toString("utf8") : body.toString("utf8");
  return { file: file.name, line: 1, text: withoutMark(text) };
}

async function* lines(file: FhirFile): AsyncGenerator<FhirText> {
  let line = 0;
  let rest = "";
  let isTooLong = false;
  for await (const chunk of chunks(file)) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      line += 1;
      yield* oneLine(file.name, line, part, isTooLong);
      isTooLong = false;
    }
    if (rest.length > lineCharactersMax) {
      isTooLong = true;
      rest = "";
    }
  }
  yield* oneLine(file.name, line + 1, rest, isTooLong);
}

function* oneLine(file: string, line: number, text: string, isTooLong: boolean) {
  if (isTooLong) yield { file, line, fault: "fhir/line-too-long" } as const;
  else if (text.trim() !== "") yield { file, line, text: line === 1 ? withoutMark(text) : text };
}

async function* chunks(file: FhirFile): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  const raw = createReadStream(file.path, { highWaterMark: 1 << 18 });
  const unpacked = isPacked(file) ? pipeline(raw) : raw;
  for await (const chunk of unpacked) yield decoder.write(chunk as Buffer);
  yield decoder.end();
}

/** `pipe` alone would lose an error of the file itself. */
function pipeline(raw: ReturnType<typeof createReadStream>) {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  raw.on("error", (error) => gunzip.destroy(error));
  return raw.pipe(gunzip);
}

function isPacked(file: FhirFile): boolean {
  return /\.gz$/i.test(file.name);
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
