import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MiniStack, miniStack } from "#support/mini-stack";

let mini: MiniStack;
beforeAll(async () => {
  mini = await miniStack({ clock: "wall" });
});
afterAll(() => mini.stop());

describe("on the wall clock", () => {
  it("functions see the machine's time", async () => {
    const before = Date.now();
    await mini.stack.invoke("worker", {});
    expect(mini.seen.at(-1)?.now).toBeGreaterThanOrEqual(before);
  });

  it("queues, streams and files are followed without being asked", async () => {
    mini.seen.length = 0;
    await mini.send("work", "a");
    await mini.put("b", { kind: "told" });
    const { s3 } = mini.stack.endpoints;
    await fetch(`${s3}/${mini.stack.bucketName("files")}/incoming/c`, { method: "PUT", body: "c" });
    for (let tries = 0; tries < 100 && mini.seen.length < 3; tries += 1) await wait(50);
    expect(mini.seen.map(({ name }) => name).toSorted()).toEqual([
      "follower",
      "importer",
      "worker",
    ]);
  });

  it("comes to rest when everything is done", async () => {
    mini.seen.length = 0;
    await mini.send("work", ...Array.from({ length: 60 }, (_, index) => String(index)));
    await mini.stack.settle();
    const bodies = mini.seen.flatMap(({ event }) => event.Records?.map(({ body }) => body) ?? []);
    expect(new Set(bodies).size).toBe(60);
  });
});
