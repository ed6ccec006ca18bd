import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Instant } from "#domain/time";
import { callAws } from "#local/engines/aws-json";
import type { LocalStack } from "#local/local-stack";
import { type StackOptions, startStack } from "#local/stack";
import { miniAssembly } from "#support/mini-assembly";

/** What a function of the mini stack was given. */
export interface Seen {
  /** Without the deployment's prefix. */
  readonly name: string;
  readonly pid: number;
  readonly now: Instant;
  readonly date: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly event: { readonly Records?: readonly SeenRecord[]; readonly [key: string]: unknown };
}

export interface SeenRecord {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly eventName?: string;
  readonly dynamodb?: {
    readonly SequenceNumber: string;
    readonly Keys: { readonly pk: { readonly S: string } };
  };
}

/** What the test tells a function to do. */
export interface Told {
  readonly answer?: unknown;
  readonly fail?: string;
  readonly crash?: boolean;
  readonly hang?: boolean;
}

export interface MiniStack {
  readonly stack: LocalStack;
  readonly seen: Seen[];
  /** Who is told what; by default everything succeeds. */
  direct(director: (seen: Seen) => Told): void;
  send(queue: string, ...bodies: readonly string[]): Promise<void>;
  /** Puts an item with these string and number attributes. */
  put(pk: string, attributes?: Readonly<Record<string, string | number>>): Promise<void>;
  remove(pk: string): Promise<void>;
  stop(): Promise<void>;
}

export async function miniStack(options: Partial<StackOptions> = {}): Promise<MiniStack> {
  const assembly = miniAssembly();
  const seen: Seen[] = [];
  let director: (seen: Seen) => Told = () => ({});
  const manager = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw: Seen = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    const one = { ...raw, name: raw.name.replace("mini-test-", "") };
    seen.push(one);
    response.end(JSON.stringify(director(one)));
  });
  await new Promise<void>((resolve) => manager.listen(0, "127.0.0.1", resolve));
  const { port } = manager.address() as AddressInfo;
  const stack = await startStack({
    assembly,
    clock: "virtual",
    from: Date.UTC(2026, 5, 1, 12),
    directory: join(assembly, "rounds"),
    servers: async () => ({ STAGE_MANAGER: `http://127.0.0.1:${port}` }),
    ...options,
  });
  const write = (operation: string, input: object) =>
    callAws(stack.endpoints.dynamodb, `DynamoDB_20120810.${operation}`, {
      TableName: stack.tableName("patients"),
      ...input,
    });
  return {
    stack,
    seen,
    direct(next) {
      director = next;
    },
    async send(queue, ...bodies) {
      for (const MessageBody of bodies) {
        const QueueUrl = stack.queueUrl(queue);
        await callAws(stack.endpoints.sqs, "AmazonSQS.SendMessage", { QueueUrl, MessageBody });
      }
    },
    async put(pk, attributes = {}) {
      const wire = Object.entries(attributes).map(([name, value]) => [
        name,
        typeof value === "number" ? { N: String(value) } : { S: value },
      ]);
      await write("PutItem", { Item: { pk: { S: pk }, ...Object.fromEntries(wire) } });
    },
    async remove(pk) {
      await write("DeleteItem", { Key: { pk: { S: pk } } });
    },
    async stop() {
      await stack.stop();
      manager.closeAllConnections();
      manager.close();
      rmSync(assembly, { recursive: true, force: true });
    },
  };
}
