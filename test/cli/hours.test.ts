import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerHours } from "#cli/commands/hours";
import { scriptedTerminal } from "#support/scripted-terminal";

async function rounds(args: readonly string[], stdin = "") {
  const terminal = scriptedTerminal(stdin);
  const program = new Command().exitOverride();
  registerHours(program, terminal);
  await program.parseAsync(["hours", ...args], { from: "user" });
  return {
    printed: terminal.printed(),
    complained: terminal.complained(),
    exitCode: terminal.exitCode ?? 0,
  };
}

const newYork = "America/New_York";
const early = "2026-03-08T11:59:00Z";

describe("rounds hours", () => {
  it("says when the next contact may start, in the patient's own offset", async () => {
    const args = ["--zone", newYork, "--at", early, "--window", "08:00-21:00", "--json"];
    const { printed, exitCode } = await rounds(args);
    expect(JSON.parse(printed)).toEqual({ open: false, nextOpen: "2026-03-08T08:00:00-04:00" });
    expect(exitCode).toBe(0);
  });

  it("names the instant asked for when it is open", async () => {
    const args = ["--zone", newYork, "--at", "2026-03-08T12:59:00Z", "--window", "08:00-21:00"];
    expect(JSON.parse((await rounds([...args, "--json"])).printed)).toEqual({
      open: true,
      nextOpen: "2026-03-08T08:59:00-04:00",
    });
    expect((await rounds(args)).printed).toBe("open at 2026-03-08T08:59:00-04:00\n");
  });

  it("intersects the zones given", async () => {
    const at = ["--at", "2026-11-23T08:00:00-05:00"];
    const expected = "closed, opens 2026-11-23T12:00:00-05:00\n";
    const second = "America/Los_Angeles";
    expect((await rounds(["--zone", newYork, "--zone", second, ...at])).printed).toBe(expected);
    expect((await rounds(["--zone", newYork, "--zone2", second, ...at])).printed).toBe(expected);
  });

  it("keeps the default policy unless told otherwise, holidays included", async () => {
    const thanksgiving = ["--zone", newYork, "--at", "2026-11-26T12:00:00-05:00"];
    expect((await rounds(thanksgiving)).printed).toBe("closed, opens 2026-11-27T09:00:00-05:00\n");
    const asked = [...thanksgiving, "--window", "09:00-20:00"];
    expect((await rounds(asked)).printed).toBe("open at 2026-11-26T12:00:00-05:00\n");
    expect((await rounds([...asked, "--closed-on-holidays"])).printed).toBe(
      "closed, opens 2026-11-27T09:00:00-05:00\n",
    );
    expect((await rounds([...asked, "--days", "sat"])).printed).toBe(
      "closed, opens 2026-11-28T09:00:00-05:00\n",
    );
  });

  it("has no next opening where the zones never meet", async () => {
    const args = ["--zone", newYork, "--zone", "Pacific/Honolulu", "--at", early];
    const narrow = [...args, "--window", "09:00-10:00"];
    expect(JSON.parse((await rounds([...narrow, "--json"])).printed)).toEqual({
      open: false,
      nextOpen: null,
    });
    expect((await rounds(narrow)).printed).toBe("closed, and not open within 35 days\n");
  });

  it.each([
    [["--at", early], "no zone given"],
    [["--zone", "Mars/Olympus", "--at", early], "unknown zone: Mars/Olympus"],
    [["--zone", newYork, "--at", "2026-03-08T12:00:00"], "not an instant"],
    [["--zone", newYork, "--at", early, "--window", "21-8"], "cannot read the window"],
    [["--zone", newYork, "--at", early, "--days", "someday"], "cannot read the window"],
  ])("calls %j wrong use", async (args, reason) => {
    const { printed, complained, exitCode } = await rounds(args);
    expect(complained).toContain(reason);
    expect(printed).toBe("");
    expect(exitCode).toBe(2);
  });

  it("answers one query a line, and a bad line with its error while the rest goes on", async () => {
    const query = { zones: [newYork], at: early, window: "08:00-21:00", days: "every" };
    const lines = [
      JSON.stringify(query),
      "nonsense",
      JSON.stringify({ zones: [newYork] }),
      JSON.stringify({ ...query, zones: ["Nowhere"] }),
      "",
      JSON.stringify({ ...query, at: "2026-03-08T15:00:00Z", days: ["mon", "sun"] }),
    ];
    const { printed, exitCode } = await rounds(["--json"], `${lines.join("\n")}\n`);
    expect(
      printed
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { open: false, nextOpen: "2026-03-08T08:00:00-04:00" },
      { error: "not a JSON object", line: 2 },
      { error: expect.stringContaining("at:"), line: 3 },
      { error: "unknown zone: Nowhere", line: 4 },
      { open: true, nextOpen: "2026-03-08T11:00:00-04:00" },
    ]);
    expect(exitCode).toBe(1);
    const plain = await rounds(
      ["--zone", newYork],
      'nonsense\n{"at":"2026-11-23T12:00:00-05:00"}\n',
    );
    expect(plain.complained).toBe("line 1: not a JSON object\n");
    expect(plain.printed).toBe("open at 2026-11-23T12:00:00-05:00\n");
  });
});
