import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { StaffRouteKey } from "#contracts/api/routes";
import { useSignedIn } from "../session/session-context.ts";
import { type Answer, ask } from "./ask.ts";

interface Options {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  /** Asks again this often while the page is looked at. */
  readonly everyMs?: number;
  readonly enabled?: boolean;
}

/** What a route answers now, kept in step while the screen is open. */
export function useAnswer<Route extends StaffRouteKey>(
  route: Route,
  { path = {}, query = {}, everyMs, enabled = true }: Options = {},
): UseQueryResult<Answer<Route>> {
  const { session } = useSignedIn();
  return useQuery({
    queryKey: [...answerKey(route, path), query],
    queryFn: ({ signal }) => ask(session, route, { path, query, signal }),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
  });
}

/** By which an answer is found again, to be asked for anew. */
export function answerKey(route: StaffRouteKey, path: Readonly<Record<string, string>> = {}) {
  return [route, path] as const;
}
