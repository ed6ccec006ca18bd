import type * as z from "zod/mini";
import type { Outcome } from "#contracts/api/outcome";
import { type StaffRouteKey, staffRoutes } from "#contracts/api/routes";
import type { StaffRoute } from "#contracts/api/staff-route";
import type { HttpApiRequest } from "#contracts/aws/http-api-event";
import { type Parsed, read, readContract, unreadable } from "#contracts/parsed";
import type { StaffMember } from "#domain/staff/member";

type Routes = typeof staffRoutes;

type PartOf<Route, Name extends "path" | "query" | "body"> = Route extends {
  readonly [key in Name]: infer Schema extends z.ZodMiniType;
}
  ? z.output<Schema>
  : undefined;

/** One request of one member, read by the contract of its route. */
export interface Asked<Key extends StaffRouteKey> {
  readonly member: StaffMember;
  readonly path: PartOf<Routes[Key], "path">;
  readonly query: PartOf<Routes[Key], "query">;
  readonly body: PartOf<Routes[Key], "body">;
}

/** What is done for each route. */
export type StaffWorks = {
  readonly [Key in StaffRouteKey]: (asked: Asked<Key>) => Promise<Outcome<object>>;
};

/** One of them, for a request that `readParts` has read for that very route. */
export type AnyWork = (asked: {
  readonly member: StaffMember;
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}) => Promise<Outcome<object>>;

interface Parts {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * What the route's contract makes of a request. The reason names the first field that is wrong:
 * `body/bad-scope.channel`, `body/not-json`.
 */
export function readParts(route: StaffRouteKey, request: HttpApiRequest): Parsed<Parts> {
  const { path, query, body }: StaffRoute = staffRoutes[route];
  const parts: Partial<Record<keyof Parts, unknown>> = {};
  for (const [name, schema, given] of [
    ["path", path, request.path],
    ["query", query, request.query],
    ["body", body, request.body],
  ] as const) {
    if (schema === undefined) continue;
    const parsed = readContract(schema, given, name);
    if (!parsed.ok) return unreadable(parsed.reason);
    parts[name] = parsed.value;
  }
  return read({ path: parts.path, query: parts.query, body: parts.body });
}

/** Where in the request the fault is, as clients name it: `body.scope.channel`. */
export function placeOf(reason: string): string {
  return reason.replace(/\/bad-shape$/, "").replace("/bad-", ".");
}
