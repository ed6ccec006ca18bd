import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerSegments } from "#cli/commands/segments";
import { scriptedTerminal } from "#support/scripted-terminal";

async function rounds(args: readonly string[], stdin: string) {
  const terminal = scriptedTerminal(stdin);
  const program = new Command().exitOverride();
  registerSegments(program, terminal);
  await program.parseAsync(["segments", ...args], { from: "user" });
  return { printed: terminal.printed(), exitCode: terminal.exitCode ?? 0 };
}

describe("rounds segments", () => {
  it("answers each line of stdin with an object", async () => {
    const { printed, exitCode } = await rounds(["--json"], "Oak Clinic\nmañana será 😜\n");
    expect(
      printed
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { text: "Oak Clinic", encoding: "GSM-7", segments: 1, units: 10 },
      { text: "mañana será 😜", encoding: "UCS-2", segments: 1, units: 14 },
    ]);
    expect(exitCode).toBe(0);
  });

  it("speaks to people in a line each", async () => {
    const { printed } = await rounds([], "Oak Clinic\n");
    expect(printed).toBe(" 1 × GSM-7    10 units  Oak Clinic\n");
  });
});
