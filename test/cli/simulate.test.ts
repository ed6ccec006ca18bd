import { describe, expect, it } from "vitest";
import { runRounds } from "#cli/main";
import { scriptedTerminal } from "#support/scripted-terminal";

async function simulated(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  await runRounds(["simulate", ...args], terminal);
  const { printed, complained, exitCode = 0 } = terminal;
  return { printed: printed(), complained: complained(), exitCode };
}

const small = ["--patients", "10", "--days", "5"];

describe("rounds simulate", () => {
  it("gives a line for each seed, in their order, and leaves with 0 when all laws held", async () => {
    const { printed, exitCode } = await simulated(...small, "--seeds", "3..6", "--json");
    const lines = printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ seed }) => seed)).toEqual([3, 4, 5, 6]);
    for (const line of lines) {
      expect(line).toMatchObject({ violations: 0, faults: [], trace: expect.any(String) });
      expect(line).not.toHaveProperty("replay");
    }
    expect(exitCode).toBe(0);
  });

  it("gives the same trace alone and among others, on whichever thread", async () => {
    const faults = ["--faults", "all"];
    const alone = await simulated(...small, ...faults, "--seed", "4", "--json");
    const among = await simulated(...small, ...faults, "--seeds", "3..5", "--json");
    expect(among.printed.split("\n")[1]).toBe(alone.printed.trimEnd());
  });

  it("tells a person how it went, and the trace of a single seed", async () => {
    const { printed, complained } = await simulated(...small, "--seed", "4");
    expect(printed).toContain("0 violations in 1 seed");
    expect(printed).toMatch(/^trace [0-9a-f]{16}$/m);
    expect(complained).toBe("");
  });

  it("lets exactly those faults strike that are named", async () => {
    const named = ["--faults", "crash,duplicate", "--seed", "4", "--json"];
    const { printed } = await simulated(...small, ...named);
    expect(JSON.parse(printed).faults).toEqual(["crash", "duplicate"]);
  });

  it.each([
    [["--seed", "1", "--seeds", "1..2"], "either --seed or --seeds"],
    [[], "either --seed or --seeds"],
    [["--seeds", "5..2"], "the smaller first"],
    [["--seed", "1", "--faults", "gremlins"], "crash, duplicate"],
    [["--seed", "1", "--plant", "roses"], "lease-instead-of-claim"],
  ])("%j is wrong use, and it says what to give", async (args, advice) => {
    const { complained, exitCode } = await simulated(...small, ...args);
    expect(complained).toContain(advice);
    expect(exitCode).toBe(2);
  });
});
