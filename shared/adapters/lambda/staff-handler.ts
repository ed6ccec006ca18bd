import { type ProblemCode, problemMediaType, problemOf } from "#contracts/api/problem";
import { isStaffRoute, type StaffRouteKey, staffRoutes } from "#contracts/api/routes";
import { type HttpApiRequest, parseHttpApiEvent } from "#contracts/aws/http-api-event";
import { parseStaffClaims, type TokenOrigin } from "#contracts/aws/staff-claims";
import type { StaffMember } from "#domain/staff/member";
import type { Logger } from "#observability/logger";
import { TryAgain } from "../../errors.ts";
import { reasonOf } from "./queue-handler.ts";

/** What the staff's function has around its routes. */
export interface StaffRim {
  readonly log: Logger;
  readonly tokens: TokenOrigin;
}

/** Answers for one member of staff what the route's contract holds, or why not. */
export type StaffWork = (member: StaffMember) => Promise<object | ProblemCode>;

/** A response of payload format 2.0. */
export interface StaffAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers are about one organization and may be about patients: they are kept nowhere. */
const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/**
 * Answers requests of staff: who asks is known, may ask this, and asks no more than the route
 * takes, or they are told why not (RFC 9457). Never throws: what fails is noted by its code.
 */
export function staffHandler(rim: StaffRim, works: Readonly<Record<StaffRouteKey, StaffWork>>) {
  return async (event: unknown): Promise<StaffAnswer> => {
    const parsed = parseHttpApiEvent(event);
    if (!parsed.ok) {
      rim.log.warn("A request was refused", { reason: parsed.reason });
      return refusal("unreadable-request");
    }
    const { request } = parsed.value;
    const log = rim.log.with({ requestId: request });
    const admitted = admit(parsed.value, rim.tokens, log);
    if (typeof admitted === "string") return refusal(admitted, request);
    const { route, member } = admitted;
    const asked = { actor: member.user, organization: member.organization };
    try {
      const answer = await works[route](member);
      if (typeof answer === "string") {
        log.warn("A request was refused", { ...asked, code: answer });
        return refusal(answer, request);
      }
      const answered = json(200, "application/json", staffRoutes[route].answer.parse(answer));
      log.info("A request was answered", { ...asked, eventType: route.replace(" ", ":") });
      return answered;
    } catch (error) {
      log.error("A request failed", { ...asked, error: reasonOf(error) });
      return refusal(error instanceof TryAgain ? "try-again" : "failed", request);
    }
  };
}

/** Who asks for which route; or why they are not heard. */
function admit(
  { route, claims, bodyBytes }: HttpApiRequest,
  tokens: TokenOrigin,
  log: Logger,
): { readonly route: StaffRouteKey; readonly member: StaffMember } | ProblemCode {
  const refuse = (code: ProblemCode, reason: string, member?: StaffMember): ProblemCode => {
    const asked = member && { actor: member.user, organization: member.organization };
    log.warn("A request was refused", { code, reason, ...asked });
    return code;
  };
  const who = parseStaffClaims(claims, tokens);
  if (!who.ok) return refuse(who.isSignedIn ? "not-allowed" : "not-signed-in", who.reason);
  const member = who.value;
  if (!isStaffRoute(route)) return refuse("no-such-route", "route/unknown", member);
  const { roles, bodyBytesMax } = staffRoutes[route];
  const may = member.roles.some((role) => (roles as readonly string[]).includes(role));
  if (!may) return refuse("not-allowed", "role/not-allowed", member);
  if (bodyBytes > bodyBytesMax) return refuse("too-large", "body/too-large", member);
  return { route, member };
}

function refusal(code: ProblemCode, request?: string): StaffAnswer {
  const problem = problemOf(code, request);
  const answer = json(problem.status, problemMediaType, problem);
  // RFC 9110, section 11.6.1: a 401 says how to sign in.
  if (code === "not-signed-in") return withHeader(answer, { "www-authenticate": "Bearer" });
  if (code === "try-again") return withHeader(answer, { "retry-after": "1" });
  return answer;
}

function withHeader(answer: StaffAnswer, more: Readonly<Record<string, string>>): StaffAnswer {
  return { ...answer, headers: { ...answer.headers, ...more } };
}

function json(statusCode: number, type: string, body: unknown): StaffAnswer {
  return {
    statusCode,
    headers: { ...headers, "content-type": type },
    body: JSON.stringify(body),
  };
}
