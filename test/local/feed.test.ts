import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SimulatedContacts } from "#local/contacts";
import { feed } from "#local/feed";
import type { StackAddress } from "#local/stores";
import { ndjson, observation, patient } from "#support/fhir";

let folder: string;
let server: Server;
let address: StackAddress;
const objects = new Map<string, Buffer>();

beforeEach(async () => {
  objects.clear();
  folder = mkdtempSync(join(tmpdir(), "rounds-feed-"));
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname } = new URL(request.url ?? "/", "http://s3");
    objects.set(pathname.slice("/files/".length), Buffer.concat(chunks));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  address = {
    endpoints: { dynamodb: endpoint, sqs: endpoint, s3: endpoint },
    ...{
      patientsTable: "p",
      ledgerTable: "l",
      bucket: "files",
      importQueue: endpoint,
      optOutQueue: endpoint,
    },
  };
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The object's own words: the SDK sends a body with its checksum around it. */
function textOf(key: string): string {
  return objects.get(key)?.toString("utf8") ?? "";
}

describe("handing files in", () => {
  it("gives every FHIR file below the folder as it is, under incoming", async () => {
    mkdirSync(join(folder, "day-1"));
    const packed = gzipSync(ndjson(observation()));
    writeFileSync(join(folder, "day-1", "Observation.ndjson.gz"), packed);
    writeFileSync(join(folder, "Patient.ndjson"), ndjson(patient()));
    writeFileSync(join(folder, "notes.txt"), "not FHIR");
    const seen: string[] = [];
    const onProgress = (done: number, total: number) => seen.push(`${done}/${total}`);
    expect(await feed(address, { directory: folder, batch: "b1", onProgress })).toBe(2);
    expect([...objects.keys()]).toEqual([
      "incoming/b1/Patient.ndjson",
      "incoming/b1/day-1/Observation.ndjson.gz",
    ]);
    expect(objects.get("incoming/b1/day-1/Observation.ndjson.gz")?.includes(packed)).toBe(true);
    expect(seen).toEqual(["1/2", "2/2"]);
  });

  it("gives patients contacts, in lines and in bundles, and leaves broken lines to the import", async () => {
    const bundle = { resourceType: "Bundle", entry: [{ resource: patient() }, { fullUrl: "x" }] };
    writeFileSync(join(folder, "bundle.json"), JSON.stringify(bundle, null, 2));
    const broken = '{"resourceType":"Patient","id":';
    writeFileSync(join(folder, "Patient.ndjson.gz"), gzipSync(ndjson(patient(), broken)));
    await feed(address, { directory: folder, contacts: new SimulatedContacts(7) });
    expect([...objects.keys()].toSorted()).toEqual([
      "incoming/Patient.ndjson",
      "incoming/bundle.json",
    ]);
    const given = new SimulatedContacts(7).give({ resourceType: "Patient", id: "p1" }).telecom;
    for (const key of objects.keys()) {
      for (const { value } of given ?? []) expect(textOf(key)).toContain(value);
      expect(textOf(key)).not.toContain("617-555-0134");
    }
    expect(textOf("incoming/Patient.ndjson")).toContain(broken);
  });
});
