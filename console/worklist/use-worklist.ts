import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { TaskRow, TasksPage } from "#contracts/api/tasks";
import { ask } from "../api/ask.ts";
import { useNow } from "../parts/use-now.ts";
import { useSignedIn } from "../session/session-context.ts";

/** Whose tasks are looked at, in one queue or in all. */
export interface TaskFilter {
  readonly whose: "all" | "mine" | "unclaimed";
  readonly queue: string | undefined;
}

/** A red flag is worked within minutes, so it is seen within seconds. */
const everyMs = 5_000;
const pageRows = "50";

/** What changes the tasks makes this stale. */
export const worklistKey = ["GET /v1/tasks"] as const;

/** The open tasks, kept in step as long as somebody looks at them. */
export function useWorklist({ whose, queue }: TaskFilter) {
  const { session } = useSignedIn();
  const query = useInfiniteQuery<
    TasksPage,
    Error,
    InfiniteData<TasksPage>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [...worklistKey, whose, queue],
    queryFn: ({ pageParam, signal }) =>
      ask(session, "GET /v1/tasks", {
        query: {
          queue,
          whose: whose === "all" ? undefined : whose,
          cursor: pageParam,
          limit: pageRows,
        },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
    refetchInterval: everyMs,
    // Rows stay where they are while another filter is fetched.
    placeholderData: (before) => before,
  });
  const pages = query.data?.pages;
  const tasks = useMemo(() => onceEach(pages ?? []), [pages]);
  const now = useNow(pages?.[0]?.now, query.dataUpdatedAt);
  return { ...query, tasks, now };
}

/** A task that moved between two pages while they were fetched is on both. */
function onceEach(pages: readonly TasksPage[]): readonly TaskRow[] {
  const seen = new Map<string, TaskRow>();
  for (const { tasks } of pages) for (const row of tasks) seen.set(row.task, row);
  return [...seen.values()];
}
