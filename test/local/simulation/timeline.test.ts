import { describe, expect, it } from "vitest";
import { diceOf } from "#local/simulation/dice";
import { Timeline } from "#local/simulation/timeline";
import { Trace } from "#local/simulation/trace";

describe("a timeline", () => {
  it("jumps from moment to moment, and nobody sees a time between", async () => {
    const timeline = new Timeline(0);
    const seen: number[] = [];
    for (const at of [500, 20, 300]) timeline.at(at, "look", () => seen.push(timeline.now()));
    expect(await timeline.runUntil(400, 100)).toBe(true);
    expect(seen).toEqual([20, 300]);
    expect(timeline.now()).toBe(400);
  });

  it("lets whoever works go on until they wait for a later moment, before the next comes", async () => {
    const timeline = new Timeline(0);
    const seen: string[] = [];
    const work = async (name: string) => {
      for (let step = 0; step < 20; step += 1) await Promise.resolve();
      seen.push(`${name} at ${timeline.now()}`);
      await timeline.pass(10, name);
      for (let step = 0; step < 20; step += 1) await Promise.resolve();
      seen.push(`${name} at ${timeline.now()}`);
    };
    timeline.at(1, "one", () => void work("one"));
    timeline.at(2, "two", () => void work("two"));
    await timeline.runUntil(100, 100);
    expect(seen).toEqual(["one at 1", "two at 2", "one at 11", "two at 12"]);
  });

  it("stops where more happens than may: workers who keep each other busy must not hang it", async () => {
    const timeline = new Timeline(0);
    const again = () => timeline.after(1, "again", again);
    again();
    expect(await timeline.runUntil(1_000_000, 500)).toBe(false);
    expect(timeline.now()).toBe(500);
  });
});

describe("dice", () => {
  it("fall the same for the same name, and differently for another", () => {
    const throwsOf = (name: string) => {
      const dice = diceOf(name);
      return Array.from({ length: 20 }, () => dice.between(1, 1_000));
    };
    expect(throwsOf("a")).toEqual(throwsOf("a"));
    expect(throwsOf("a")).not.toEqual(throwsOf("b"));
  });

  it("fall within their bounds", () => {
    const dice = diceOf("bounds");
    for (let thrown = 0; thrown < 500; thrown += 1) {
      expect([3, 4, 5]).toContain(dice.between(3, 5));
      expect(["x", "y"]).toContain(dice.one(["x", "y"]));
      expect(dice.is(0)).toBe(false);
      expect(dice.is(1)).toBe(true);
    }
  });
});

describe("a trace", () => {
  it("tells another order of the same things apart", () => {
    const digestOf = (...lines: readonly string[]) => {
      const trace = new Trace();
      for (const line of lines) trace.add(line);
      return trace.digest();
    };
    expect(digestOf("a", "b")).toBe(digestOf("a", "b"));
    expect(digestOf("a", "b")).not.toBe(digestOf("b", "a"));
    expect(digestOf("a", "b")).not.toBe(digestOf("ab"));
  });
});
