import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAccepted, writeLedger } from "#cli/ledger-file";
import { runRounds } from "#cli/main";
import { Parts } from "#cli/verify/parts";
import { verifyLedgers } from "#cli/verify/verify-ledgers";
import type { LedgerRow } from "#domain/ledger/row";
import { verify } from "#domain/ledger/verify";
import type { Violation } from "#domain/ledger/violation";
import { book, exportedAt, lawfulLedger, rowsOf } from "#support/lawful-ledger";
import { planted } from "#support/planted-violations";
import { root } from "#support/repository";
import { scriptedTerminal } from "#support/scripted-terminal";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rounds-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { policy } = book;

/** A small clinic whose every patient's account has another mistake in it. */
function manyRows(): readonly LedgerRow[] {
  return planted.flatMap(({ plant }, index) => {
    const ledger = lawfulLedger();
    plant(ledger);
    return rowsOf(ledger).map((row) => ({ ...row, organization: `oak-${index}` }));
  });
}

/** In an order that nobody would write them in, but the same each time. */
function shuffled(rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const places = rows.map((_, index) => (index * 7_919) % rows.length);
  return places.map((place) => rows[place] as LedgerRow);
}

async function verifyThem(files: readonly string[], partBytes: number, accepted: string[] = []) {
  const violations: Violation[] = [];
  const badLines: number[] = [];
  const progress: number[] = [];
  const sums = await verifyLedgers(
    { files, accepted, policy, asOf: exportedAt, partBytes },
    {
      async violation(violation) {
        violations.push(violation);
      },
      badLine: (_, line) => badLines.push(line),
      progress: (done, total) => progress.push(done / total),
    },
  );
  return { ...sums, violations, badLines, progress };
}

const inOrder = (violations: readonly Violation[]) =>
  violations.map((violation) => JSON.stringify(violation)).sort();

describe("a ledger that is larger than the memory given", () => {
  it("is told the same violations, over several files, in any order and in small parts", async () => {
    const rows = shuffled(manyRows());
    const files = [0, 1, 2].map((part) => join(folder, `${part}.ndjson`));
    for (const [part, file] of files.entries()) {
      await writeLedger(
        file,
        rows.filter((_, index) => index % 3 === part),
      );
    }
    const { violations: expected } = verify(rows, { policy, asOf: exportedAt });
    expect(expected.length).toBeGreaterThan(planted.length - 5);
    // Parts of a few rows: they come out too large, and are split again.
    const { violations, rows: count, badLines, progress } = await verifyThem(files, 2_000);
    expect(inOrder(violations)).toEqual(inOrder(expected));
    expect(count).toBe(rows.length);
    expect(badLines).toEqual([]);
    expect(progress.at(-1)).toBeGreaterThan(0.9);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it("is held against the providers' lists, whoever of its patients they name", async () => {
    const ledger = join(folder, "ledger.ndjson");
    const accepted = join(folder, "accepted.ndjson");
    await writeLedger(ledger, rowsOf(lawfulLedger()));
    await writeAccepted(accepted, [{ key: "oak/nobody/a/b/e/s/1", at: 1 }]);
    const { violations } = await verifyThem([ledger], 500, [accepted]);
    expect(violations).toEqual([expect.objectContaining({ law: 1, patient: "nobody" })]);
  });

  it("leaves nothing behind in the folder for temporary files", async () => {
    const ledger = join(folder, "ledger.ndjson");
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("rounds-verify-"));
    await writeLedger(ledger, rowsOf(lawfulLedger()));
    await verifyThem([ledger], 500);
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith("rounds-verify-"));
    expect(left.filter((name) => !before.includes(name))).toEqual([]);
  });

  it("leaves nothing behind when somebody interrupts it", async () => {
    const ledger = join(folder, "ledger.ndjson");
    const temporary = mkdtempSync(join(folder, "tmp-"));
    await writeLedger(ledger, rowsOf(lawfulLedger()));
    // The same file thousands of times takes longer than anybody waits here.
    const files = Array.from({ length: 10_000 }, () => ledger);
    const child = spawn(process.execPath, [join(root, "cli/rounds.mjs"), "verify", ...files], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: "ignore",
    });
    while (readdirSync(temporary).length === 0) await setTimeout(20);
    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect(code).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe("lines that are no rows", () => {
  it("are named, counted and left out, and the rest is verified", async () => {
    const ledger = join(folder, "ledger.ndjson");
    const good = rowsOf(lawfulLedger()).map((row) => JSON.stringify(row));
    const lines = [good[0], '{"half":', ...good.slice(1, 40), "[]", "", ...good.slice(40)];
    writeFileSync(ledger, lines.join("\n"));
    const terminal = scriptedTerminal();
    const asOf = new Date(exportedAt).toISOString();
    await runRounds(["verify", ledger, "--as-of", asOf, "--json"], terminal);
    expect(terminal.complained()).toContain("ledger.ndjson:2 is not a ledger row");
    expect(terminal.complained()).toContain("ledger.ndjson:42 is not a ledger row");
    const last = JSON.parse(terminal.printed().trimEnd().split("\n").at(-1) ?? "");
    expect(last).toEqual({ rows: good.length, violations: 0, badLines: 2 });
    expect(terminal.exitCode).toBe(1);
  });

  it("are named a hundred times at most", async () => {
    const ledger = join(folder, "ledger.ndjson");
    writeFileSync(ledger, "no\n".repeat(500));
    const terminal = scriptedTerminal();
    await runRounds(["verify", ledger], terminal);
    expect(terminal.complained().trimEnd().split("\n").length).toBe(100);
    expect(terminal.printed()).toContain("500 lines that could not be read");
  });
});

describe("lines in parts", () => {
  it("come back by name, each name once and whole, whatever their names hold", () => {
    const parts = new Parts(join(folder, "parts"), 4_000, 100);
    const names = Array.from({ length: 50 }, (_, index) => `p\t${index}\n“é`);
    for (let round = 0; round < 4; round += 1) {
      for (const name of names) parts.add(name, JSON.stringify({ name, round }));
    }
    const groups = [...parts.groups()].map((lines) => lines.map((line) => JSON.parse(line)));
    expect(groups.length).toBe(names.length);
    for (const group of groups) {
      expect(new Set(group.map(({ name }) => name)).size).toBe(1);
      expect(group.map(({ round }) => round)).toEqual([0, 1, 2, 3]);
    }
    expect(readdirSync(join(folder, "parts"), { recursive: true })).toEqual([]);
  });
});
