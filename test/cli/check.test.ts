import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { registerCheck } from "#cli/commands/check";
import { registerSchema } from "#cli/commands/schema";
import { edited } from "#support/campaign-source";
import { scriptedTerminal } from "#support/scripted-terminal";

async function rounds(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride();
  registerCheck(program, terminal);
  registerSchema(program, terminal);
  await program.parseAsync([...args], { from: "user" });
  return {
    printed: terminal.printed(),
    complained: terminal.complained(),
    exitCode: terminal.exitCode ?? 0,
  };
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-check-"));
  cpSync("campaigns", folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function plant(file: string, ...edits: readonly (readonly [string, string])[]): void {
  const path = join(folder, file);
  writeFileSync(path, edited(readFileSync(path, "utf8"), edits));
}

/** `file:line code`, relative to the planted copy; that reviews are open is known. */
async function found(...args: readonly string[]): Promise<readonly string[]> {
  const { printed } = await rounds("check", "--json", "--on", "2026-11-23", ...args);
  return printed
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))
    .filter(({ code }) => code !== "review-open")
    .map(({ file, line, code }) => `${file.replace(`${folder}/`, "")}:${line} ${code}`);
}

/** The line on which the text stands. */
function lineOf(file: string, text: string): number {
  const lines = readFileSync(join(folder, file), "utf8").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}

