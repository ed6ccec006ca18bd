import { setTimeout as wait } from "node:timers/promises";
import type { ConsoleUp } from "#support/a-console";

/** One page of the console, and a member who may go there. */
export interface ConsolePage {
  readonly path: string;
  readonly member: string;
}

/** Every address of the console; a red flag comes in, so that there is a task to look at. */
export async function pagesOf(up: ConsoleUp): Promise<readonly ConsolePage[]> {
  const [somebody] = up.mobile;
  if (somebody === undefined) throw new Error("Nobody of the clinic has a phone.");
  await up.hear(somebody, "I have chest pain and I cannot breathe");
  const task = await taskOf(up, somebody.patient);
  return [
    { path: "/worklist", member: "agent" },
    { path: `/worklist/${task}`, member: "agent" },
    { path: "/worklist", member: "care-manager" },
    { path: "/patients", member: "agent" },
    { path: `/patients/${somebody.patient}`, member: "agent" },
    { path: "/campaigns", member: "care-manager" },
    { path: "/campaigns/screening/mammogram", member: "care-manager" },
    { path: "/campaigns/screening/mammogram/preview", member: "care-manager" },
    { path: "/campaigns/screening/mammogram/forecast", member: "care-manager" },
    { path: "/campaigns/screening/mammogram/draft", member: "care-manager" },
    { path: "/campaigns/screening/brand-new/draft", member: "care-manager" },
    { path: "/campaigns/screening/mammogram/history", member: "analyst" },
    { path: "/reach", member: "care-manager" },
    { path: "/reach", member: "analyst" },
    { path: "/switches", member: "operator" },
    { path: "/nowhere", member: "agent" },
  ];
}

/** The patient's most pressing task, once it is before agents. */
export async function taskOf(up: ConsoleUp, patient: string): Promise<string> {
  for (let turn = 0; turn < 120; turn++) {
    const { tasks } = (await up.ask("agent", "/v1/tasks?limit=100")) as {
      readonly tasks: readonly { readonly task: string; readonly patient: string }[];
    };
    const found = tasks.find((one) => one.patient === patient);
    if (found !== undefined) return found.task;
    await wait(500);
  }
  throw new Error("The task never came before agents.");
}

/** Both languages, both looks, a desk and a phone: each of them in two views. */
const shortly = [
  { language: "en", look: "light", width: 1280 },
  { language: "es", look: "dark", width: 390 },
] as const;

const allLooks = [
  ...shortly,
  { language: "es", look: "light", width: 1280 },
  { language: "en", look: "dark", width: 390 },
] as const;

/** `LOOKS=all` looks at every page in four views, which takes as long again. */
export const looks = process.env["LOOKS"] === "all" ? allLooks : shortly;
