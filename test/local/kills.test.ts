import { afterEach, describe, expect, it } from "vitest";
import { hourMs } from "#domain/time";
import { type MiniStack, miniStack } from "#support/mini-stack";

let mini: MiniStack | undefined;
afterEach(() => mini?.stop());

describe("killed function processes", () => {
  it("lose no message: each is done at least once", async () => {
    mini = await miniStack({ kills: { count: 6, seed: 7 } });
    const all = Array.from({ length: 400 }, (_, index) => `message ${index}`);
    await mini.send("work", ...all);
    await mini.stack.runUntil(mini.stack.clock.now() + hourMs);
    const seen = new Set(
      mini.seen.flatMap(({ event }) => (event.Records ?? []).map(({ body }) => body)),
    );
    expect(seen.size).toBe(all.length);
    expect(mini.stack.functions().find(({ name }) => name === "worker")?.kills).toBeGreaterThan(0);
    expect(mini.stack.deadLetters()).toEqual({});
  });

  it("can be killed by name, and a new process takes over", async () => {
    mini = await miniStack();
    await mini.stack.invoke("worker", {});
    expect(mini.stack.killOne("worker")).toBe("worker");
    await mini.stack.invoke("worker", {});
    expect(mini.seen[1]?.pid).not.toBe(mini.seen[0]?.pid);
  });

  it("answer an invocation with the function's own error", async () => {
    mini = await miniStack();
    mini.direct(() => ({ fail: "no such thing" }));
    await expect(mini.stack.invoke("worker", {})).rejects.toMatchObject({
      failure: { kind: "error", type: "Error", message: "no such thing" },
    });
    mini.direct(() => ({ crash: true }));
    await expect(mini.stack.invoke("worker", {})).rejects.toMatchObject({
      failure: { kind: "crash", type: "Runtime.ExitError" },
    });
  });
});
