import * as z from "zod/mini";
import type { Role } from "../../domain/staff/role.ts";
import type { StaffRoute } from "./staff-route.ts";
import { TaskContext } from "./task-context.ts";
import {
  ClaimBody,
  Colleagues,
  HandOverBody,
  Note,
  NoteBody,
  OutcomeBody,
  ReleaseBody,
  TaskClosed,
  TaskHeld,
} from "./task-work.ts";
import { TasksPage, TasksQuery, taskRef } from "./tasks.ts";

const agents: readonly Role[] = ["agent"];

/** A care manager sees how the work stands, and takes a task from somebody who is not there. */
const andManagers: readonly Role[] = ["agent", "care-manager"];

const path = z.strictObject({ task: taskRef });

/** What a command about a task is; a note is longer. */
const commandBytesMax = 1_000;
const noteBytesMax = 20_000;

/** The agents' work. */
export const taskRoutes = {
  "GET /v1/tasks": { roles: andManagers, query: TasksQuery, bodyBytesMax: 0, answer: TasksPage },
  "GET /v1/tasks/{task}": { roles: andManagers, path, bodyBytesMax: 0, answer: TaskContext },
  "POST /v1/tasks/{task}/claim": {
    roles: agents,
    path,
    bodyBytesMax: commandBytesMax,
    body: ClaimBody,
    answer: TaskHeld,
  },
  "POST /v1/tasks/{task}/release": {
    roles: andManagers,
    path,
    bodyBytesMax: commandBytesMax,
    body: ReleaseBody,
    answer: TaskHeld,
  },
  "POST /v1/tasks/{task}/hand-over": {
    roles: agents,
    path,
    bodyBytesMax: commandBytesMax,
    body: HandOverBody,
    answer: TaskHeld,
  },
  "POST /v1/tasks/{task}/outcome": {
    roles: agents,
    path,
    bodyBytesMax: commandBytesMax,
    body: OutcomeBody,
    answer: TaskClosed,
  },
  "POST /v1/tasks/{task}/notes": {
    roles: andManagers,
    path,
    bodyBytesMax: noteBytesMax,
    body: NoteBody,
    answer: Note,
  },
  "GET /v1/colleagues": { roles: agents, bodyBytesMax: 0, answer: Colleagues },
} as const satisfies Readonly<Record<string, StaffRoute>>;
