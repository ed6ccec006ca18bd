import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { StaffRouteKey } from "#contracts/api/routes";
import { useSignedIn } from "../session/session-context.ts";
import { type Answer, ask } from "./ask.ts";

interface Options {
  readonly path?: Readonly<Record<string, string>>;
  /** Keys of answers that are old after it, whether it went well or somebody else was first. */
  readonly outdates: readonly (readonly unknown[])[];
}

/**
 * A change asked of the API. While there is no connection it waits, and is sent once there is one;
 * a lost answer has it asked again, so its body must mean the same thing twice.
 */
export function useAct<Route extends StaffRouteKey>(
  route: Route,
  { path = {}, outdates }: Options,
): UseMutationResult<Answer<Route>, Error, unknown> {
  const { session } = useSignedIn();
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (body: unknown) => ask(session, route, { path, body }),
    onSettled: () =>
      Promise.all(outdates.map((queryKey) => answers.invalidateQueries({ queryKey }))),
  });
}
