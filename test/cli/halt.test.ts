import { describe, expect, it } from "vitest";
import { roundsProgram } from "#cli/main";
import { scriptedTerminal } from "#support/scripted-terminal";

describe("rounds halt", () => {
  it("asks for the organization of a deployment", async () => {
    const terminal = scriptedTerminal();
    await roundsProgram(terminal).parseAsync(["halt", "--table", "patients"], { from: "user" });
    expect(terminal.complained()).toContain("--table needs --organization");
    expect(terminal.exitCode).toBe(2);
  });
});
