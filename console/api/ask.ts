import type * as z from "zod/mini";
import { type StaffRouteKey, staffRoutes } from "#contracts/api/routes";
import type { Session } from "../session/session.ts";
import { Refused, refusalIn, Unreachable } from "./refused.ts";

export type Answer<Route extends StaffRouteKey> = z.infer<(typeof staffRoutes)[Route]["answer"]>;

export interface Asked {
  /** What stands for the braces of the route. */
  readonly path?: Readonly<Record<string, string>>;
  /** Never anything of a patient. What is undefined is left out. */
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Longer than the API may take (30 s at its gateway): then nobody will answer any more. */
const timeoutMs = 35_000;

/**
 * Asks the API and reads its answer by the route's contract. A token that has run out is renewed
 * once; a session that cannot be renewed ends.
 * @throws Refused when the API said no, Unreachable when nobody can tell whether it heard.
 */
export async function ask<Route extends StaffRouteKey>(
  session: Session,
  route: Route,
  asked: Asked = {},
): Promise<Answer<Route>> {
  const answer = await askAsSomebody(session, route, asked);
  if (!answer.ok) throw await refusalIn(answer);
  const body: unknown = await answer.json().catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  return staffRoutes[route].answer.parse(body) as Answer<Route>;
}

async function askAsSomebody(
  session: Session,
  route: StaffRouteKey,
  asked: Asked,
): Promise<Response> {
  const token = (await session.token()) ?? (await session.renew());
  const answer = token === undefined ? undefined : await send(session.api, route, token, asked);
  if (answer !== undefined && answer.status !== 401) return answer;
  const renewed = token === undefined ? undefined : await session.renew();
  if (renewed !== undefined) {
    const again = await send(session.api, route, renewed, asked);
    if (again.status !== 401) return again;
  }
  await session.end("expired");
  throw new Refused({ code: "not-signed-in" });
}

function send(api: string, route: StaffRouteKey, token: string, asked: Asked): Promise<Response> {
  const [method = "GET", template = "/"] = route.split(" ");
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(asked.path?.[name] ?? ""),
  );
  const { body, query = {}, signal } = asked;
  const given = Object.entries(query).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const search = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
  const limit = AbortSignal.timeout(timeoutMs);
  return fetch(api + path + search, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    // A patient's name must not lie in the browser's cache on a shared machine.
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new Unreachable(cause);
  });
}
