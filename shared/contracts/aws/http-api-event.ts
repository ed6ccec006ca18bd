import * as z from "zod/mini";
import { type Parsed, read, readContract } from "../parsed.ts";

/**
 * What an HTTP API hands to its function, payload format 2.0, as far as it is used here. The headers
 * are the caller's words and are not looked at; what stands in the path, the query and the body is
 * read by the route's contract alone. Source: API Gateway developer guide, "Create AWS Lambda proxy
 * integrations for HTTP APIs".
 */
const HttpApiEvent = z.looseObject({
  version: z.literal("2.0"),
  routeKey: z.string().check(z.maxLength(200)),
  requestContext: z.looseObject({
    requestId: z.string().check(z.maxLength(200)),
    authorizer: z.optional(z.looseObject({ jwt: z.looseObject({ claims: z.unknown() }) })),
  }),
  pathParameters: z.nullish(z.record(z.string(), z.string())),
  /** A name that is there twice has both values, with a comma between them. */
  queryStringParameters: z.nullish(z.record(z.string(), z.string())),
  body: z.nullish(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
});

export interface HttpApiRequest {
  /** `GET /v1/me`: the template that matched, never what was filled in. */
  readonly route: string;
  /** API Gateway's id of the request; also in its access log. */
  readonly request: string;
  /** What the JWT authorizer verified. Absent: nobody was verified. */
  readonly claims?: unknown;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly bodyBytes: number;
  /** As it was sent, decoded. */
  readonly body: string;
}

export function parseHttpApiEvent(event: unknown): Parsed<HttpApiRequest> {
  const parsed = readContract(HttpApiEvent, event, "http-api");
  if (!parsed.ok) return parsed;
  const { routeKey: route, requestContext, pathParameters, queryStringParameters } = parsed.value;
  const { requestId: request, authorizer } = requestContext;
  const { body, isBase64Encoded } = parsed.value;
  const bytes = Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8");
  return read({
    ...{ route, request, claims: authorizer?.jwt.claims },
    ...{ path: pathParameters ?? {}, query: queryStringParameters ?? {} },
    ...{ bodyBytes: bytes.length, body: bytes.toString("utf8") },
  });
}
