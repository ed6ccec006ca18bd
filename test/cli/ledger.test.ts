import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createLedgerStore } from "#adapters/dynamodb/ledger-store";
import { rowsIn } from "#cli/ledger-export";
import { runRounds } from "#cli/main";
import type { LedgerRow } from "#domain/ledger/row";
import { ledgerOf } from "#support/a-ledger";
import { enroll, given, monday } from "#support/a-record";
import { atShell } from "#support/aws-shell";
import {
  createLedgerTable,
  hasDynamodb,
  startDynamodb,
  type TestDynamodb,
} from "#support/dynamodb";
import { scriptedTerminal } from "#support/scripted-terminal";

async function rounds(...args: readonly string[]) {
  const terminal = scriptedTerminal();
  await runRounds(args, terminal);
  const { printed, complained, exitCode = 0 } = terminal;
  const lines = printed()
    .split("\n")
    .filter((line) => line !== "");
  return { lines, printed: printed(), complained: complained(), exitCode };
}

const dayMs = 86_400_000;

/** Enrolled on one day, sent a text on another. */
function life(patient: string, enrolledOn: number): readonly LedgerRow[] {
  const story = given().when(enroll());
  const enrolled = story.events();
  const claimed = story.when({ type: "claim", at: monday, channel: "sms" }).events();
  const moved = [...enrolled, ...claimed].map((event, index) => ({
    ...event,
    at: index < enrolled.length ? enrolledOn : enrolledOn + dayMs,
  }));
  return ledgerOf(patient, ...moved);
}

async function* each(...rows: readonly LedgerRow[]) {
  yield* rows;
}

async function told(rows: AsyncIterable<LedgerRow>) {
  const all: LedgerRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe("a span of a ledger", () => {
  const early = life("p1", monday - 10 * dayMs);
  const late = life("p2", monday);

  it("has whole lives: what came before a patient's part in it comes along", async () => {
    expect(await told(rowsIn(each(...early, ...late), { from: monday - dayMs }))).toEqual(late);
    expect(await told(rowsIn(each(...early, ...late), { from: monday + dayMs }))).toEqual(late);
    expect(await told(rowsIn(each(...early, ...late), {}))).toEqual([...early, ...late]);
  });

  it("ends lives where it ends, and leaves no hole in them", async () => {
    const cut = await told(rowsIn(each(...early, ...late), { before: monday + dayMs }));
    const enrolled = late.filter(({ event }) => event.at === monday);
    expect(cut).toEqual([...early, ...enrolled]);
    const [first, second, ...rest] = early.map((row, index) =>
      index === 1 ? { ...row, event: { ...row.event, at: monday } } : row,
    );
    // A clock that ran ahead for one write: all that follows it is left out with it.
    const whole = [first, second, ...rest].filter((row) => row !== undefined);
    expect(await told(rowsIn(each(...whole), { before: monday }))).toEqual([first]);
  });
});

describe.skipIf(!hasDynamodb)("rounds ledger", () => {
  let dynamodb: TestDynamodb;
  let folder: string;

  beforeAll(async () => {
    dynamodb = await startDynamodb();
    folder = mkdtempSync(join(tmpdir(), "rounds-ledger-"));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await dynamodb.stop();
  });
  afterEach(() => vi.unstubAllEnvs());

  async function aLedger(...lives: readonly (readonly LedgerRow[])[]): Promise<string> {
    const name = await createLedgerTable(dynamodb.client);
    const store = createLedgerStore({ client: dynamodb.client, name });
    const counts = [{ campaign: "c/d", version: 1, week: "2026-W48", measure: "m", count: 1 }];
    await store.append(lives.flat().map((row) => ({ rows: [row], counts, cohorts: [] })));
    atShell({ dynamodb: dynamodb.endpoint });
    return name;
  }

  it("writes what verify reads and finds in order", async () => {
    const lives = Array.from({ length: 30 }, (_, number) => life(`p${number}`, monday - dayMs));
    const table = await aLedger(...lives);
    const { printed, lines, complained, exitCode } = await rounds("ledger", "--table", table);
    expect({ complained, exitCode }).toEqual({ complained: "", exitCode: 0 });
    expect(lines).toHaveLength(lives.flat().length);
    const file = join(folder, "ledger.ndjson");
    writeFileSync(file, printed);
    const verified = await rounds("verify", "--json", file);
    expect(verified.lines.map((line) => JSON.parse(line))).toEqual([
      { rows: lines.length, violations: 0 },
    ]);
    expect(verified.exitCode).toBe(0);
  });

  it("writes those of one organization, and of a span of days", async () => {
    const other = life("p9", monday).map((row) => ({ ...row, organization: "elm" }));
    const table = await aLedger(life("p1", monday - 10 * dayMs), life("p2", monday), other);
    const patientsOf = async (...args: readonly string[]) => {
      const { lines } = await rounds("ledger", "--table", table, ...args);
      return [...new Set(lines.map((line) => JSON.parse(line).patient))].toSorted();
    };
    const day = new Date(monday).toISOString().slice(0, 10);
    expect(await patientsOf()).toEqual(["p1", "p2", "p9"]);
    expect(await patientsOf("--organization", "elm")).toEqual(["p9"]);
    expect(await patientsOf("--organization", "oak", "--from", day)).toEqual(["p2"]);
    const yesterday = new Date(monday - dayMs).toISOString().slice(0, 10);
    expect(await patientsOf("--through", yesterday)).toEqual(["p1"]);
  });

  it("exits with 1 where there is no row, and says so", async () => {
    const table = await aLedger(life("p1", monday));
    const { printed, complained, exitCode } = await rounds(
      ...["ledger", "--table", table, "--organization", "ok"],
    );
    expect({ printed, exitCode }).toEqual({ printed: "", exitCode: 1 });
    expect(complained).toBe(`${table} has no such row.\n`);
  });

  it("says that there is no such table", async () => {
    atShell({ dynamodb: dynamodb.endpoint });
    const { complained, exitCode } = await rounds("ledger", "--table", "nowhere");
    expect(complained).toContain("There is no table of that name");
    expect(exitCode).toBe(1);
  });

  it.each([
    ["no table", [], "--table"],
    ["no date", ["--table", "t", "--from", "yesterday"], "YYYY-MM-DD"],
    [
      "a span that ends before it begins",
      ["--table", "t", "--from", "2026-11-02", "--through", "2026-11-01"],
      "--from is after --through",
    ],
  ])("exits with 2 when given %s", async (_, args, words) => {
    const { complained, exitCode } = await rounds("ledger", ...args);
    expect(complained).toContain(words);
    expect(exitCode).toBe(2);
  });
});
