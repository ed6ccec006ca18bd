import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConnectClient, StartOutboundVoiceContactCommand } from "@aws-sdk/client-connect";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Gate } from "#local/permissions/gate";
import { Permissions } from "#local/permissions/permissions";
import { startStack } from "#local/stack";
import { miniAssembly } from "#support/mini-assembly";

const role = "arn:aws:iam::000000000000:role/sender";
const queue = "arn:aws:sqs:us-east-1:000000000000:work";

let folder: string;
let gate: Gate;
let engine: Server;
let permissions: Permissions;
/** Bodies that came through. */
let passed: string[];
let breaksOff: boolean;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rounds-gate-"));
  passed = [];
  breaksOff = false;
  engine = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    passed.push(Buffer.concat(chunks).toString("utf8"));
    if (breaksOff) request.socket.destroy();
    else response.end("{}");
  });
  await new Promise<void>((resolve) => engine.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`;
  const allowed = { actions: ["sqs:SendMessage"], resources: [queue] };
  permissions = new Permissions({
    roles: new Map([[role, [{ effect: "Allow", ...allowed }]]]),
    log: join(folder, "denied.log"),
  });
  gate = await Gate.start();
  gate.keep({
    permissions,
    places: { tables: new Map(), keys: new Map(), outside: {} },
    actors: new Map([["sender", { name: "send-sms", role }]]),
    engines: new Map(["dynamodb", "sqs", "s3", "connect"].map((service) => [service, url])),
  });
});
afterEach(async () => {
  await gate.stop();
  engine.closeAllConnections();
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

function signedBy(accessKeyId: string) {
  return {
    ...{ endpoint: gate.endpoint, region: "us-east-1", maxAttempts: 1 },
    credentials: { accessKeyId, secretAccessKey: "x" },
  };
}

/** The engine here answers nothing that a checksum could be of. */
const sqs = (key: string) => new SQSClient({ ...signedBy(key), md5: false });

const message = (name: string) =>
  new SendMessageCommand({ QueueUrl: gate.queueUrl(name), MessageBody: "about Ana" });

describe("a function's call at the gate", () => {
  it("goes on to the engine when the policies allow it, and is kept", async () => {
    await sqs("sender").send(message("work"));
    expect(JSON.parse(passed[0] ?? "")).toMatchObject({ MessageBody: "about Ana" });
    const need = { action: "sqs:SendMessage", resource: queue };
    expect(permissions.used()).toEqual([{ by: "send-sms", role, ...need }]);
  });

  it("is refused in the service's own words when they do not, and never reaches the engine", async () => {
    const put = new PutItemCommand({ TableName: "patients", Item: { pk: { S: "Ana" } } });
    const call = new StartOutboundVoiceContactCommand({
      ...{ DestinationPhoneNumber: "+12025550199", ContactFlowId: "f", InstanceId: "i" },
    });
    const own = signedBy("sender");
    const name = "AccessDeniedException";
    await expect(sqs("sender").send(message("other"))).rejects.toMatchObject({ name });
    await expect(new DynamoDBClient(own).send(put)).rejects.toMatchObject({
      name,
      message:
        `User: ${role} is not authorized to perform: dynamodb:PutItem on resource: ` +
        "arn:aws:dynamodb:us-east-1:000000000000:table/patients",
    });
    await expect(new ConnectClient(own).send(call)).rejects.toMatchObject({ name });
    const get = new GetObjectCommand({ Bucket: "files", Key: "incoming/a" });
    await expect(new S3Client({ ...own, forcePathStyle: true }).send(get)).rejects.toMatchObject({
      name: "AccessDenied",
    });
    expect(passed).toEqual([]);
  });

  it("that was refused stands in the log with action and resource, and without its content", async () => {
    for (let tries = 0; tries < 2; tries += 1) {
      await sqs("sender")
        .send(message("other"))
        .catch(() => undefined);
    }
    const lines = readFileSync(join(folder, "denied.log"), "utf8").trimEnd().split("\n");
    const resource = "arn:aws:sqs:us-east-1:000000000000:other";
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { denied: { by: "send-sms", role, action: "sqs:SendMessage", resource } },
    ]);
  });

  it("under a key that the stack did not give out is nobody's", async () => {
    await expect(sqs("local").send(message("work"))).rejects.toMatchObject({
      name: "UnrecognizedClientException",
    });
    expect(passed).toEqual([]);
  });

  it("loses its answer when the engine breaks off after it took the call", async () => {
    breaksOff = true;
    await expect(sqs("sender").send(message("work"))).rejects.toThrow();
    expect(passed).toHaveLength(1);
  });
});

describe("a stack", () => {
  it("does not start when a function may not read the queue that it is to follow", async () => {
    const assembly = miniAssembly();
    const file = join(assembly, "mini-engine.template.json");
    const narrowed = readFileSync(file, "utf8").replace('"sqs:*"', '"sqs:SendMessage"');
    writeFileSync(file, narrowed);
    const starting = startStack({
      ...{ assembly, clock: "virtual", directory: join(assembly, "rounds") },
      servers: async () => ({}),
    });
    await expect(starting).rejects.toThrow(
      /^The policies of \S+ do not allow sqs:ReceiveMessage on arn:aws:sqs:us-east-1:000000000000:mini-test-/,
    );
    rmSync(assembly, { recursive: true, force: true });
  });

  it("does not start when a service's calls could not be held against the policies", async () => {
    const assembly = miniAssembly();
    const starting = startStack({
      ...{ assembly, clock: "virtual", directory: join(assembly, "rounds") },
      servers: async () => ({ AWS_ENDPOINT_URL_KINESIS: "http://127.0.0.1:9" }),
    });
    await expect(starting).rejects.toThrow("AWS_ENDPOINT_URL_KINESIS names a service");
    rmSync(assembly, { recursive: true, force: true });
  });
});
