import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ask } from "../api/ask.ts";
import { Failure } from "../parts/failure.tsx";
import { Page } from "../parts/page.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Session } from "./session.ts";
import { SignedInContext } from "./session-context.ts";

/** Asks once who this is; the screens follow from the answer. */
export function WhoAmI({
  session,
  children,
}: {
  readonly session: Session;
  readonly children: ReactNode;
}) {
  const { data, error, refetch } = useQuery({
    queryKey: ["me"],
    queryFn: ({ signal }) => ask(session, "GET /v1/me", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (data !== undefined) {
    return <SignedInContext value={{ session, me: data }}>{children}</SignedInContext>;
  }
  if (error === null) return <Waiting />;
  return (
    <Page>
      <Failure of={error} retry={() => void refetch()} />
    </Page>
  );
}
