import type { Told } from "#contracts/api/outcome";
import type { ProblemCode, ProblemDetail } from "#contracts/api/problem";
import { isStaffRoute, type StaffRouteKey, staffRoutes } from "#contracts/api/routes";
import { type HttpApiRequest, parseHttpApiEvent } from "#contracts/aws/http-api-event";
import { parseStaffClaims, type TokenOrigin } from "#contracts/aws/staff-claims";
import type { StaffMember } from "#domain/staff/member";
import type { Logger } from "#observability/logger";
import type { Clock, ViewLog } from "#ports";
import { TryAgain } from "../../errors.ts";
import { reasonOf } from "./queue-handler.ts";
import { json, refusal, type StaffAnswer } from "./staff-answer.ts";
import { type AnyWork, placeOf, readParts, type StaffWorks } from "./staff-work.ts";

/** What the staff's function has around its routes. */
export interface StaffRim {
  readonly log: Logger;
  readonly tokens: TokenOrigin;
  readonly views: Pick<ViewLog, "note">;
  readonly clock: Clock;
}

/**
 * Answers requests of staff: who asks is known, may ask this, and asks as the route takes it, or
 * they are told why not (RFC 9457). What tells of patients leaves once it is noted who saw them; if
 * that cannot be noted, it does not leave. Never throws: what fails is noted by its code.
 */
export function staffHandler(rim: StaffRim, works: StaffWorks) {
  return async (event: unknown): Promise<StaffAnswer> => {
    const parsed = parseHttpApiEvent(event);
    if (!parsed.ok) {
      rim.log.warn("A request was refused", { reason: parsed.reason });
      return refusal("unreadable-request");
    }
    const { request } = parsed.value;
    const log = rim.log.with({ requestId: request });
    const admitted = admit(parsed.value, rim.tokens, log);
    if ("code" in admitted) return refusal(admitted.code, request, admitted.detail);
    const { route, member, parts } = admitted;
    const asked = { actor: member.user, organization: member.organization };
    const eventType = route.replace(" ", ":");
    try {
      const outcome = await (works[route] as AnyWork)({ member, ...parts });
      if ("refused" in outcome) {
        log.warn("A request was refused", { ...asked, code: outcome.refused, eventType });
        return refusal(outcome.refused, request, outcome.detail);
      }
      const answered = json(200, "application/json", staffRoutes[route].answer.parse(outcome.told));
      await noteViews(rim, outcome, { member, route, request });
      log.info("A request was answered", { ...asked, eventType });
      return answered;
    } catch (error) {
      log.error("A request failed", { ...asked, error: reasonOf(error), eventType });
      return refusal(error instanceof TryAgain ? "try-again" : "failed", request);
    }
  };
}

async function noteViews(
  { views, clock }: StaffRim,
  { of }: Told<object>,
  by: { readonly member: StaffMember; readonly route: string; readonly request: string },
): Promise<void> {
  const { route, request } = by;
  const { organization, user, name } = by.member;
  const at = clock.now();
  await Promise.all(
    of.map((patient) => views.note({ organization, patient, at, user, name, route, request })),
  );
}

/** Why a request is not heard. */
interface NotHeard {
  readonly code: ProblemCode;
  readonly detail?: ProblemDetail;
}

interface Admitted {
  readonly route: StaffRouteKey;
  readonly member: StaffMember;
  readonly parts: Readonly<Record<"path" | "query" | "body", unknown>>;
}

/** Who asks for which route, and with what; or why they are not heard. */
function admit(request: HttpApiRequest, tokens: TokenOrigin, log: Logger): Admitted | NotHeard {
  const refuse = (code: ProblemCode, reason: string, member?: StaffMember): NotHeard => {
    const asked = member && { actor: member.user, organization: member.organization };
    log.warn("A request was refused", { code, reason, ...asked });
    return { code };
  };
  const who = parseStaffClaims(request.claims, tokens);
  if (!who.ok) return refuse(who.isSignedIn ? "not-allowed" : "not-signed-in", who.reason);
  const member = who.value;
  const { route } = request;
  if (!isStaffRoute(route)) return refuse("no-such-route", "route/unknown", member);
  const { roles, bodyBytesMax } = staffRoutes[route];
  const may = member.roles.some((role) => (roles as readonly string[]).includes(role));
  if (!may) return refuse("not-allowed", "role/not-allowed", member);
  if (request.bodyBytes > bodyBytesMax) {
    const detail = { bytesMax: bodyBytesMax };
    return { ...refuse("too-large", "body/too-large", member), detail };
  }
  const parts = readParts(route, request);
  if (parts.ok) return { route, member, parts: parts.value };
  if (parts.reason === "body/not-json") return refuse("not-json", parts.reason, member);
  const detail = { at: placeOf(parts.reason) };
  return { ...refuse("bad-request", parts.reason, member), detail };
}