describe("rounds check", () => {
  it("finds nothing wrong with the shipped campaigns, but that people have still to sign", async () => {
    const { printed, exitCode } = await rounds("check", "campaigns", "--on", "2026-11-23");
    const lines = printed.trimEnd().split("\n");
    expect(lines.pop()).toMatch(/^\d+ campaigns: 0 errors, \d+ warnings$/);
    expect(lines.filter((line) => !line.includes(" warning review-open "))).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it("names ten mistakes in one campaign at once, each with its file and line", async () => {
    const campaign = "screening/mammogram/campaign.yaml";
    const english = "screening/mammogram/messages/en.yaml";
    const spanish = "screening/mammogram/messages/es.yaml";
    plant(
      campaign,
      ["owner: Breast health program\n", ""],
      ["2027-03-31", "2025-03-31"],
      ["none: { of: mammogram,", "none: { of: mamogram,"],
      ["    notAfter: 2 days\n", "    notAfer: 2 days\n"],
      ['"3": already-done', '"3": cancel'],
      ["silence: has-mail", "silence: has-male"],
      ["over: [email]\n    wait: 7 days", "over: [email]\n    wait: 7 dyas"],
      ["  helped: { end: helped }", "  helped: { end: helped }\n  lost: { end: lost }"],
    );
    plant(english, ["Or call {phone}.", "Or call {fone}."]);
    plant(spanish, ["call-us:", "call-them:"]);
    const problems = await found(folder);
    const at = (file: string, text: string, code: string) =>
      `${file}:${lineOf(file, text)} ${code}`;
    expect(problems).toEqual(
      expect.arrayContaining([
        at(campaign, "id: screening", "missing-owner"),
        at(campaign, "2025-03-31", "review-past"),
        at(campaign, "mamogram", "unknown-concept"),
        at(campaign, "notAfer", "unknown-key"),
        at(campaign, '"3": cancel', "reserved-answer"),
        at(campaign, "has-male", "unknown-step"),
        at(campaign, "7 dyas", "wrong-type"),
        at(campaign, "lost: { end", "unreachable-step"),
        at(english, "{fone}", "unknown-variable"),
        at(spanish, "translatedBy", "missing-translation"),
      ]),
    );
  });

  it("reads like a compiler to people and fails", async () => {
    const file = "lab-reminder/hba1c/campaign.yaml";
    plant(file, ["priority: 60", "priorty: 60"]);
    const { printed, exitCode } = await rounds("check", join(folder, "lab-reminder/hba1c"));
    const line = lineOf(file, "priorty");
    expect(printed).toContain(`${file}:${line}:1 error unknown-key \`priorty\` is not a key`);
    expect(printed).toContain("Did you mean `priority`?");
    expect(printed).toContain("1 campaign: 1 error, ");
    expect(exitCode).toBe(1);
  });

  it("says where YAML itself is broken, and which key is there twice", async () => {
    const file = "lab-reminder/hba1c/campaign.yaml";
    plant(file, ["start: invite", "start: invite\nstart: invite"], ["goal: {", "goal: {{"]);
    const problems = await found(folder);
    expect(problems).toContain(`${file}:${lineOf(file, "goal:")} yaml-syntax`);
    plant(file, ["goal: {{", "goal: {"]);
    const second = lineOf(file, "start: invite") + 1;
    expect(await found(folder)).toEqual([`${file}:${second} duplicate-key`]);
  });

  it("looks at one campaign when it is given a file of it", async () => {
    plant("screening/mammogram/messages/es.yaml", ["Responda STOP para salir", "Gracias"]);
    plant("lab-reminder/hba1c/messages/es.yaml", ["Responda STOP para salir", "Gracias"]);
    const problems = await found(join(folder, "screening/mammogram/messages/es.yaml"));
    expect(problems).toEqual(["screening/mammogram/messages/es.yaml:8 missing-opt-out"]);
  });

  it("asks about links elsewhere, and knows the organization's own domains", async () => {
    const file = "screening/mammogram/messages/es.yaml";
    plant(file, ["Le guardamos un lugar.", "Le guardamos un lugar: https://care.oak.example/x"]);
    expect(await found(folder)).toEqual([expect.stringMatching(/es.yaml:\d+ link-elsewhere$/)]);
    expect(await found(folder, "--domain", "Oak.example", "elm.example")).toEqual([]);
  });

  it("knows the name of the organization's pages, to which messages may lead", async () => {
    for (const [language, before] of [
      ["en", "We keep a place for you."],
      ["es", "Le guardamos un lugar."],
    ] as const) {
      plant(`screening/mammogram/messages/${language}.yaml`, [before, `${before} {page}`]);
    }
    const codes = await found(folder);
    expect(codes).toContainEqual(expect.stringMatching(/en.yaml:\d+ page-without-address$/));
    const told = await found(folder, "--pages", "care.oak.example");
    expect(told.filter((code) => code.includes("page-"))).toEqual([]);
  });

  it("tells two campaigns with one id apart", async () => {
    cpSync(join(folder, "screening/mammogram"), join(folder, "screening/second"), {
      recursive: true,
    });
    const file = "screening/second/campaign.yaml";
    const line = lineOf(file, "id: screening/mammogram");
    expect(await found(folder)).toEqual([
      `${file}:${line} id-not-folder`,
      `${file}:${line} duplicate-id`,
    ]);
  });

  it("reads the conversations and the notices too", async () => {
    const talk = "screening/mammogram/conversations/goal-met.yaml";
    plant(talk, ["carrier: delivered", "carier: delivered"]);
    plant("notices/en.yaml", ["call 911 now. Do not wait for a text", "call us"]);
    expect(await found(folder)).toEqual([
      expect.stringMatching(/^notices\/en.yaml:\d+ missing-in-notice$/),
      expect.stringMatching(/^notices\/es.yaml:\d+ translation-stale$/),
      expect.stringMatching(/goal-met.yaml:6 bad-conversation$/),
    ]);
  });

  it("reads the conversations that belong to all campaigns, each of which says to which", async () => {
    plant("conversations/help.yaml", ["campaign:", "# campaign:"]);
    plant("conversations/death.yaml", ["patient texts", "pacient texts"]);
    const problems = [
      expect.stringMatching(/^conversations\/death.yaml:\d+ bad-conversation$/),
      "conversations/help.yaml:1 bad-conversation",
    ];
    expect(await found(folder)).toEqual(problems);
    expect(await found(join(folder, "conversations"))).toEqual(problems);
    expect(await found(join(folder, "conversations", "stop-then-start.yaml"))).toEqual(problems);
  });

  it("calls it wrong use when there is no campaign", async () => {
    const { complained, exitCode } = await rounds("check", join(folder, "nowhere"));
    expect(complained).toContain("there is no campaign here");
    expect(exitCode).toBe(2);
  });
});

describe("rounds schema", () => {
  it("is the schema that the files name", async () => {
    const { printed } = await rounds("schema", "--json");
    const kept = JSON.parse(readFileSync("docs/campaign.schema.json", "utf8"));
    expect(kept).toEqual(JSON.parse(printed));
  });
});
