import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { registerCheck } from "#cli/commands/check";
import { registerSelect } from "#cli/commands/select";
import { bundle, folderOf } from "#support/fhir-folder";
import { scriptedTerminal } from "#support/scripted-terminal";

/** What a care manager writes who has read the guide of the language and nothing else. */
const audience = `audience:
  all:
    - sex: male
    - age: { from: 65, through: 75 }
    - ever: tobacco-use
    - never: { of: aneurysm-ultrasound, as: [procedure, result, report] }
    - has: { of: aneurysm-ultrasound, as: order }
goal: { any: { of: aneurysm-ultrasound, as: [procedure, result, report] } }
`;

const lists = folderOf({
  "tobacco-use.yaml": "title: tobacco use\ncodes: { icd10cm: [F17.2*, Z87.891, Z72.0] }\n",
  "aneurysm-ultrasound.yaml": "title: aneurysm ultrasound\ncodes: { hcpcs: [G0389] }\n",
});

/** The mammogram campaign with its head rewritten. */
function ownCampaign(): string {
  const root = mkdtempSync(join(tmpdir(), "rounds-newcomer-"));
  const folder = join(root, "screening", "aneurysm");
  mkdirSync(folder, { recursive: true });
  cpSync("campaigns/screening/mammogram", folder, { recursive: true });
  const file = join(folder, "campaign.yaml");
  const text = readFileSync(file, "utf8")
    .replace("id: screening/mammogram", "id: screening/aneurysm")
    .replace(/^audience:\n(?: .*\n)+goal: .*\n/m, audience);
  writeFileSync(file, text);
  return folder;
}

const ultrasound = {
  coding: [{ system: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", code: "G0389" }],
};
const man = { gender: "male", birthDate: "1958-04-01" };
const smoked = {
  resourceType: "Condition",
  code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "Z87.891" }] },
  onsetDateTime: "2001",
};
const ordered = {
  resourceType: "ServiceRequest",
  status: "active",
  intent: "order",
  code: ultrasound,
  authoredOn: "2026-03-01",
};
const done = {
  resourceType: "Procedure",
  status: "completed",
  code: ultrasound,
  performedDateTime: "2019-09-01",
};
const planned = { ...ordered, status: "draft", intent: "plan" };

const data = folderOf({
  "due.json": bundle("due", man, smoked, ordered),
  "seen.json": bundle("seen", man, smoked, done, ordered),
  "never-smoked.json": bundle("never-smoked", man, ordered),
  "not-ordered.json": bundle("not-ordered", man, smoked),
  "only-planned.json": bundle("only-planned", man, smoked, planned),
  "young.json": bundle("young", { ...man, birthDate: "1970-01-01" }, smoked, ordered),
});

async function rounds(...args: readonly string[]): Promise<string> {
  const terminal = scriptedTerminal();
  const program = new Command();
  registerCheck(program, terminal);
  registerSelect(program, terminal);
  await program.parseAsync(args, { from: "user" });
  expect(terminal.complained()).toBe("");
  return terminal.printed();
}

describe("a campaign of one's own", () => {
  const folder = ownCampaign();
  const select = (...more: readonly string[]) =>
    rounds("select", folder, "--data", data, "--on", "2026-11-23", "--concepts", lists, ...more);

  it("is checked", async () => {
    const printed = await rounds("check", folder, "--concepts", lists, "--on", "2026-11-23");
    expect(printed).toContain("1 campaign: 0 errors");
  });

  it("selects those it means, and nobody else", async () => {
    const lines = (await select("--json")).trim().split("\n");
    const found = lines.map((line) => JSON.parse(line));
    expect(found.filter((each) => each.in)).toMatchObject([
      { patient: "due", since: "2026-03-01", until: "2034-03-31" },
    ]);
  });

  it("says why, in English and in Spanish", async () => {
    const english = await select();
    expect(english).toContain("not: tobacco use at any time");
    expect(english).toContain("not: never aneurysm ultrasound as procedure or result or report");
    expect(english).toContain("2  not: has aneurysm ultrasound as order");
    const spanish = await select("--language", "es");
    expect(spanish).toContain("de 65 a 75 años");
    expect(spanish).toContain("tiene aneurysm ultrasound como orden");
  });
});
