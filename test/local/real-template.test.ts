import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { functionNames } from "#infra/function-names";
import type { LocalStack } from "#local/local-stack";
import { startStack } from "#local/stack";
import { realAssembly } from "#support/real-assembly";

/** Says what it was told by the template. */
const bundle = "export const handler = async () => process.env;";

const root = mkdtempSync(join(tmpdir(), "rounds-real-"));
let stack: LocalStack;

beforeAll(async () => {
  const assembly = realAssembly(root, bundle);
  stack = await startStack({
    ...{ assembly, clock: "virtual", directory: join(root, "rounds") },
    servers: async (local) => ({ AWS_ENDPOINT_URL_CONNECT: local.endpoints.sesv2 }),
  });
});

afterAll(async () => {
  await stack?.stop();
  rmSync(root, { recursive: true, force: true });
});

describe("the synthesized stack of a region", () => {
  it("runs here with every function, by its folder's name", () => {
    const names = stack.functions().map(({ name }) => name);
    expect(names.toSorted()).toEqual([...functionNames].toSorted());
  });

  it("leads every function to the gate and never to an engine, with a key of its own", async () => {
    const variables = (await stack.invoke("release-due", {})) as Record<string, string>;
    const gate = variables["AWS_ENDPOINT_URL_DYNAMODB"];
    expect(variables).toMatchObject({
      TABLE_NAME: stack.tableName("patients"),
      SMS_QUEUE_URL: `${gate}/000000000000/rounds-local-sms`,
      AWS_ENDPOINT_URL_CONNECT: gate,
      AWS_ACCESS_KEY_ID: "roundslocalreleasedue",
    });
    const told = Object.values(variables);
    for (const engine of new Set(Object.values(stack.endpoints))) {
      expect(told.filter((value) => value.startsWith(engine))).toEqual([]);
    }
  });

  it("leaves out only what does nothing on a laptop", () => {
    const services = new Set(Object.keys(stack.skipped).map((type) => type.split("::")[1]));
    for (const played of ["DynamoDB", "Scheduler"]) expect(services).not.toContain(played);
  });
});
