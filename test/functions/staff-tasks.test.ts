import { describe, expect, it } from "vitest";
import { Problem } from "#contracts/api/problem";
import { TaskContext } from "#contracts/api/task-context";
import { formatTaskRef } from "#contracts/api/task-ref";
import { TaskClosed, TaskHeld } from "#contracts/api/task-work";
import { TasksPage } from "#contracts/api/tasks";
import { hourMs } from "#domain/time";
import { listed } from "../support/a-listed-task.ts";
import type { StaffRequest } from "../support/a-staff-request.ts";
import { type StaffClinic, staffClinic } from "../support/staff-clinic.ts";

/** Oak's clinic, and what one agent or another does there. */
async function worked() {
  const clinic = await staffClinic();
  const [step = "", flag = ""] = await clinic.refs("oak");
  const as = (user: string, groups = "[agent]") => ({
    get: (route: string, more: StaffRequest = {}) =>
      clinic.ask({ route: `GET ${route}`, user, groups, ...more }),
    task: (verb: string, task: string, body: object = {}) =>
      clinic.ask({
        ...{ route: `POST /v1/tasks/{task}/${verb}`, path: { task }, body, user, groups },
      }),
  });
  return { clinic, step, flag, as, sam: as("u-sam"), kim: as("u-kim") };
}

const tasksIn = ({ body }: { readonly body: unknown }) => TasksPage.parse(body).tasks;
const heldIn = ({ body }: { readonly body: unknown }) => TaskHeld.parse(body).task;
const problemIn = ({ body }: { readonly body: unknown }) => Problem.parse(body);

describe("the worklist", () => {
  it("shows what is open by urgency, with what to do and how the patient is talked to", async () => {
    const { sam, flag, step } = await worked();
    const tasks = tasksIn(await sam.get("/v1/tasks"));
    expect(tasks).toMatchObject([
      { task: flag, reason: "reply-T1", priority: "stat", holds: true, queue: "nurse" },
      {
        ...{ task: step, reason: "schedule-visit", priority: "routine", language: "en" },
        enrollment: { campaign: "screening/check", title: "Reminder of oak", version: 1 },
        needs: { interpreter: false, relay: false },
      },
    ]);
    expect(tasks[0]?.words).toContain("Call now");
    expect(tasks.every((task) => task.claim === undefined)).toBe(true);
  });

  it("names nobody, and looking at it is no look at a patient", async () => {
    const { sam, clinic } = await worked();
    const { text } = await sam.get("/v1/tasks");
    expect(text).not.toMatch(/Maria|lvarez|\+1202|chest/);
    expect((await clinic.views.page("oak", "p1", { limit: 9 })).views).toEqual([]);
  });

  it("is filtered by queue, by what is mine and by what nobody has", async () => {
    const { sam, flag, step } = await worked();
    await sam.task("claim", step);
    const found = async (query: Record<string, string>) =>
      tasksIn(await sam.get("/v1/tasks", { query })).map(({ task }) => task);
    expect(await found({ whose: "mine" })).toEqual([step]);
    expect(await found({ whose: "unclaimed" })).toEqual([flag]);
    expect(await found({ queue: "nurse" })).toEqual([flag]);
    expect(await found({ queue: "nurse", whose: "mine" })).toEqual([]);
  });

  it("goes on from page to page over ten thousand tasks, each of them once", async () => {
    const { sam, clinic } = await worked();
    for (let index = 0; index < 10_000; index += 1) {
      const deadline = 1_796_000_000_000 + ((index * 7_919) % 10_007) * 1_000;
      await clinic.worklist.list(listed({ id: `t${index}`, patient: `q${index}`, deadline }));
    }
    const seen = new Set<string>();
    const deadlines: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: "100", ...(cursor ? { cursor } : {}) };
      const page = TasksPage.parse((await sam.get("/v1/tasks", { query })).body);
      for (const { task } of page.tasks) seen.add(task);
      deadlines.push(...page.tasks.slice(2).map(({ deadline }) => deadline));
      cursor = page.cursor;
    } while (cursor !== undefined && seen.size < 20_000);
    expect(seen.size).toBe(10_002);
    expect(deadlines.slice(2)).toEqual(deadlines.slice(2).toSorted());
  }, 60_000);

  it("of a clinic where nothing is to be done is empty, and not an error", async () => {
    const { clinic } = await worked();
    const answer = await clinic.ask({
      ...{ route: "GET /v1/tasks", organization: "ash", groups: "[agent]" },
    });
    expect(answer).toMatchObject({ statusCode: 200, body: { tasks: [] } });
  });
});

