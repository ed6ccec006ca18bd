import { TaskContext } from "#contracts/api/task-context";
import { TaskClosed, TaskHeld } from "#contracts/api/task-work";
import { type TaskRow, TasksPage } from "#contracts/api/tasks";
import type { LivedRun } from "#local/run";
import type { StaffRequest } from "#support/a-staff-request";
import { askStaffApi } from "#support/ask-staff-api";

/** What one agent does on a laptop, by the function that the console asks. */
export function agentAt(run: Pick<LivedRun, "stack" | "clinic">, user = "u-sam") {
  const ask = async (request: StaffRequest): Promise<unknown> => {
    const answer = await askStaffApi(run, { user, groups: "[agent]", ...request });
    if (answer.statusCode !== 200) throw new Error(`${request.route}: ${answer.body}`);
    return JSON.parse(answer.body);
  };
  const post = (verb: string, task: string, body: object) =>
    ask({ route: `POST /v1/tasks/{task}/${verb}`, path: { task }, body });
  return {
    ask,
    tasks: async (query: Record<string, string> = {}): Promise<readonly TaskRow[]> =>
      TasksPage.parse(await ask({ route: "GET /v1/tasks", query })).tasks,
    read: async (task: string) =>
      TaskContext.parse(await ask({ route: "GET /v1/tasks/{task}", path: { task } })),
    claim: async (task: string) => TaskHeld.parse(await post("claim", task, {})).task,
    note: (task: string, text: string) => post("notes", task, { note: "note-0001", text }),
    close: async ({ task, version }: TaskRow, outcome: "resolved" | "unreachable") =>
      TaskClosed.parse(await post("outcome", task, { version, outcome })),
  };
}
