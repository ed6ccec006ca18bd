import type { Readable } from "node:stream";

/** A request as the SDK hands it to what carries it, signed and ready. */
export interface SdkRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Record<string, string>;
  body?: unknown;
}

/** What the SDK takes for an answer: it looks at the status and the headers, and reads the stream. */
export interface SdkResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: Readable;
  /** The same once more, to tell one answer from another. */
  readonly text: string;
}

export function headerOf(request: SdkRequest, name: string): string | undefined {
  const found = Object.entries(request.headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}

/** The body as text; empty where it is a stream. */
export function textOf({ body }: SdkRequest): string {
  if (typeof body === "string") return body;
  if (!(body instanceof Uint8Array)) return "";
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8");
}
