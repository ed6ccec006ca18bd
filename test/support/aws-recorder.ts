import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";

export type AwsService = "dynamodb" | "sqs" | "sms" | "ses" | "connect" | "s3";

/** One call that a function made. */
export interface AwsCall {
  readonly service: AwsService;
  /** The operation where the protocol names one, else the method. */
  readonly operation: string;
  readonly path: string;
  readonly body: string;
}

export interface AwsRecorder {
  readonly endpoint: string;
  readonly calls: AwsCall[];
  /** Files of every bucket, by key. */
  readonly files: Map<string, string>;
  /** Services that say no, and quote in their words what they were given. */
  readonly refusing: Set<AwsService>;
  stop(): Promise<void>;
}

/** What a refusal is called, by service. */
const refusals: Readonly<Record<AwsService, readonly [status: number, type: string]>> = {
  dynamodb: [500, "InternalServerError"],
  sqs: [500, "InternalError"],
  sms: [400, "ValidationException"],
  ses: [400, "MessageRejected"],
  connect: [400, "InvalidParameterException"],
  s3: [403, "AccessDenied"],
};

/**
 * All of AWS on one address: it notes each call, answers as the service would, and hands DynamoDB's
 * on to an engine. When it refuses, it quotes the request, as services do.
 */
export async function startAws(dynamodb: string): Promise<AwsRecorder> {
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    // A second clock would have the SDK take its own for skewed.
    response.sendDate = false;
    const call = await noted(request);
    recorder.calls.push(call);
    if (recorder.refusing.has(call.service)) return refuse(response, call);
    if (call.service === "dynamodb") return handOn(dynamodb, request, call, response);
    if (call.service === "s3") return serveFile(recorder.files, request, call, response);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answerTo(call)));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const recorder: AwsRecorder = {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls: [],
    files: new Map(),
    refusing: new Set(),
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return recorder;
}

async function noted(request: IncomingMessage): Promise<AwsCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const path = decodeURIComponent(request.url ?? "");
  const [prefix = "", operation] = String(request.headers["x-amz-target"] ?? "").split(".");
  const service = serviceOf(prefix, path);
  const body = Buffer.concat(chunks).toString("utf8");
  return { service, operation: operation ?? `${request.method}`, path, body };
}

function serviceOf(target: string, path: string): AwsService {
  if (target.startsWith("DynamoDB")) return "dynamodb";
  if (target === "AmazonSQS") return "sqs";
  if (target.startsWith("PinpointSMSVoice")) return "sms";
  if (path.startsWith("/v2/email/")) return "ses";
  return path.startsWith("/contact/") ? "connect" : "s3";
}

function refuse(response: ServerResponse, { service, body, path }: AwsCall): void {
  const [status, type] = refusals[service];
  const message = `Refused: ${body} ${path}`;
  if (service === "s3") {
    response.writeHead(status, { "content-type": "application/xml" });
    response.end(`<Error><Code>${type}</Code><Message>${message}</Message></Error>`);
    return;
  }
  response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
  response.end(JSON.stringify({ __type: type, message, Message: message }));
}

async function handOn(
  engine: string,
  { headers }: IncomingMessage,
  { body }: AwsCall,
  response: ServerResponse,
): Promise<void> {
  const answer = await fetch(engine, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": String(headers["x-amz-target"]),
      authorization: String(headers.authorization),
      "x-amz-date": String(headers["x-amz-date"]),
    },
    body,
  });
  response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
  response.end(await answer.text());
}

function serveFile(
  files: Map<string, string>,
  { method, headers }: IncomingMessage,
  { path, body }: AwsCall,
  response: ServerResponse,
): void {
  const key = path.split("?")[0]?.split("/").slice(2).join("/") ?? "";
  if (method === "PUT") files.set(key, body);
  if (method === "PUT") return void response.end();
  const file = files.get(key);
  const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
  const rest = file === undefined ? undefined : Buffer.from(file).subarray(from);
  if (rest === undefined || (from > 0 && rest.length === 0)) {
    response.writeHead(rest === undefined ? 404 : 416, { "content-type": "application/xml" });
    const code = rest === undefined ? "NoSuchKey" : "InvalidRange";
    response.end(`<Error><Code>${code}</Code><Message>${key}</Message></Error>`);
    return;
  }
  response.writeHead(from > 0 ? 206 : 200, { etag: '"1"' });
  response.end(rest);
}

function answerTo({ service, operation, body }: AwsCall): object {
  const input = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
  if (service !== "sqs") return { MessageId: "out-1", ContactId: "contact-1" };
  if (operation === "GetQueueAttributes") return { Attributes: {} };
  if (operation === "SendMessage") {
    return { MessageId: "m", MD5OfMessageBody: md5(String(input["MessageBody"])) };
  }
  const entries = input["Entries"] as readonly { Id: string; MessageBody: string }[];
  const taken = entries.map(({ Id, MessageBody }) => ({
    Id,
    MessageId: "m",
    MD5OfMessageBody: md5(MessageBody),
  }));
  return { Successful: taken, Failed: [] };
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}
