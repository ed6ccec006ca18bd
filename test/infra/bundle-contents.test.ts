import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle } from "#infra/bundle";
import { functionNames, variants } from "#infra/function-names";
import { root } from "#support/repository";

interface Metafile {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>
  >;
}

/** Every bundle that is made. */
const names = [...functionNames, ...Object.keys(variants)];

let into: string;
let files: ReadonlyMap<string, readonly string[]>;
let bytes: ReadonlyMap<string, number>;

beforeAll(async () => {
  into = await mkdtemp(join(tmpdir(), "rounds-bundles-"));
  const bundled = await bundle({ root, into });
  bytes = new Map(bundled.map((one) => [one.name, one.bytes]));
  const { outputs } = JSON.parse(await readFile(join(into, "meta.json"), "utf8")) as Metafile;
  files = new Map(
    names.map((name) => {
      const entry = Object.entries(outputs).find(([file]) => file.endsWith(`/${name}/index.mjs`));
      return [name, Object.keys(entry?.[1].inputs ?? {})];
    }),
  );
}, 120_000);
afterAll(() => rm(into, { recursive: true, force: true }));

/** Whoever opens a page waits for its cold start: its few calls are signed without the SDK. */
const hasSdk = (name: string) => name !== "patient-page";

/** The bundles that hold a file with this in its path. */
const holding = (part: string) =>
  names.filter((name) => files.get(name)?.some((file) => file.includes(part)));

describe("what a function carries to Lambda", () => {
  it.each([
    ["client-pinpoint-sms-voice-v2", ["send-sms", "receive-sms", "mirror-opt-outs"]],
    ["client-pinpoint", ["send-sms-pinpoint"]],
    ["client-sesv2", ["send-email"]],
    ["client-connect", ["place-call", "raise-task"]],
    ["client-s3", ["import-patients", "import-opt-outs"]],
    ["client-lambda", []],
    ["client-service-quotas", []],
    ["client-sns", []],
    ["client-sts", []],
  ])("is %s where it is used, and nowhere else", (client, users) => {
    expect(holding(`@aws-sdk/${client}/`).toSorted()).toEqual(users.toSorted());
  });

  it("is the words by which replies are read where patients are heard or played, and nowhere else", () => {
    const hear = ["receive-sms", "receive-call", "receive-email"];
    // In a preview staff answer as the patient (decision 25).
    const play = ["staff-api"];
    expect(holding("triage/red-flags.json")).toEqual(
      functionNames.filter((name) => [...hear, ...play].includes(name)),
    );
  });

  it("is no way to credentials but the one that Lambda has", () => {
    for (const way of ["sso", "ini", "login", "process", "web-identity", "imds"]) {
      expect({ way, in: holding(`credential-provider-${way}/`) }).toEqual({ way, in: [] });
    }
    expect(holding("@aws-sdk/credential-provider-env/")).toEqual(names.filter(hasSdk));
  });

  it("is nothing of the SDK that no operation needs: event streams, endpoint discovery", () => {
    expect(holding("middleware-endpoint-discovery/")).toEqual([]);
    expect(holding("event-streams/EventStreamSerde")).toEqual([]);
  });

  it("is the small form of zod alone, but where what people write is checked", () => {
    expect(holding("zod/v4/classic/")).toEqual(["staff-api"]);
    expect(holding("zod/v4/locales/")).toEqual(["staff-api"]);
    expect(holding("node_modules/yaml/")).toEqual(["staff-api"]);
    expect(holding("zod/v4/mini/")).toEqual(names);
  });

  it("is nothing of the SDK, no middleware and no calendar behind a patient's page", () => {
    for (const part of [
      "@aws-sdk/",
      "@smithy/",
      "@middy/",
      "@aws-lambda-powertools/",
      "temporal-",
    ]) {
      expect({ part, isThere: holding(part).includes("patient-page") }).toEqual({
        part,
        isThere: false,
      });
    }
    expect(holding("/aws4/")).toEqual(["patient-page"]);
    expect(bytes.get("patient-page")).toBeLessThan(60_000);
  });

  it("stays small where every send waits for it: what a cold start reads", () => {
    for (const name of ["send-sms", "send-sms-pinpoint", "send-email", "place-call"]) {
      expect({ name, isSmall: (bytes.get(name) ?? Number.NaN) < 420 * 1024 }).toEqual({
        name,
        isSmall: true,
      });
    }
  });
});
