import * as z from "zod/mini";
import { type Parsed, read, readContract } from "../parsed.ts";

/**
 * What a public HTTP API hands to the function of a patient's page, payload format 2.0, as far as it is
 * used. Headers are not looked at, and the body may be anything: a stop is never refused for its form (RFC
 * 8058 lets a mail program choose between two). Source: API Gateway developer guide, "Create AWS Lambda
 * proxy integrations for HTTP APIs".
 */
const PageEvent = z.looseObject({
  version: z.literal("2.0"),
  pathParameters: z.nullish(z.looseObject({ token: z.optional(z.string()) })),
  requestContext: z.looseObject({
    requestId: z.string().check(z.maxLength(200)),
    http: z.looseObject({ method: z.string().check(z.maxLength(20)) }),
  }),
});

export interface PageRequest {
  /** `GET`, as the gateway writes it. */
  readonly method: string;
  /** API Gateway's id of the request; also in its access log. */
  readonly request: string;
  /** Which page: that of a mail's one click, or the one that answers a message. */
  readonly page: "stop" | "answer";
  /** What the caller gave for one. Never to be logged. */
  readonly token: string;
  /** What a form sent, each field once; empty for a body that no form of ours sends. */
  readonly fields: ReadonlyMap<string, string>;
}

/** As the template writes it (`infra/stacks/pages/patient-pages.ts`). */
const answerRoute = "ANY /a/{token}";

/** Our longest form is a tenth of it. Bytes. */
const formBytesMax = 4_096;

export function parsePageEvent(event: unknown): Parsed<PageRequest> {
  const parsed = readContract(PageEvent, event, "page");
  if (!parsed.ok) return parsed;
  const { pathParameters, requestContext, ...more } = parsed.value;
  const { routeKey, body, isBase64Encoded } = more as Readonly<Record<string, unknown>>;
  const { requestId: request, http } = requestContext;
  return read({
    method: http.method,
    request,
    page: routeKey === answerRoute ? "answer" : "stop",
    token: pathParameters?.token ?? "",
    fields: fieldsIn(body, isBase64Encoded === true),
  });
}

/** A form in the one way in which a page without script sends it (HTML, "URL-encoded form data"). */
function fieldsIn(body: unknown, isBase64: boolean): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  if (typeof body !== "string" || body.length > formBytesMax) return fields;
  const text = isBase64 ? Buffer.from(body, "base64").toString("utf8") : body;
  for (const [name, value] of new URLSearchParams(text)) {
    // A field that comes twice is no form of ours: the first stands, as it would in any order of clicks.
    if (!fields.has(name)) fields.set(name, value);
  }
  return fields;
}