describe("two who reach for one task", () => {
  it("at once: one has it, and every other is told who", async () => {
    const { as, flag } = await worked();
    const users = Array.from({ length: 8 }, (_, index) => `u-${index}`);
    const answers = await Promise.all(users.map((user) => as(user).task("claim", flag)));
    const won = answers.filter(({ statusCode }) => statusCode === 200);
    expect(won).toHaveLength(1);
    const holder = won[0] && heldIn(won[0]).claim;
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 200)) {
      const { user, name } = holder ?? {};
      expect(problemIn(answer)).toMatchObject({
        ...{ status: 409, code: "already-claimed", holder: { user, name } },
      });
    }
  });

  it("by a double click: they have it once, and are answered alike", async () => {
    const { sam, flag } = await worked();
    const answers = await Promise.all([sam.task("claim", flag), sam.task("claim", flag)]);
    for (const answer of answers) {
      expect(heldIn(answer)).toMatchObject({ version: 1, claim: { user: "u-sam", isMine: true } });
    }
  });
});

describe("a task in somebody's hands", () => {
  it("is let go of, and then is everybody's", async () => {
    const { sam, kim, flag } = await worked();
    await sam.task("claim", flag);
    expect(problemIn(await kim.task("release", flag, { version: 1 })).code).toBe("already-claimed");
    expect(heldIn(await sam.task("release", flag, { version: 1 })).claim).toBeUndefined();
    expect(heldIn(await kim.task("claim", flag))).toMatchObject({ version: 3 });
  });

  it("is taken from somebody who is not there by a care manager", async () => {
    const { sam, as, flag } = await worked();
    await sam.task("claim", flag);
    const manager = as("u-pat", "[care-manager]");
    expect((await manager.task("release", flag, { version: 1 })).statusCode).toBe(200);
    expect(
      problemIn(await sam.task("outcome", flag, { version: 1, outcome: "resolved" })),
    ).toMatchObject({ status: 409, code: "not-claimed" });
  });

  it("is handed to a colleague who was here lately, and to nobody else", async () => {
    const { sam, kim, flag, clinic } = await worked();
    await sam.task("claim", flag);
    const to = { version: 1, to: "u-kim" };
    expect(problemIn(await sam.task("hand-over", flag, to)).code).toBe("no-such-colleague");
    await kim.get("/v1/me");
    expect((await sam.get("/v1/colleagues")).body).toEqual({
      colleagues: [{ user: "u-kim", name: "u-kim@oak.example" }],
    });
    const given = heldIn(await sam.task("hand-over", flag, to));
    expect(given).toMatchObject({ version: 2, claim: { user: "u-kim", isMine: false } });
    expect(heldIn(await sam.task("hand-over", flag, to))).toMatchObject({ version: 2 });
    clinic.clock.moveTo(clinic.clock.now() + 31 * 24 * hourMs);
    expect((await sam.get("/v1/colleagues")).body).toEqual({ colleagues: [] });
  });

  it("is acted on as it was seen, or not at all", async () => {
    const { sam, flag } = await worked();
    await sam.task("claim", flag);
    const outcome = { version: 0, outcome: "resolved" };
    expect(problemIn(await sam.task("outcome", flag, outcome))).toMatchObject({
      ...{ status: 409, code: "stale-version" },
    });
    expect(problemIn(await sam.task("release", flag, { version: 7 })).code).toBe("stale-version");
  });
});

