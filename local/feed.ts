import { readFile } from "node:fs/promises";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { Bundle, FhirResource } from "fhir/r4";
import { type FhirFile, fhirFiles, fhirTexts } from "#adapters/files/fhir-directory";
import type { SimulatedContacts } from "./contacts.ts";
import { localFiles, type StackAddress } from "./stores.ts";

export interface FeedOptions {
  readonly directory: string;
  /** A folder of its own under `incoming/`, so that one import is told from another. */
  readonly batch?: string;
  /** Instead of the files' own telecoms. */
  readonly contacts?: SimulatedContacts;
  readonly onProgress?: (files: number, total: number) => void;
}

/**
 * Hands a directory of FHIR files in for import, as a clinic's system would: one object each under
 * `incoming/`. Returns how many.
 */
export async function feed(address: StackAddress, options: FeedOptions): Promise<number> {
  const files = await fhirFiles(options.directory);
  const client = localFiles(address);
  try {
    for (const [index, file] of files.entries()) {
      const { name, body } = await contentOf(file, options.contacts);
      const Key = ["incoming", ...(options.batch ? [options.batch] : []), name].join("/");
      await client.send(new PutObjectCommand({ Bucket: address.bucket, Key, Body: body }));
      options.onProgress?.(index + 1, files.length);
    }
  } finally {
    client.destroy();
  }
  return files.length;
}

/** As it lies on the disk, unless it holds patients whose contacts are to be simulated. */
async function contentOf(
  file: FhirFile,
  contacts: SimulatedContacts | undefined,
): Promise<{ readonly name: string; readonly body: Uint8Array | string }> {
  const rewritten = contacts && (await withContacts(file, contacts));
  if (rewritten !== undefined) return { name: file.name.replace(/\.gz$/i, ""), body: rewritten };
  return { name: file.name, body: await readFile(file.path) };
}

const holdsPatient = /"resourceType"\s*:\s*"Patient"/;

async function withContacts(
  file: FhirFile,
  contacts: SimulatedContacts,
): Promise<string | undefined> {
  const texts: string[] = [];
  let isChanged = false;
  for await (const one of fhirTexts(file)) {
    if ("fault" in one) return undefined;
    const isHolder = holdsPatient.test(one.text);
    isChanged ||= isHolder;
    texts.push(isHolder ? rewrite(one.text, contacts) : one.text);
    // A file of results holds no patient in a thousand lines, nor later.
    if (!isChanged && texts.length >= 1_000) return undefined;
  }
  return isChanged ? `${texts.join("\n")}\n` : undefined;
}

/** A text that is no JSON stays as it is: the import is there to say so. */
function rewrite(text: string, contacts: SimulatedContacts): string {
  try {
    return JSON.stringify(withContactsOf(JSON.parse(text), contacts));
  } catch {
    return text;
  }
}

function withContactsOf(resource: FhirResource, contacts: SimulatedContacts): FhirResource {
  if (resource.resourceType === "Patient") return contacts.give(resource);
  if (resource.resourceType !== "Bundle") return resource;
  const bundle: Bundle = resource;
  return {
    ...bundle,
    entry: (bundle.entry ?? []).map((entry) =>
      entry.resource === undefined
        ? entry
        : { ...entry, resource: withContactsOf(entry.resource as FhirResource, contacts) },
    ),
  };
}
