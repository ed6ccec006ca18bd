import * as z from "zod/mini";
import { type Parsed, read, readContract } from "../parsed.ts";

/**
 * What a public HTTP API hands to the function of a patient's page, payload format 2.0, as far as it is
 * used. Neither headers nor body are looked at: whoever posts to a link means it, in whatever form (RFC
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
  /** What the caller gave for one. Never to be logged. */
  readonly token: string;
}

export function parsePageEvent(event: unknown): Parsed<PageRequest> {
  const parsed = readContract(PageEvent, event, "page");
  if (!parsed.ok) return parsed;
  const { pathParameters, requestContext } = parsed.value;
  const { requestId: request, http } = requestContext;
  return read({ method: http.method, request, token: pathParameters?.token ?? "" });
}
