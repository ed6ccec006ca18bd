import { describe, expect, it } from "vitest";
import { createKick } from "#usecases/kick";
import { createRaiseTasks } from "#usecases/raise-tasks";
import { createResolveTask } from "#usecases/resolve-task";
import { TryAgain } from "../../shared/errors.ts";
import { campaign } from "../support/a-campaign.ts";
import { clinic } from "../support/a-clinic.ts";

/** A clinic at which one patient has come to the step that hands them to a person. */
async function withTask() {
  const oak = await clinic({ campaigns: [campaign({ start: "book" })] });
  await oak.admit();
  await oak.enrollDirectly();
  const record = await oak.records.load("oak", "p1");
  const task = record?.tasks[0];
  if (!task) throw new Error("no task was opened");
  const name = { organization: "oak", patient: "p1", id: task.id };
  const kick = createKick({ queues: oak.queues, clock: oak.clock });
  const resolve = createResolveTask({ ...oak, kick });
  const close = () =>
    resolve({ organization: "oak", patient: "p1", task: task.id, outcome: "resolved" });
  return { ...oak, task, name, resolve, close };
}

describe("a task that is put before agents", () => {
  it("stands in the worklist, with how the patient is talked to", async () => {
    const { raise, worklist, name, task } = await withTask();
    await raise("oak", "p1");
    expect(await worklist.find(name)).toMatchObject({
      is: "open",
      listed: { version: 1, language: "en", needs: {}, task: { id: task.id, raised: 1 } },
    });
  });

  it("stands there before the desk is told, and when the desk cannot be reached", async () => {
    const { records, worklist, act, clock, name } = await withTask();
    const desk = { raise: () => Promise.reject(new TryAgain("task/not-raised")) };
    const raise = createRaiseTasks({ records, worklist, act, clock, desk });
    await expect(raise("oak", "p1")).rejects.toBeInstanceOf(TryAgain);
    expect(await worklist.find(name)).toMatchObject({ is: "open" });
    expect((await records.load("oak", "p1"))?.tasks).toMatchObject([{ raised: 0 }]);
  });

  it("is told of while the worklist cannot be written, and comes again until it stands there", async () => {
    const { records, act, clock, desk, raise: raiseAgain, worklist: real, name } = await withTask();
    const worklist = { list: () => Promise.reject(new TryAgain("dynamodb/throttled")) };
    const raise = createRaiseTasks({ records, worklist, act, clock, desk });
    await expect(raise("oak", "p1")).rejects.toBeInstanceOf(TryAgain);
    expect(desk.raised.size).toBe(1);
    expect((await records.load("oak", "p1"))?.tasks).toMatchObject([{ raised: 0 }]);
    await raiseAgain("oak", "p1");
    expect(await real.find(name)).toMatchObject({ is: "open" });
    expect(desk.raised.size).toBe(1);
    expect((await records.load("oak", "p1"))?.tasks).toMatchObject([{ raised: 1 }]);
  });
});

describe("a task that an agent closed", () => {
  it("leaves the worklist, and a second word about it changes nothing", async () => {
    const { raise, worklist, name, close, records } = await withTask();
    await raise("oak", "p1");
    expect(await close()).toBe(true);
    expect(await worklist.find(name)).toMatchObject({ is: "closed" });
    const { revision } = (await records.load("oak", "p1")) ?? {};
    expect(await close()).toBe(false);
    expect((await records.load("oak", "p1"))?.revision).toBe(revision);
  });

  it("leaves the worklist with the next word about it, when somebody died in between", async () => {
    const oak = await withTask();
    await oak.raise("oak", "p1");
    const lost = { close: () => Promise.reject(new TryAgain("dynamodb/throttled")) };
    const { act, clock, name } = oak;
    const half = createResolveTask({ act, clock, worklist: lost, kick: async () => undefined });
    const input = {
      organization: "oak",
      patient: "p1",
      task: name.id,
      outcome: "resolved",
    } as const;
    await expect(half(input)).rejects.toBeInstanceOf(TryAgain);
    expect(await oak.worklist.find(name)).toMatchObject({ is: "open" });
    expect(await oak.close()).toBe(false);
    expect(await oak.worklist.find(name)).toMatchObject({ is: "closed" });
  });
});
