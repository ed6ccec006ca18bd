import {
  type ConnectClient,
  StartTaskContactCommand,
  type StartTaskContactCommandInput,
} from "@aws-sdk/client-connect";
import { formatInstant } from "../../domain/time.ts";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { TaskDesk } from "../../ports.ts";
import { callOutcome } from "./outcome.ts";

export interface TaskDeskOptions {
  /** May retry: `ClientToken` makes repeats harmless. */
  readonly client: ConnectClient;
  readonly instanceId: string;
  readonly taskFlowId: string;
}

type Raise = Parameters<TaskDesk["raise"]>[0];

/**
 * Tasks for agents over Amazon Connect. Throws until Connect has taken the task: people are
 * reached at least once (law 14).
 */
export function createTaskDesk(options: TaskDeskOptions): TaskDesk {
  return {
    async raise(raise) {
      try {
        await options.client.send(new StartTaskContactCommand(buildTask(options, raise)));
      } catch (error) {
        const details = { organization: raise.organization, task: raise.task.id };
        if (callOutcome(error).is === "refused") {
          throw new Unrecoverable("task/refused", { details, cause: error });
        }
        throw new TryAgain("task/not-raised", { details, cause: error });
      }
    },
  };
}

/** Free of PHI: agents see who and what in the console, behind their own sign-in. */
export function buildTask(
  options: Omit<TaskDeskOptions, "client">,
  { organization, patient, task, language, needs }: Raise,
): StartTaskContactCommandInput {
  return {
    InstanceId: options.instanceId,
    ContactFlowId: options.taskFlowId,
    Name: `${task.priority}: ${task.reason}`.slice(0, 512),
    ClientToken: `${organization}/${patient}/${task.id}/${task.raised}`,
    Attributes: {
      organization,
      patient,
      task: task.id,
      reason: task.reason,
      queue: task.queue,
      priority: task.priority,
      deadline: formatInstant(task.deadline),
      raised: String(task.raised),
      language,
      ...(needs.interpreter ? { interpreter: "needed" } : {}),
      ...(needs.tty ? { tty: "needed" } : {}),
      ...(task.enrollment
        ? { campaign: task.enrollment.campaign, episode: task.enrollment.episode }
        : {}),
    },
  };
}
