import { Agent, request as open } from "node:http";
import { Readable } from "node:stream";
import type { SdkRequest, SdkResponse } from "./request.ts";

/** One pool for every composition: a function that was killed leaves no connection behind. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Really sends a request to the engine or provider that it names, and hears the answer out. */
export function overWire(request: SdkRequest): Promise<SdkResponse> {
  return new Promise((resolve, reject) => {
    const { method, hostname, headers } = request;
    const port = request.port ?? 80;
    const sent = open(
      { agent, method, hostname, port, path: pathOf(request), headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          // The engines' clocks are not ours: the SDK would take its own for skewed.
          const { date: _, ...kept } = response.headers as Record<string, string>;
          const whole = Buffer.concat(chunks);
          const body = Readable.from([whole]);
          const statusCode = response.statusCode ?? 500;
          resolve({ statusCode, headers: kept, body, text: whole.toString("utf8") });
        });
      },
    );
    sent.on("error", reject);
    if (request.body instanceof Readable) request.body.pipe(sent);
    else sent.end(request.body as string | Uint8Array | undefined);
  });
}

function pathOf({ path, query = {} }: SdkRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value as string | null];
    return values.map((one) =>
      one === null
        ? encodeURIComponent(name)
        : `${encodeURIComponent(name)}=${encodeURIComponent(one)}`,
    );
  });
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}
