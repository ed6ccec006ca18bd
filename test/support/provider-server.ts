import { createServer, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";

/** What the server does with a request that it has read to its end. */
export type Manner =
  | { readonly does: "answer"; readonly body: object }
  | {
      readonly does: "refuse";
      readonly status: number;
      readonly type: string;
      readonly body?: object;
    }
  /** The request was read, perhaps acted upon, and the connection breaks. */
  | { readonly does: "lose-the-answer" }
  | { readonly does: "stay-silent" }
  /** The first line of an answer, and then nothing. */
  | { readonly does: "stall" }
  | { readonly does: "mumble"; readonly status: number; readonly text: string };

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly target: string | undefined;
  readonly body: unknown;
}

export interface ProviderServer {
  readonly endpoint: string;
  readonly seen: readonly SeenRequest[];
  manner: Manner;
  stop(): Promise<void>;
}

/** A provider of which a test chooses the manners; it speaks AWS's JSON and REST-JSON errors. */
export async function startProvider(): Promise<ProviderServer> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(async (request, response) => {
    seen.push(await read(request));
    const { manner } = provider;
    switch (manner.does) {
      case "answer":
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify(manner.body));
        return;
      case "refuse":
        response.writeHead(manner.status, {
          "content-type": "application/json",
          "x-amzn-errortype": manner.type,
        });
        response.end(JSON.stringify({ __type: manner.type, ...manner.body }));
        return;
      case "lose-the-answer":
        request.socket.destroy();
        return;
      case "stay-silent":
        return;
      case "stall":
        response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
        response.write("{");
        return;
      case "mumble":
        response.writeHead(manner.status, { "content-type": "text/html" });
        response.end(manner.text);
    }
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  const provider: ProviderServer = {
    endpoint: `http://127.0.0.1:${address.port}`,
    seen,
    manner: { does: "stay-silent" },
    stop() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return provider;
}

async function read(request: IncomingMessage): Promise<SeenRequest> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    target: request.headers["x-amz-target"]?.toString(),
    body: text === "" ? undefined : JSON.parse(text),
  };
}
