import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface LocalRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface LocalAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The request was taken and its answer never arrives: the connection breaks. */
export const lostAnswer = "lost";

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

type Answering = (request: LocalRequest) => Promise<LocalAnswer | typeof lostAnswer>;

/** A small HTTP server on a free port of this machine alone. */
export async function startServer(answer: Answering): Promise<RunningServer> {
  const server = createServer((request, response) => {
    void serve(request, response, answer);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answering,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const given = await answer({
    method: request.method ?? "GET",
    path: request.url ?? "/",
    headers: request.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  }).catch((error: unknown) => ({
    status: 500,
    headers: {},
    body: JSON.stringify({ message: String(error) }),
  }));
  if (given === lostAnswer) {
    request.socket.destroy();
    return;
  }
  const { status, headers, body } = given;
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(body);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
