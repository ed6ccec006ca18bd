import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "#infra/bundle";
import { root } from "#support/repository";

interface Output {
  readonly bytes: number;
  readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>>;
}

let into: string;
let outputs: Readonly<Record<string, Output>>;
beforeAll(async () => {
  into = await mkdtemp(join(tmpdir(), "rounds-clients-"));
  await bundle({ root, into, names: ["send-sms", "send-sms-pinpoint"] });
  outputs = JSON.parse(await readFile(join(into, "meta.json"), "utf8")).outputs;
});
afterAll(() => rm(into, { recursive: true, force: true }));

/** AWS clients whose code is in the bundle of that name. */
function clientsIn(name: string): readonly string[] {
  const [, output] =
    Object.entries(outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`)) ?? [];
  const names = Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /@aws-sdk\/(client-[a-z0-9-]+)\//.exec(file)?.[1] ?? []);
  return [...new Set(names)].toSorted();
}

describe("the function that sends texts", () => {
  it.each([
    ["send-sms", "client-pinpoint-sms-voice-v2"],
    ["send-sms-pinpoint", "client-pinpoint"],
  ])("carries as %s the client of its own provider and not the other's", (name, client) => {
    expect(clientsIn(name)).toEqual(["client-dynamodb", client, "client-sqs"]);
  });
});
