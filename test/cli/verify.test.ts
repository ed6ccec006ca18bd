import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAccepted, writeLedger } from "#cli/ledger-file";
import { runRounds } from "#cli/main";
import type { LedgerRow } from "#domain/ledger/row";
import { ledgerOf } from "#support/a-ledger";
import { enroll, given, monday } from "#support/a-record";
import { textAt } from "#support/repository";
import { scriptedTerminal } from "#support/scripted-terminal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-verify-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A patient who was enrolled and sent one text. */
function rows(): readonly LedgerRow[] {
  const story = given().when(enroll());
  const enrolled = story.events();
  const claimed = story.when({ type: "claim", at: monday, channel: "sms" }).events();
  return ledgerOf("p1", ...enrolled, ...claimed);
}

async function verified(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  await runRounds(["verify", ...args], terminal);
  const { printed, complained, exitCode = 0 } = terminal;
  return { lines: printed().trimEnd().split("\n"), complained: complained(), exitCode };
}

describe("rounds verify", () => {
  it("finds nothing wrong with a ledger that is in order", async () => {
    const ledger = join(folder, "ledger.ndjson");
    await writeLedger(ledger, rows());
    const { lines, exitCode } = await verified(ledger, "--json");
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ rows: rows().length, violations: 0 }]);
    expect(exitCode).toBe(0);
  });

  it("names each violation, holds the providers' books against the rows, and exits with 1", async () => {
    const ledger = join(folder, "ledger.ndjson");
    const accepted = join(folder, "accepted.ndjson");
    await writeLedger(ledger, rows());
    await writeAccepted(accepted, [
      { key: "oak/p2/screening/check/2026-11-01/invite/1", at: monday },
    ]);
    const { lines, exitCode } = await verified(ledger, "--accepted", accepted, "--json");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ law: 1, patient: "p2" }),
      { rows: rows().length, violations: 1 },
    ]);
    expect(exitCode).toBe(1);
    const human = await verified(ledger, "--accepted", accepted);
    expect(human.lines[0]).toContain("law 1: p2");
  });

  it("holds contacts to the hours of an organization's own settings", async () => {
    const ledger = join(folder, "ledger.ndjson");
    const settings = join(folder, "organization.yaml");
    await writeLedger(ledger, rows());
    const example = textAt("docs/examples/organization.yaml");
    const hours = (text: string) => example.replace("mon-sat: 09:00-20:00", text);
    writeFileSync(settings, hours("sat: 09:00-20:00"));
    const { lines, exitCode } = await verified(ledger, "--organization", settings, "--json");
    expect(lines.map((line) => JSON.parse(line))[0]).toMatchObject({ law: 5, patient: "p1" });
    expect(exitCode).toBe(1);
    writeFileSync(settings, hours("mon-sat: 09:00-23:00"));
    const refused = await verified(ledger, "--organization", settings);
    expect(refused.complained).toMatch(/organization\.yaml:\d+ .*between 08:00 and 21:00/);
    expect(refused.exitCode).toBe(2);
  });

  it("names the line that is no row", async () => {
    const ledger = join(folder, "ledger.ndjson");
    writeFileSync(ledger, `${JSON.stringify(rows()[0])}\n{"half": \n`);
    const { complained, exitCode } = await verified(ledger);
    expect(complained).toContain("ledger.ndjson:2 is not a ledger row");
    expect(exitCode).toBe(1);
  });
});
