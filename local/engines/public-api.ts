import { randomUUID } from "node:crypto";
import { type LocalAnswer, type LocalRequest, startServer } from "../outside/http-server.ts";
import type { Outcome } from "../runtime/outcome.ts";
import type { PublicRoute } from "../template/public-routes.ts";
import type { Engine } from "./engine.ts";

export interface PublicApiKeeping {
  readonly routes: readonly PublicRoute[];
  /** Invokes a function by its ARN. */
  readonly invoke: (functionArn: string, event: unknown) => Promise<Outcome>;
}

/**
 * The HTTP APIs that ask for no sign-in, at one address of this machine: a request becomes the event that
 * API Gateway makes of it, and the function's answer an answer. What needs a sign-in is not here.
 */
export class PublicApi implements Engine {
  readonly name = "public-api";
  readonly endpoint: string;
  readonly #close: () => Promise<void>;
  #keeping: PublicApiKeeping | undefined;

  private constructor(url: string, close: () => Promise<void>) {
    this.endpoint = url;
    this.#close = close;
  }

  /** Listening, so that functions can be told its address; it answers once it has `keep`. */
  static async start(): Promise<PublicApi> {
    const server = await startServer(async (request) => api.#answer(request));
    const api = new PublicApi(server.url, () => server.close());
    return api;
  }

  keep(keeping: PublicApiKeeping): void {
    this.#keeping = keeping;
  }

  stop(): Promise<void> {
    return this.#close();
  }

  async #answer(request: LocalRequest): Promise<LocalAnswer> {
    const { routes = [], invoke } = this.#keeping ?? {};
    for (const route of routes) {
      const parameters = parametersOf(route, request);
      if (parameters === undefined || invoke === undefined) continue;
      const outcome = await invoke(route.functionArn, eventOf(route, request, parameters));
      return outcome.ok ? answerOf(outcome.answer) : said(500, "Internal Server Error");
    }
    return said(404, "Not Found");
  }
}

/** What stands for the braces of the route; undefined where it is another route. */
function parametersOf(
  { method, path }: PublicRoute,
  request: LocalRequest,
): Readonly<Record<string, string>> | undefined {
  if (method !== "ANY" && method !== request.method) return undefined;
  const wanted = path.split("/");
  const given = pathIn(request).split("/");
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== value) return undefined;
    if (name !== undefined) parameters[name] = decoded(value);
  }
  return parameters;
}

function pathIn({ path }: LocalRequest): string {
  return path.split("?")[0] ?? "";
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Payload format 2.0 (API Gateway developer guide, "Create AWS Lambda proxy integrations for HTTP APIs"). */
function eventOf(
  route: PublicRoute,
  request: LocalRequest,
  pathParameters: Readonly<Record<string, string>>,
): object {
  const { method, headers, body } = request;
  const routeKey = `${route.method} ${route.path}`;
  const rawPath = pathIn(request);
  return {
    version: "2.0",
    ...{ routeKey, rawPath, rawQueryString: "", headers, pathParameters },
    requestContext: {
      ...{ apiId: "local", requestId: randomUUID(), routeKey, stage: "$default" },
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "" },
    },
    ...bodyOf(body, String(headers["content-type"] ?? "")),
  };
}

/**
 * What is no text by its type comes in base64, and the fields of a form are none to the gateway: text/*
 * and three kinds of application/* alone are.
 */
function bodyOf(body: string, type: string): object {
  const isText = /^(text\/|application\/(json|xml|javascript)\b)/.test(type);
  if (body === "" || isText) return { ...(body === "" ? {} : { body }), isBase64Encoded: false };
  return { body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
}

function answerOf(answer: unknown): LocalAnswer {
  const { statusCode, headers, body } = Object(answer) as Readonly<Record<string, unknown>>;
  return {
    status: Number(statusCode ?? 500),
    headers: { ...Object(headers) },
    body: String(body ?? ""),
  };
}

function said(status: number, message: string): LocalAnswer {
  return { status, body: JSON.stringify({ message }) };
}
