import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerAdherence } from "#cli/commands/adherence";
import { bundle, dispense, folderOf } from "#support/fhir-folder";
import { scriptedTerminal } from "#support/scripted-terminal";

const atorvastatin = { system: "http://www.nlm.nih.gov/research/umls/rxnorm", code: "617312" };
const stronger = { ...atorvastatin, code: "617310" };

const data = folderOf({
  "gap.json": bundle(
    "gap",
    { gender: "male", birthDate: "1960-01-01" },
    dispense(atorvastatin, "2026-01-10", 90),
    dispense(atorvastatin, "2026-04-15", 90),
    dispense(atorvastatin, "2026-07-25", 90),
  ),
  "early.json": bundle(
    "early",
    { gender: "male", birthDate: "1960-01-01" },
    dispense(atorvastatin, "2025-12-20", 30),
    dispense(atorvastatin, "2026-02-01", 30),
    dispense(stronger, "2026-02-15", 30),
  ),
  "twice.json": bundle(
    "twice",
    { gender: "female", birthDate: "1960-01-01" },
    dispense(atorvastatin, "2026-03-01", 30),
    dispense(stronger, "2026-03-01", 60),
  ),
  "never.json": bundle("never", { gender: "male", birthDate: "1960-01-01" }),
});

async function adherence(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerAdherence(program, terminal);
  await program.parseAsync(
    ["adherence", "--data", data, "--from", "2026-01-01", "--through", "2026-12-31", ...args],
    { from: "user" },
  );
  const printed = terminal.printed();
  return { printed, complained: terminal.complained(), exitCode: terminal.exitCode ?? 0 };
}

async function of(patient: string, ...args: readonly string[]) {
  const { printed } = await adherence("--of", "statin", "--json", ...args);
  const lines = printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return lines.find((line) => line.patient === patient);
}

describe("rounds adherence", () => {
  it("counts the days covered from the first fill on", async () => {
    expect(await of("gap")).toEqual({
      patient: "gap",
      from: "2026-01-10",
      through: "2026-12-31",
      days: 356,
      coveredDays: 270,
      pdc: 270 / 356,
      runOut: "2026-10-23",
      daysLate: 69,
    });
  });

  it("lets an early refill wait for the same ingredient, or joins them when asked", async () => {
    expect(await of("early")).toMatchObject({ from: "2026-02-01", coveredDays: 60 });
    expect(await of("early", "--overlap", "union")).toMatchObject({ coveredDays: 44 });
  });

  it("takes supply over from before the period when asked", async () => {
    expect(await of("early", "--carry-in")).toMatchObject({ from: "2026-01-01", coveredDays: 78 });
  });

  it("adds the fills of one day up, or takes the longest when asked", async () => {
    expect(await of("twice")).toMatchObject({ coveredDays: 90 });
    expect(await of("twice", "--same-day", "max")).toMatchObject({ coveredDays: 60 });
  });

  it("has no share for a patient without a fill", async () => {
    expect(await of("never")).toMatchObject({ days: 0, coveredDays: 0, pdc: null, runOut: null });
  });

  it("sums up for people, the lowest first", async () => {
    const { printed } = await adherence("--of", "statin");
    expect(printed).toContain("3 of 4 patients had statin.");
    expect(printed).toContain("69 days late, -15 days left: impossible");
    expect(printed.indexOf("early")).toBeLessThan(printed.indexOf("gap"));
  });

  it("says which concept was meant", async () => {
    const { complained, exitCode } = await adherence("--of", "statins");
    expect(complained).toContain("Did you mean `statin`?");
    expect(exitCode).toBe(2);
  });
});
