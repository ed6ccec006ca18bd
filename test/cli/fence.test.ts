import { describe, expect, it } from "vitest";
import { roundsProgram } from "#cli/main";
import { scriptedTerminal } from "#support/scripted-terminal";

async function fence(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  const where = ["--table", "patients", "--organization", "oak"];
  await roundsProgram(terminal).parseAsync(["fence", ...where, ...args], { from: "user" });
  return terminal;
}

describe("fencing a deployment off", () => {
  it.each(["0", "-1", "1.5", "two", ""])("refuses the epoch %j", async (epoch) => {
    const terminal = await fence(`--epoch=${epoch}`);
    expect(terminal.complained()).toContain("--epoch is a whole number from 1");
    expect(terminal.exitCode).toBe(2);
  });
});
