import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerCheck } from "#cli/commands/check";
import { scriptedTerminal } from "#support/scripted-terminal";

/** The mammogram campaign beside rules of these words. */
function campaignsWith(rules: Readonly<Record<string, string>>, audience?: string): string {
  const root = mkdtempSync(join(tmpdir(), "rounds-rules-"));
  const folder = join(root, "screening", "mammogram");
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, "rules"));
  cpSync("campaigns/screening/mammogram", folder, { recursive: true });
  for (const [name, text] of Object.entries(rules)) writeFileSync(join(root, "rules", name), text);
  if (audience !== undefined) {
    const file = join(folder, "campaign.yaml");
    const text = readFileSync(file, "utf8").replace("rule: both-breasts-removed", audience);
    writeFileSync(file, text);
  }
  return root;
}

async function problemsIn(folder: string): Promise<readonly string[]> {
  const terminal = scriptedTerminal();
  const program = new Command();
  registerCheck(program, terminal);
  await program.parseAsync(["check", folder, "--json", "--on", "2026-11-23"], { from: "user" });
  const lines = terminal.printed().split("\n").filter(Boolean);
  const problems = lines.map((line) => JSON.parse(line));
  // That people have still to sign for the shipped campaign is known.
  return problems
    .filter(({ code }) => code !== "review-open")
    .map(({ file, line: at, code }) => {
      return `${String(file).split("/").slice(-2).join("/")}:${at} ${code}`;
    });
}

describe("rounds check", () => {
  it("has nothing against rules that are sound", async () => {
    const rules = { "own.yaml": "title: own\nis: { ever: mammogram }\n" };
    expect(await problemsIn(campaignsWith(rules, "rule: own"))).toEqual([]);
  });

  it("names a rule that is none, with its line", async () => {
    const rules = { "own.yaml": "title: own\nis:\n  evver: mammogram\n" };
    expect(await problemsIn(campaignsWith(rules))).toEqual(["rules/own.yaml:2 bad-rule"]);
  });

  it("names a circle at the rules and at the campaign that enters it", async () => {
    const rules = { "a.yaml": "is: { rule: b }", "b.yaml": "is: { rule: a }" };
    const problems = await problemsIn(campaignsWith(rules, "rule: a"));
    expect(problems.filter((each) => each.startsWith("rules/"))).toEqual([
      "rules/a.yaml:1 cyclic-rule",
      "rules/b.yaml:1 cyclic-rule",
    ]);
    expect(problems.some((each) => /campaign\.yaml:\d+ cyclic-rule/.test(each))).toBe(true);
  });

  it("names a rule that is not there, where the campaign names it", async () => {
    const [problem] = await problemsIn(campaignsWith({}, "rule: both-breast-removed"));
    expect(problem).toMatch(/^mammogram\/campaign\.yaml:2\d unknown-rule$/);
  });

  it("reads on into the concepts of a rule", async () => {
    const rules = { "own.yaml": "is: { ever: mamogram }" };
    const [problem] = await problemsIn(campaignsWith(rules, "rule: own"));
    expect(problem).toMatch(/unknown-concept$/);
  });
});
