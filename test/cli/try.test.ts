import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { loadCampaign } from "#cli/campaign-files";
import { registerTry } from "#cli/commands/try";
import { endingsOf } from "#cli/try/endings";
import { channels } from "#domain/patient/contact-point";
import { scriptedTerminal } from "#support/scripted-terminal";

async function rounds(args: readonly string[], choices: readonly string[]) {
  const terminal = scriptedTerminal(choices.map((choice) => `${choice}\n`));
  const program = new Command().exitOverride();
  registerTry(program, terminal);
  await program.parseAsync(["try", "--on", "2026-11-30", ...args], { from: "user" });
  return {
    printed: terminal.printed(),
    complained: terminal.complained(),
    exitCode: terminal.exitCode ?? 0,
  };
}

const mammogram = loadCampaign("screening/mammogram");
const anyone = { language: "en", zone: "America/New_York", has: channels };

const walk = (...choices: readonly string[]) => rounds(["screening/mammogram"], choices);

describe("rounds try", () => {
  it.each([
    ["goal-met", ["g"]],
    ["not-eligible", ["s", "x"]],
    ["opted-out", ["STOP"]],
    ["booked", ["1", "r", "s"]],
    ["helped", ["2", "r"]],
    ["reported-done", ["3", "r"]],
    ["not-reached", ["s", "s", "s", "n", "s", "n", "u"]],
  ])("leads to the ending %s", async (outcome, choices) => {
    const { printed } = await walk(...choices);
    expect(printed).toMatch(new RegExp(`Ended .*: ${outcome}\n`));
  });

  it("names every ending of the campaign and a way to each", async () => {
    const { printed } = await walk("q");
    for (const { outcome } of endingsOf(mammogram, anyone)) {
      expect(printed).toContain(outcome);
    }
  });

  it.each([
    "2026-11-30",
    // The second text falls on Thanksgiving here, and waits a day without asking anybody.
    "2026-11-23",
    "2026-12-21",
  ])("the ways it names lead where it says, from %s on", async (day) => {
    for (const { outcome, way } of endingsOf(mammogram, anyone)) {
      if (way.some((choice) => choice.includes("moment") || choice.includes("STOP"))) continue;
      const { printed } = await rounds(["screening/mammogram", "--on", day], way);
      expect(printed, way.join(" ")).toMatch(new RegExp(`Ended .*: ${outcome}\n`));
    }
  });

  it("shows the patient's own words in the patient's language and hours", async () => {
    const { printed } = await rounds(
      ["screening/mammogram", "--language", "es", "--zone", "America/Los_Angeles"],
      ["q"],
    );
    expect(printed).toContain("Oak Clinic: le toca un examen de salud.");
    expect(printed).toContain("Mon 2026-11-30 10:00");
  });

  it("answers an emergency before anything else", async () => {
    const { printed } = await walk("I have chest pain", "q");
    expect(printed).toContain("A task for nurse (stat");
    expect(printed).toContain("call 911 now");
  });

  it("calls whom it cannot text", async () => {
    const { printed } = await rounds(["screening/mammogram", "--has", "voice"], ["9"]);
    expect(printed).toContain("Not sent: no-channel");
    expect(printed).toContain("The patient's phone rings");
    expect(printed).toMatch(/Ended .*: opted-out/);
  });

  it("says where it stopped when nothing more is chosen", async () => {
    const { printed, exitCode } = await walk("s");
    expect(printed).toContain("Stopped before an ending.");
    expect(exitCode).toBe(0);
  });

  it("says which campaigns there are when it does not know this one", async () => {
    const { complained, exitCode } = await rounds(["screening/nothing"], []);
    expect(complained).toContain("There are: lab-reminder/hba1c");
    expect(exitCode).toBe(2);
  });
});
