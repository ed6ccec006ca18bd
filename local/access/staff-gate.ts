import { randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import {
  type LocalAnswer,
  type LocalRequest,
  type RunningServer,
  startServer,
} from "../outside/http-server.ts";
import type { StaffApiRoute } from "../template/staff-access.ts";
import type { TokenMaker } from "./token-maker.ts";

export interface StaffGateParts {
  readonly routes: readonly StaffApiRoute[];
  readonly tokens: TokenMaker;
  /** Whose pages may ask, known once they are served. */
  readonly console: () => string;
  readonly invoke: (functionArn: string, event: unknown) => Promise<unknown>;
}

/**
 * Plays the staff's HTTP API with its JWT authorizer: a request with a good token becomes the event
 * that API Gateway makes of it (payload format 2.0), with the claims as it writes them.
 */
export function startStaffGate(parts: StaffGateParts): Promise<RunningServer> {
  return startServer(async (request) => {
    const cors = corsFor(request, parts.console());
    if (request.method === "OPTIONS") {
      const headers = {
        ...cors,
        "access-control-allow-headers": "authorization,content-type",
        "access-control-allow-methods": [
          ...new Set(parts.routes.map(({ method }) => method)),
        ].join(),
        "access-control-max-age": "3600",
      };
      return { status: 204, headers, body: "" };
    }
    const answer = await pass(request, parts);
    return { ...answer, headers: { ...answer.headers, ...cors } };
  });
}

async function pass(request: LocalRequest, parts: StaffGateParts): Promise<LocalAnswer> {
  const found = routeFor(request, parts.routes);
  if (found === undefined) return said(404, "Not Found");
  const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "")?.[1];
  const claims = token && (await parts.tokens.check(token));
  if (!claims) return said(401, "Unauthorized");
  const { route, pathParameters } = found;
  try {
    const event = eventOf(route, request, { pathParameters, claims });
    return answerOf(await parts.invoke(route.functionArn, event));
  } catch {
    return said(500, "Internal Server Error");
  }
}

interface Found {
  readonly route: StaffApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The route with the fewest braces that fits, as the gateway chooses. */
function routeFor(
  { method, path }: LocalRequest,
  routes: readonly StaffApiRoute[],
): Found | undefined {
  const given = (path.split("?")[0] ?? "").split("/");
  const fitting = routes.flatMap((route): Found[] => {
    const wanted = route.path.split("/");
    if (route.method !== method || wanted.length !== given.length) return [];
    const pathParameters: Record<string, string> = {};
    for (const [index, part] of wanted.entries()) {
      const value = given[index] ?? "";
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined && part !== value) return [];
      if (name !== undefined) pathParameters[name] = decodeURIComponent(value);
    }
    return [{ route, pathParameters }];
  });
  const braces = ({ pathParameters }: Found) => Object.keys(pathParameters).length;
  return fitting.toSorted((one, other) => braces(one) - braces(other))[0];
}

function eventOf(
  route: StaffApiRoute,
  request: LocalRequest,
  known: {
    readonly pathParameters: Readonly<Record<string, string>>;
    readonly claims: JWTPayload;
  },
): object {
  const { method, headers, body } = request;
  const routeKey = `${route.method} ${route.path}`;
  const [rawPath = "", rawQueryString = ""] = request.path.split("?");
  const query = Object.fromEntries(new URLSearchParams(rawQueryString));
  return {
    version: "2.0",
    ...{ routeKey, rawPath, rawQueryString, headers, pathParameters: known.pathParameters },
    ...(rawQueryString === "" ? {} : { queryStringParameters: query }),
    requestContext: {
      ...{ apiId: "local", requestId: randomUUID(), routeKey, stage: "$default" },
      http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "" },
      authorizer: { jwt: { claims: asWritten(known.claims), scopes: null } },
    },
    ...(body === "" ? {} : { body }),
    isBase64Encoded: false,
  };
}

/** The authorizer hands every claim on as text; a list becomes `[a b]`. */
function asWritten(claims: JWTPayload): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(" ")}]` : String(value),
    ]),
  );
}

function answerOf(answer: unknown): LocalAnswer {
  const { statusCode, headers, body } = Object(answer) as Readonly<Record<string, unknown>>;
  return {
    status: Number(statusCode ?? 500),
    headers: { ...Object(headers) },
    body: String(body ?? ""),
  };
}

function corsFor({ headers }: LocalRequest, console: string): Readonly<Record<string, string>> {
  return headers["origin"] === console ? { "access-control-allow-origin": console } : {};
}

function said(status: number, message: string): LocalAnswer {
  return { status, body: JSON.stringify({ message }) };
}
