import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SQSClient as Client } from "@aws-sdk/client-sqs";
import { build, type Plugin } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { leanSdk, withPlainKeys } from "#infra/lean-sdk";
import { root, textAt } from "#support/repository";

let into: string;
beforeAll(async () => {
  into = await mkdtemp(join(tmpdir(), "rounds-lean-"));
});
afterAll(() => rm(into, { recursive: true, force: true }));

const schemasOf = (client: string) =>
  `node_modules/@aws-sdk/${client}/dist-es/schemas/schemas_0.js`;

/** Bundles a module, with what the plugins change, and loads it. */
async function loaded(entry: string, name: string, plugins: readonly Plugin[]) {
  const outfile = join(into, `${name}.mjs`);
  await build({
    entryPoints: [entry],
    absWorkingDir: root,
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    plugins: [...plugins],
  });
  return (await import(pathToFileURL(outfile).href)) as Readonly<Record<string, unknown>>;
}

/** What a shape says, its thunks followed; a shape inside itself by its place among those above. */
function told(shape: unknown, above: readonly unknown[] = []): unknown {
  if (typeof shape === "function") {
    return shape.length > 0 || shape.name !== "" ? shape.name : told(shape(), above);
  }
  if (typeof shape !== "object" || shape === null) return shape;
  const at = above.indexOf(shape);
  if (at >= 0) return `↑${at}`;
  if (Array.isArray(shape)) return shape.map((part) => told(part, [...above, shape]));
  return Object.entries(shape).map(([key, part]) => [key, told(part, [...above, shape])]);
}

describe("what the bundles leave out of the SDK", () => {
  it.each([
    "client-connect",
    "client-dynamodb",
    "client-pinpoint",
    "client-pinpoint-sms-voice-v2",
    "client-s3",
    "client-sesv2",
    "client-sqs",
  ])(
    "changes nothing that %s says of an operation",
    async (client) => {
      const full = await loaded(schemasOf(client), `${client}-full`, []);
      const lean = await loaded(schemasOf(client), `${client}-lean`, [leanSdk]);
      expect(Object.keys(lean)).toEqual(Object.keys(full));
      const operations = Object.entries(full).filter(
        ([, shape]) => Array.isArray(shape) && shape[0] === 9,
      );
      expect(operations.length).toBeGreaterThan(10);
      for (const [name, shape] of operations) expect(told(lean[name])).toEqual(told(shape));
    },
    60_000,
  );

  it("leaves the client its version, which it tells to the service", async () => {
    const { SQSClient } = (await loaded(
      "node_modules/@aws-sdk/client-sqs/dist-es/index.js",
      "sqs",
      [leanSdk],
    )) as { readonly SQSClient: typeof Client };
    const { version } = JSON.parse(textAt("node_modules/@aws-sdk/client-sqs/package.json"));
    const told = await new SQSClient({ region: "us-east-1" }).config.defaultUserAgentProvider();
    expect(told).toContainEqual(["aws-sdk-js", version]);
  });

  it("keeps a key that it does not know, and one that is no word", () => {
    expect(withPlainKeys('const _h = "http";\nx = [9, { [_h]: 1, [_x]: 2 }];')).toBe(
      'const _h = "http";\nx = [9, { "http": 1, [_x]: 2 }];',
    );
    expect(withPlainKeys('const _p = "__proto__";\nx = { [_p]: 1 };')).toContain("[_p]: 1");
    expect(withPlainKeys('const _s = "a b";\nx = { [_s]: 1 };')).toContain("[_s]: 1");
  });
});
