import type { Instant } from "#domain/time";
import type { TaskDesk } from "#ports";
import type { Trace } from "./trace.ts";

/** The agents' desk, which writes down every task that is put before it, repeats included. */
export function createDesk(trace: Trace, now: () => Instant): TaskDesk {
  return {
    async raise({ task }) {
      const { id, raised } = task;
      trace.add({ is: "put-before-agents", at: now(), task: id, raised });
    },
  };
}
