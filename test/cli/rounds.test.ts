import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { roundsProgram, runRounds } from "#cli/main";
import { inWords } from "#cli/unexpected";
import { LocalProblem } from "#local/problem";
import { scriptedTerminal } from "#support/scripted-terminal";

const bin = fileURLToPath(new URL("../../cli/rounds.mjs", import.meta.url));
const elsewhere = mkdtempSync(join(tmpdir(), "rounds-cli-"));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

async function rounds(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  await runRounds(args, terminal);
  const { printed, complained, exitCode = 0 } = terminal;
  return { printed: printed(), complained: complained(), exitCode };
}

/** As a process of its own, in a folder where nothing is. */
function spawned(command: string) {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: elsewhere,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
}

describe("the rounds command", () => {
  it("lists its verbs when asked for help", async () => {
    const { printed, exitCode } = await rounds("--help");
    expect(exitCode).toBe(0);
    const verbs =
      "start check try schema sample import opt-outs doctor select adherence run explain verify understand segments hours";
    for (const verb of verbs.split(" ")) expect(printed).toMatch(new RegExp(`^  ${verb} `, "m"));
  });

  it.each(roundsProgram(scriptedTerminal()).commands.map((command) => command.name()))(
    "explains %s when asked",
    async (verb) => {
      const { printed, exitCode } = await rounds(verb, "--help");
      expect(exitCode).toBe(0);
      expect(printed).toContain(`Usage: rounds ${verb}`);
    },
  );

  it("names the nearest verb for one that it does not know", async () => {
    const { complained, exitCode } = await rounds("chek");
    expect(exitCode).toBe(2);
    expect(complained).toContain("Did you mean check?");
  });

  it.each([
    ["nothing", []],
    ["a missing option", ["run", "--data", "."]],
    ["no date", ["run", "--data", ".", "--from", "2026-13-01", "--days", "3"]],
    ["no stage", ["doctor"]],
    ["no number", ["start", "--patients", "many"]],
    ["an unknown option", ["segments", "--loud"]],
    ["too many arguments", ["schema", "x"]],
    [
      "a folder that is not there",
      ["run", "--data", "/nowhere", "--from", "2026-01-01", "--days", "3"],
    ],
    ["a ledger that is not there", ["verify", "/nowhere/ledger.ndjson"]],
    ["files that are not there", ["import", "/nowhere"]],
    ["a list that is not there", ["opt-outs", "/nowhere.csv"]],
    ["a folder for a list", ["opt-outs", "."]],
    ["an export that is not there", ["explain", "p1", "--ledger", "/nowhere/ledger.ndjson"]],
  ])("exits with 2 and says why when given %s", async (_, args) => {
    const { complained, exitCode } = await rounds(...args);
    expect(exitCode).toBe(2);
    expect(complained).not.toBe("");
  });

  it("runs as a process of its own, from anywhere, and hands on the exit code", () => {
    const { status, stdout } = spawned(`echo "Oak Clinic" | node ${bin} segments --json`);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ segments: 1 });
    expect(spawned(`touch list.csv; node ${bin} opt-outs list.csv`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("npm start -- --keep"),
    });
    expect(spawned(`node ${bin} explain p1`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("There is no ledger yet"),
    });
    expect(spawned(`node ${bin} import .`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("npm start -- --keep"),
    });
  });

  it("is quiet when its reader has had enough", () => {
    const { status, stderr } = spawned(`node ${bin} schema | head -c 10 > /dev/null; exit $?`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe("an unexpected error", () => {
  it("is one line with its code and says how to see more", () => {
    const error = Object.assign(new Error("connect refused\nand more"), { code: "ECONNREFUSED" });
    expect(inWords(error, "")).toBe(
      "rounds: connect refused (ECONNREFUSED)\nROUNDS_DEBUG=1 shows where it happened.",
    );
    expect(inWords(error, "1")).toContain("rounds.test.ts");
  });

  it("is advice alone when the machine stands in the way", () => {
    const problem = new LocalProblem("local/port-taken", "Port 1 is taken. Choose another.");
    expect(inWords(problem, "")).toBe(
      "rounds: Port 1 is taken. Choose another. (local/port-taken)",
    );
  });
});
