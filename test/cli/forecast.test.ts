import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerForecast } from "#cli/commands/forecast";
import { bundle, folderOf, mammogramOn } from "#support/fhir-folder";
import { scriptedTerminal } from "#support/scripted-terminal";

const woman = { gender: "female", birthDate: "1966-06-15" };
const address = [{ state: "NY", postalCode: "10001", country: "US" }];

function phone(last: string) {
  const value = `+1212555${last}`;
  return { address, telecom: [{ system: "phone", use: "mobile", value }] };
}

const data = folderOf({
  "due.json": bundle("due", { ...woman, ...phone("0101") }),
  "screened.json": bundle("screened", { ...woman, ...phone("0102") }, mammogramOn("2026-12-03")),
  "done.json": bundle("done", { ...woman, ...phone("0103") }, mammogramOn("2026-03-10")),
  "nowhere.json": bundle("nowhere", { ...woman, address }),
  "died.json": bundle("died", { ...woman, ...phone("0104"), deceasedDateTime: "2026-01-05" }),
  "man.json": bundle("man", { ...woman, ...phone("0105"), gender: "male" }),
});

async function forecast(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride().configureOutput({
    writeErr: (text) => terminal.stderr.write(text),
  });
  registerForecast(program, terminal);
  let code: string | undefined;
  await program.parseAsync(["forecast", ...args], { from: "user" }).catch((error) => {
    code = error.code;
  });
  return {
    printed: terminal.printed(),
    complained: terminal.complained(),
    exitCode: terminal.exitCode ?? 0,
    code,
  };
}

const asked = ["--data", data, "--on", "2026-12-01", "--days", "30"];

describe("rounds forecast", () => {
  it("gives the table as one object whose sums add up", async () => {
    const { printed, exitCode } = await forecast("screening/mammogram", ...asked, "--json");
    const table = JSON.parse(printed);
    expect(table).toMatchObject({
      campaign: "screening/mammogram",
      on: "2026-12-01",
      through: "2026-12-30",
      answers: "silence",
      patients: 6,
      audience: { patients: 4 },
      capacity: [],
    });
    const keptOut = Object.fromEntries(
      table.audience.keptOut.map(({ reason, count }: { reason: string; count: number }) => [
        reason,
        count,
      ]),
    );
    expect(keptOut).toMatchObject({ deceased: 1, "no-channel": 1 });
    expect(table.cost.lines.map(({ line }: { line: string }) => line)).toContain("sms-part");
    expect(exitCode).toBe(0);
  });

  it("tells a care manager in words, and ends with one sentence", async () => {
    const { printed } = await forecast("screening/mammogram", ...asked);
    expect(printed).toContain("Audience: 4 of 6 patients");
    expect(printed).toContain("1  deceased: have died");
    expect(printed).toContain("By lane and language");
    expect(printed.trim().split("\n").at(-1)).toMatch(
      /^If nobody answers, \d patients? enter screening\/mammogram within 30 days: .+\.$/,
    );
  });

  it("holds the contacts against the pace of a deployment", async () => {
    const { printed } = await forecast(
      ...["screening/mammogram", ...asked, "--environment", "prod-us-east-1"],
    );
    expect(printed).toContain("texts: 3 parts a second, all leave in time");
  });

  it("answers the same for the same seed", async () => {
    const seeded = [...asked, "--answers", "likely", "--seed", "7", "--json"];
    const first = await forecast("screening/mammogram", ...seeded);
    expect((await forecast("screening/mammogram", ...seeded)).printed).toBe(first.printed);
    expect(JSON.parse(first.printed)).toMatchObject({ seed: 7, assumptions: { rates: {} } });
  });

  it("tells the difference from another version", async () => {
    const both = [...asked, "--against", "screening/colorectal", "--json"];
    const { difference } = JSON.parse((await forecast("screening/mammogram", ...both)).printed);
    for (const { against, now, change } of difference) expect(change).toBeCloseTo(now - against, 9);
    expect(difference.map(({ measure }: { measure: string }) => measure)).toContain("entered");
  });

  it("takes prices of one's own", async () => {
    const folder = folderOf({
      "prices.json": { asOf: "2027-01-15", currency: "CAD" },
      "wrong.json": { asOf: "soon" },
    });
    const own = await forecast(
      "screening/mammogram",
      ...asked,
      "--prices",
      `${folder}/prices.json`,
    );
    expect(own.printed).toContain("CAD");
    expect(own.printed).toContain("prices of 2027-01-15");
    const wrong = await forecast(
      "screening/mammogram",
      ...asked,
      "--prices",
      `${folder}/wrong.json`,
    );
    expect(wrong.exitCode).toBe(2);
    expect(wrong.complained).toContain("asOf: a date as YYYY-MM-DD");
  });

  it.each([
    ["no such campaign", ["screening/nothing", ...asked], "There is no campaign"],
    [
      "no such folder",
      ["screening/mammogram", ...asked.slice(2), "--data", "/nowhere"],
      "is not a folder",
    ],
    [
      "a folder without patients",
      ["screening/mammogram", ...asked.slice(2), "--data", folderOf({})],
      "There is no patient in",
    ],
  ])("says what to do about %s", async (_, args, words) => {
    const { complained, exitCode } = await forecast(...args);
    expect(complained).toContain(words);
    expect(exitCode).toBe(2);
  });

  it.each([
    ["a day that does not exist", ["--on", "2026-02-30", "--days", "30"]],
    ["no day", ["--on", "2026-12-01", "--days", "0"]],
    ["more than a year", ["--on", "2026-12-01", "--days", "367"]],
    ["an unknown model", ["--on", "2026-12-01", "--days", "3", "--answers", "all"]],
    ["an unknown deployment", ["--on", "2026-12-01", "--days", "3", "--environment", "moon"]],
  ])("refuses %s", async (_, args) => {
    const { code } = await forecast("screening/mammogram", "--data", data, ...args);
    expect(code).toBe("commander.invalidArgument");
  });
});
