import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { clock } from "../world/clock.ts";
import { type Call, callOf } from "./call.ts";
import { type Fault, faults } from "./fault.ts";
import { type Invocation, runningInvocation } from "./invocation.ts";
import { headerOf, type SdkRequest, type SdkResponse, textOf } from "./request.ts";
import { overWire } from "./wire.ts";

interface Carrier {
  handle(request: SdkRequest): Promise<{ readonly response: SdkResponse }>;
}

/** Which tables stand behind the names that functions know. */
const tables = new Map<string, string>();

export function nameTable(known: string, actual: string): void {
  tables.set(known, actual);
}

export function namedTables(): readonly (readonly [known: string, actual: string])[] {
  return [...tables];
}

/**
 * Stands where every client of the SDK hands a request to what carries it: below the retries, above
 * the wire. So the SDK does what it does, and the engines see what they would; between the two a
 * call can fail in each of the ways in which it can fail.
 */
export function installSeam(): void {
  const client = new DynamoDBClient({ region: "us-east-1" });
  const carrier = Object.getPrototypeOf(client.config.requestHandler) as Carrier;
  carrier.handle = async (request) => ({ response: await carry(request) });
  silenceFunctions();
  const chance = Math.random;
  // Without jitter a retry waits for nothing: a matrix of thousands has no time to.
  Math.random = () => (runningInvocation() ? 0 : chance());
  letWaitsPass();
}

/** What a function waits for passes at once: a client that slows itself down waits for the clock. */
function letWaitsPass(): void {
  const wait = globalThis.setTimeout;
  const passing = (run: () => void, ms = 0, ...more: []) => {
    if (!runningInvocation()) return wait(run, ms, ...more);
    clock.moveTo(clock.now() + Math.ceil(ms));
    return wait(run, 0, ...more);
  };
  globalThis.setTimeout = Object.assign(passing, wait) as unknown as typeof setTimeout;
}

async function carry(request: SdkRequest): Promise<SdkResponse> {
  const toTable = withTables(request);
  const invocation = runningInvocation();
  if (!invocation) return overWire(toTable);
  if (invocation.isDead) return never();
  const call = callOf(request);
  const response = await meet(call, toTable, invocation);
  // A process that died meanwhile hears no answer any more.
  if (invocation.isDead) return never();
  invocation.heard(call, response.text);
  return response;
}

async function meet(call: Call, request: SdkRequest, invocation: Invocation): Promise<SdkResponse> {
  const kind = invocation.fateOf(call);
  const fault: Fault | undefined = kind && faults[kind];
  if (!fault || (fault.strikes === "once" && call.attempt > 1)) return overWire(request);
  const done = fault.isApplied ? await overWire(request) : undefined;
  await invocation.stand();
  const { suffering } = fault;
  switch (suffering.is) {
    case "thrown":
      throw suffering.error();
    case "answered":
      return suffering.response(call.service);
    case "killed":
      invocation.die();
      return never();
    case "held":
      return done ?? overWire(request);
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Each case has tables of its own, and functions know one name. */
function withTables(request: SdkRequest): SdkRequest {
  if (!headerOf(request, "x-amz-target")?.startsWith("DynamoDB")) return request;
  const body = textOf(request).replaceAll(
    /"(?:TableName":"([\w-]+)"|([\w-]+)":\[\{"(?:Put|Delete)Request)/g,
    (text, single: string | undefined, batch: string | undefined) => {
      const known = single ?? batch ?? "";
      return text.replace(known, tables.get(known) ?? known);
    },
  );
  const length = String(Buffer.byteLength(body));
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      name.toLowerCase() === "content-length" ? length : value,
    ]),
  );
  return { ...request, headers, body };
}

/** Functions say a lot; ten thousand of them say too much. */
function silenceFunctions(): void {
  const { log } = console;
  const write = process.stdout.write.bind(process.stdout);
  console.log = (...parts: unknown[]) => {
    if (!runningInvocation()) log(...parts);
  };
  process.stdout.write = ((...parts: Parameters<typeof write>) =>
    runningInvocation() ? true : write(...parts)) as typeof process.stdout.write;
}