describe("an outcome", () => {
  it("leads the campaign on from the step that asked for it, and takes the task off the list", async () => {
    const { sam, step, flag, clinic } = await worked();
    await sam.task("claim", flag);
    await sam.task("outcome", flag, { version: 1, outcome: "resolved" });
    await sam.task("claim", step);
    const closed = await sam.task("outcome", step, { version: 1, outcome: "resolved" });
    expect(TaskClosed.parse(closed.body)).toMatchObject({
      ...{ outcome: "resolved", by: { user: "u-sam", name: "u-sam@oak.example" } },
    });
    expect(tasksIn(await sam.get("/v1/tasks"))).toEqual([]);
    const record = await clinic.records.load("oak", "p1");
    expect(record).toMatchObject({ tasks: [], past: [{ outcome: "completed" }] });
  });

  it("said twice is one outcome; another one, or another's, comes too late", async () => {
    const { sam, kim, flag } = await worked();
    await sam.task("claim", flag);
    const said = { version: 1, outcome: "resolved" };
    const [first, second] = [
      await sam.task("outcome", flag, said),
      await sam.task("outcome", flag, said),
    ];
    expect(second).toEqual(first);
    expect(first.statusCode).toBe(200);
    const other = { version: 1, outcome: "unreachable" };
    for (const late of [await sam.task("outcome", flag, other), await kim.task("claim", flag)]) {
      expect(problemIn(late)).toMatchObject({ status: 409, code: "task-closed" });
    }
  });

  it("of a task that was closed in Connect meanwhile comes too late, and it leaves the list", async () => {
    const { sam, flag, clinic } = await worked();
    await sam.task("claim", flag);
    const record = await clinic.records.load("oak", "p1");
    const task = record?.tasks[1]?.id ?? "";
    const at = clinic.clock.now();
    await clinic.act("oak", "p1", () => [{ type: "resolve-task", at, task, outcome: "resolved" }]);
    expect(tasksIn(await sam.get("/v1/tasks"))).toHaveLength(2);
    const said = { version: 1, outcome: "resolved" };
    expect(problemIn(await sam.task("outcome", flag, said)).code).toBe("task-closed");
    expect(tasksIn(await sam.get("/v1/tasks"))).toHaveLength(1);
  });
});

describe("the page of one task", () => {
  const context = async (clinic: StaffClinic, task: string) => {
    const answer = await clinic.ask({
      ...{ route: "GET /v1/tasks/{task}", path: { task }, groups: "[agent]" },
    });
    return TaskContext.parse(answer.body);
  };

  it("tells who it is, why, what was said with the words that matched, and what to do", async () => {
    const { clinic, flag, step } = await worked();
    const page = await context(clinic, flag);
    expect(page).toMatchObject({
      isOpen: true,
      person: {
        ...{ patient: "p1", given: "Mariaoak", family: "Álvarez-oak", birthDate: "1961-02-28" },
        points: [{ address: "+12025550111", kind: "mobile", whose: "own" }, { kind: "mobile" }],
      },
      cause: { is: "reply", tier: "T1" },
      outcomes: [{ outcome: "resolved" }, { outcome: "unreachable" }],
      others: [{ task: step }],
    });
    expect(page.script).toContain("Call now");
    const heard = page.conversation.find((one) => one.is === "heard");
    expect(heard).toMatchObject({ isReason: true, tier: "T1", text: "My chest hurts, says oak" });
    const matched = heard?.is === "heard" ? heard.matches : [];
    expect(matched.map(({ words }) => words).join()).toMatch(/chest hurts/i);
    expect(matched.some(({ rule }) => rule.startsWith("T1/"))).toBe(true);
  });

  it("of a campaign's step tells where each outcome leads", async () => {
    const { clinic, step } = await worked();
    const page = await context(clinic, step);
    expect(page.cause).toEqual({ is: "step", step: "book" });
    expect(page.outcomes).toEqual([
      { outcome: "resolved", leadsTo: "thanks" },
      { outcome: "unreachable", leadsTo: "end" },
    ]);
    expect(page.enrollments).toMatchObject([{ campaign: "screening/check", step: "book" }]);
  });

  it("keeps what staff wrote, each note once, script and all", async () => {
    const { clinic, sam, kim, flag } = await worked();
    const text = "No answer. <script>alert(1)</script>\nMañana.";
    const note = { note: "note-0001", text };
    await Promise.all([sam.task("notes", flag, note), sam.task("notes", flag, note)]);
    await kim.task("notes", flag, { note: "note-0002", text: "Reached her." });
    const { notes } = await context(clinic, flag);
    expect(notes.map((one) => one.text)).toEqual([text, "Reached her."]);
    expect(notes[0]?.by).toEqual({ user: "u-sam", name: "u-sam@oak.example" });
  });

  it("can be read once it is closed, and is not open", async () => {
    const { clinic, sam, flag } = await worked();
    await sam.task("claim", flag);
    await sam.task("outcome", flag, { version: 1, outcome: "unreachable" });
    expect(await context(clinic, flag)).toMatchObject({
      isOpen: false,
      task: { reason: "reply-T1" },
    });
  });

  it("is there before whoever raises the task has come to it", async () => {
    const { clinic, sam } = await worked();
    await clinic.say("oak", "reply-2", "I ran out of insulin");
    const opened = (await clinic.records.load("oak", "p1"))?.tasks.at(-1);
    const task = formatTaskRef({ patient: "p1", id: opened?.id ?? "" });
    expect(await context(clinic, task)).toMatchObject({ isOpen: true });
    expect(heldIn(await sam.task("claim", task))).toMatchObject({ version: 1 });
  });
});
