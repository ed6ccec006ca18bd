import * as z from "zod/mini";
import type { Claim, Closing } from "../../domain/task/claim.ts";
import type { ListedTask } from "../../domain/task/listed-task.ts";

/** Tasks, claims and closings of the worklist as stored. Fields of a newer release are dropped by older ones. */
export const StoredListedTask: z.ZodMiniType<ListedTask> = z.object({
  organization: z.string(),
  patient: z.string(),
  revision: z.number(),
  task: z.object({
    id: z.string(),
    reason: z.string(),
    queue: z.string(),
    priority: z.enum(["stat", "urgent", "asap", "routine"]),
    openedAt: z.number(),
    deadline: z.number(),
    raiseAt: z.number(),
    raised: z.number(),
    holds: z.boolean(),
    enrollment: z.exactOptional(z.object({ campaign: z.string(), episode: z.string() })),
  }),
  version: z.exactOptional(z.number()),
  language: z.string(),
  needs: z.object({
    interpreter: z.exactOptional(z.literal(true)),
    tty: z.exactOptional(z.literal(true)),
  }),
});

export const StoredClaim: z.ZodMiniType<Claim> = z.object({
  user: z.string(),
  name: z.string(),
  since: z.number(),
});

export const StoredClosing: z.ZodMiniType<Closing> = z.object({
  user: z.string(),
  name: z.string(),
  at: z.number(),
  outcome: z.enum(["resolved", "unreachable"]),
});
