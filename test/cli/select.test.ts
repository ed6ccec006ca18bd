import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerSelect } from "#cli/commands/select";
import { bundle, folderOf, mammogramOn } from "#support/fhir-folder";
import { scriptedTerminal } from "#support/scripted-terminal";

const data = folderOf({
  "due.json": bundle("due", { gender: "female", birthDate: "1966-06-15" }),
  "done.json": bundle(
    "done",
    { gender: "female", birthDate: "1966-06-15" },
    mammogramOn("2025-03-10"),
  ),
  "man.json": bundle("man", { gender: "male", birthDate: "1966-06-15" }),
  "young.json": bundle("young", { gender: "female", birthDate: "1990-02-01" }),
  "nobody.json": bundle("nobody", { gender: "female" }),
  "broken.json": "{",
});

const rules = folderOf({
  "mammogram.yaml": `
audience:
  all:
    - sex: female
    - age: { from: 42, through: 74 }
    - none: { of: mammogram, within: 27 months }
`,
  "unheard.yaml": "audience: { any: mammogramm }",
  "wrong.yaml": "audience: { anny: mammogram }",
  "own.yaml": "audience: { ever: Breast Imaging }",
});

async function select(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  registerSelect(program, terminal);
  await program.parseAsync(["select", ...args], { from: "user" });
  return {
    printed: terminal.printed(),
    complained: terminal.complained(),
    exitCode: terminal.exitCode ?? 0,
  };
}

const rule = `${rules}/mammogram.yaml`;
const on = ["--data", data, "--on", "2026-11-23"];

describe("rounds select", () => {
  it("says of every patient whether, since when, until when and from when on", async () => {
    const { printed, exitCode } = await select(rule, ...on, "--json");
    const lines = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const short = Object.fromEntries(
      lines.map(({ patient, in: isIn, since, until, next }) => [
        patient,
        [isIn, since, until, next],
      ]),
    );
    expect(short).toEqual({
      due: [true, "2008-06-15", "2041-06-14", null],
      done: [false, null, null, "2027-06-10"],
      man: [false, null, null, null],
      young: [false, null, null, "2032-02-01"],
      nobody: [false, null, null, null],
    });
    expect(exitCode).toBe(0);
  });

  it("gives the reasons with the resources that decide", async () => {
    const { printed } = await select(rule, ...on, "--json");
    const lines = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.find(({ patient }) => patient === "done").because[2]).toEqual({
      condition: "no mammogram within 27 months",
      holds: false,
      facts: ["Procedure/done-0"],
      since: "2025-03-10",
      until: "2027-06-09",
    });
    expect(lines.find(({ patient }) => patient === "nobody").because[1].holds).toBe("unknown");
  });

  it("counts for people, and says why others are out", async () => {
    const { printed, complained } = await select(rule, ...on);
    expect(printed).toContain("1 of 5 patients are in the audience on 2026-11-23.");
    expect(printed).toContain("due  since 2008-06-15, until 2041-06-14");
    expect(printed).toContain("1  not: female");
    expect(printed).toContain("1  unknown whether: age 42 to 74");
    expect(printed).toContain("2  of them come in later");
    expect(complained).toContain("1 resources could not be used");
    expect(complained).toContain("broken.json:1 fhir/not-json");
  });

  it("takes a shipped campaign by its name", async () => {
    const { printed } = await select("screening/mammogram", ...on, "--json");
    expect(printed.split("\n").find((line) => line.includes('"due"'))).toContain('"in":true');
  });

  it("takes code lists given at run time, by whatever spelling of their name", async () => {
    const lists = folderOf({
      "BreastImaging.json": {
        resourceType: "ValueSet",
        compose: { include: [{ system: "http://loinc.org", concept: [{ code: "24606-6" }] }] },
      },
    });
    const asked = [`${rules}/own.yaml`, ...on, "--json"];
    const { printed } = await select(...asked, "--concepts", lists);
    const isIn = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(isIn.filter((each) => each.in).map(({ patient }) => patient)).toEqual(["done"]);
    const without = await select(...asked);
    expect(without.exitCode).toBe(2);
  });

  it.each([
    [[`${rules}/unheard.yaml`, ...on], "Did you mean `mammogram`?"],
    [[`${rules}/wrong.yaml`, ...on], '"anny" is not a condition'],
    [["screening/nothing", ...on], "There is no campaign `screening/nothing`"],
    [[rule, "--data", data, "--on", "yesterday"], "Write YYYY-MM-DD"],
    [[rule, "--data", `${data}/none`, "--on", "2026-11-23"], "is not a folder"],
  ])("asked wrongly, it says what is wrong: %j", async (args, words) => {
    const { complained, printed, exitCode } = await select(...args);
    expect(complained).toContain(words);
    expect(printed).toBe("");
    expect(exitCode).toBe(2);
  });
});
