import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { startDynamoDb } from "#local/engines/dynamodb";
import { requireMemory } from "#local/engines/memory";
import { freePort } from "#local/engines/port";
import { loadAssembly } from "#local/template/assembly";
import { Deployment } from "#local/template/deployment";
import { findResource, sharedPrefix } from "#local/template/find";
import { countSkipped } from "#local/template/kinds";
import { miniAssembly } from "#support/mini-assembly";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function assembly(): string {
  const folder = miniAssembly();
  folders.push(folder);
  return folder;
}

function deployment(): Deployment {
  return new Deployment(loadAssembly(assembly()), (name) => `http://127.0.0.1:1/0/${name}`, "");
}

describe("the template", () => {
  it("is followed across stacks", () => {
    const read = deployment();
    const worker = findResource(read.resources, "Worker", "", "function");
    const { Environment } = read.properties(
      worker,
      z.looseObject({ Environment: z.looseObject({ Variables: z.unknown() }) }),
    );
    expect(Environment.Variables).toEqual({
      QUEUE: "http://127.0.0.1:1/0/mini-test-work",
      TABLE: "mini-data-Patients",
    });
  });

  it("may name a queue as AWS addresses it: on this machine it is where that queue is", () => {
    const read = deployment();
    const at = "https://sqs.us-east-1.amazonaws.com/000000000000/";
    expect(read.localAddress(`${at}mini-test-work`)).toBe("http://127.0.0.1:1/0/mini-test-work");
    for (const other of [`${at}nobodys`, "https://mini.example/mini-test-work", "mini-test-work"]) {
      expect(read.localAddress(other)).toBe(other);
    }
  });

  it("that holds a type which the local stack does not know is refused by that type", () => {
    const folder = assembly();
    const file = join(folder, "mini-engine.template.json");
    const template = JSON.parse(readFileSync(file, "utf8"));
    template.Resources.Machine = { Type: "AWS::StepFunctions::StateMachine" };
    writeFileSync(file, JSON.stringify(template));
    const read = new Deployment(loadAssembly(folder), (name) => name, "");
    expect(() => countSkipped(read.resources)).toThrow(
      "AWS::StepFunctions::StateMachine (mini-engine/Machine)",
    );
  });

  it("of one stage is taken out of several", () => {
    const stages = mkdtempSync(join(tmpdir(), "rounds-stages-"));
    folders.push(stages);
    mkdirSync(stages, { recursive: true });
    const stage = (directoryName: string, displayName: string) => ({
      type: "cdk:cloud-assembly",
      displayName,
      properties: { directoryName },
    });
    const artifacts = { one: stage("nowhere", "prod"), two: stage(".", "local") };
    const inner = assembly();
    writeFileSync(
      join(stages, "manifest.json"),
      JSON.stringify({
        artifacts: {
          ...artifacts,
          two: { ...artifacts.two, properties: { directoryName: `../${inner.split("/").at(-1)}` } },
        },
      }),
    );
    expect(loadAssembly(stages).map(({ name }) => name)).toEqual(["mini-engine", "mini-data"]);
    expect(() => loadAssembly(stages, "staging")).toThrow("only prod, local");
  });

  it("that was never synthesized is asked for", () => {
    expect(() => loadAssembly("/nowhere")).toThrow("npm run synth");
  });
});

describe("names of a deployment", () => {
  it("share a beginning that people leave out", () => {
    expect(sharedPrefix(["rounds-local-sms", "rounds-local-send-sms"])).toBe("rounds-local-");
    expect(sharedPrefix(["work", "work-dead"])).toBe("");
  });

  it("that fit nothing are answered with those there are", () => {
    expect(() => findResource([], "sms", "", "queue")).toThrow('There is no queue "sms"');
  });
});

describe("this machine", () => {
  it("must have memory for the whole stack", () => {
    expect(() => requireMemory(2 * 1024 ** 3)).not.toThrow();
    expect(() => requireMemory(0.7 * 1024 ** 3)).toThrow("Only 0.7 GB of memory is free");
  });

  it("is told which port is taken", async () => {
    const taken = createServer();
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, "127.0.0.1", () => {
        const address = taken.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    await expect(freePort(port, "the inbox page")).rejects.toThrow(
      `Port ${port} is taken, and the inbox page needs it`,
    );
    taken.close();
  });

  it("is told when the DynamoDB that it names does not answer", async () => {
    const silent = { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9" };
    await expect(startDynamoDb(silent)).rejects.toThrow("nobody answers there");
  });
});
