import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Invocation {
  readonly id: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the function's process told the Runtime API. */
export interface RuntimeEvents {
  /** The process took the invocation and runs it. */
  onTaken(id: string): void;
  onResponse(id: string, body: string): void;
  onError(id: string, body: string): void;
  /** The bundle could not be loaded. */
  onInitError(body: string): void;
}

/**
 * The Lambda Runtime API (AWS Lambda guide, "Using the Lambda runtime API", version 2018-06-01) for
 * one execution environment: the process asks for the next invocation and posts what came of it.
 */
export class RuntimeApi {
  readonly #events: RuntimeEvents;
  readonly #server: Server;
  #waiting: ServerResponse | undefined;
  #offered: Invocation | undefined;

  constructor(events: RuntimeEvents) {
    this.#events = events;
    this.#server = createServer((request, response) => void this.#answer(request, response));
    // The process keeps one connection and may be idle for as long as the stack is.
    this.#server.keepAliveTimeout = 0;
  }

  /** Returns the address as `AWS_LAMBDA_RUNTIME_API` wants it. */
  listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => {
        resolve(`127.0.0.1:${(this.#server.address() as AddressInfo).port}`);
      });
    });
  }

  offer(invocation: Invocation): void {
    this.#offered = invocation;
    this.#hand();
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , , kind, id = "", outcome] = (request.url ?? "").split("/");
    if (kind === "invocation" && id === "next") {
      this.#waiting = response;
      this.#hand();
      return;
    }
    const body = await read(request);
    response.writeHead(202).end();
    if (kind === "init") this.#events.onInitError(body);
    else if (outcome === "response") this.#events.onResponse(decodeURIComponent(id), body);
    else if (outcome === "error") this.#events.onError(decodeURIComponent(id), body);
  }

  #hand(): void {
    const response = this.#waiting;
    const invocation = this.#offered;
    if (response === undefined || invocation === undefined) return;
    this.#waiting = undefined;
    this.#offered = undefined;
    response.writeHead(200, invocation.headers);
    response.end(invocation.body);
    this.#events.onTaken(invocation.id);
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
