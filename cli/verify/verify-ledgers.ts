import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ContactPolicy } from "#domain/contact/policy";
import type { Accepted } from "#domain/ledger/accepted";
import type { LedgerRow } from "#domain/ledger/row";
import type { SharedFact } from "#domain/ledger/shared-fact";
import { ownerOf, ownerOfKey, verifyPatients, verifyShared } from "#domain/ledger/verify";
import type { Violation } from "#domain/ledger/violation";
import type { Instant } from "#domain/time";
import { acceptedLines, type FileLine, ledgerLines } from "../ledger-file.ts";
import { Parts } from "./parts.ts";

/** What is verified, and against what. */
export interface Ledgers {
  /** Exports, whose rows may lie in any order and over several of them. */
  readonly files: readonly string[];
  /** What the providers say they accepted. */
  readonly accepted: readonly string[];
  readonly policy: ContactPolicy;
  /** When the exports were made. Absent: at the latest row. */
  readonly asOf?: Instant | undefined;
  /** How much of the text may be in memory at once. Bytes. */
  readonly partBytes?: number;
}

/** Whom to tell of what comes up on the way. */
export interface Listener {
  violation(violation: Violation): Promise<void>;
  badLine(file: string, line: number): void;
  progress(done: number, total: number): void;
}

/** Little beside what any machine has, and few enough parts for a ledger of gigabytes. */
const usualPartBytes = 4 * 1024 * 1024;

/** What patients may have in common is this much of their rows, about. */
const sharedShare = 0.2;

/**
 * Proves the laws over files of any size. They are read once and sorted into parts by patient in
 * the folder for temporary files, which needs as much room as they have; then each patient is
 * verified alone, and after that what several of them tell of one phone. The parts are gone
 * afterwards, also when somebody interrupts.
 * @returns how many rows there were, and lines that are none.
 */
export async function verifyLedgers(
  ledgers: Ledgers,
  listener: Listener,
): Promise<{ readonly rows: number; readonly badLines: number }> {
  const folder = mkdtempSync(join(tmpdir(), "rounds-verify-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // An interrupt ends the process in order.
  process.once("exit", remove);
  try {
    const sorted = await sortIntoParts(ledgers, folder, listener);
    await verifyParts(ledgers, sorted, folder, listener);
    return sorted;
  } finally {
    process.off("exit", remove);
    remove();
  }
}

/** Between two moments at which an interrupt is heard: where memory is short, each lets the engine
 * clear it away once more. Ms. */
const hearEveryMs = 1_000;

interface Sorted {
  /** By patient: rows, and what providers accepted. */
  readonly parts: Parts;
  readonly bytes: number;
  readonly rows: number;
  readonly badLines: number;
  readonly latest: Instant;
}

/** The first letter of a line in a part says what it is. */
const kinds = { row: "r", accepted: "a" } as const;

async function sortIntoParts(
  { files, accepted, partBytes = usualPartBytes }: Ledgers,
  folder: string,
  listener: Listener,
): Promise<Sorted> {
  const bytes = [...files, ...accepted].reduce((sum, file) => sum + statSync(file).size, 0);
  const parts = new Parts(join(folder, "patients"), bytes, partBytes);
  const sums = { rows: 0, badLines: 0, latest: 0 };
  let read = 0;
  async function* good<Value>(
    of: readonly string[],
    linesIn: (file: string) => AsyncIterable<FileLine<Value>>,
  ): AsyncGenerator<{ readonly text: string; readonly value: Value }> {
    for (const file of of) {
      for await (const { line, text, value } of linesIn(file)) {
        read += text.length + 1;
        // Reading is about half of the work.
        if (line % 1_000 === 0) listener.progress(read, 2 * bytes);
        if (value === undefined) {
          sums.badLines += 1;
          listener.badLine(file, line);
        } else yield { text, value };
      }
    }
  }
  for await (const { text, value } of good(files, ledgerLines)) {
    sums.rows += 1;
    sums.latest = Math.max(sums.latest, value.event.at);
    parts.add(ownerOf(value), kinds.row + text);
  }
  for await (const { text, value } of good(accepted, acceptedLines)) {
    parts.add(ownerOfKey(value), kinds.accepted + text);
  }
  return { ...sums, parts, bytes };
}

async function verifyParts(
  { policy, asOf, partBytes = usualPartBytes }: Ledgers,
  { parts, bytes, latest }: Sorted,
  folder: string,
  listener: Listener,
): Promise<void> {
  const bench = { policy, asOf: asOf ?? latest };
  const shared = new Parts(join(folder, "shared"), bytes * sharedShare, partBytes);
  const keep = (fact: SharedFact) => shared.add(fact.about, JSON.stringify(fact));
  let done = bytes;
  let heardAt = performance.now();
  for (const lines of parts.groups()) {
    const lifeOf = <Value>(kind: string): Value[] =>
      lines.filter((line) => line[0] === kind).map((line) => JSON.parse(line.slice(1)) as Value);
    const lives = {
      rows: lifeOf<LedgerRow>(kinds.row),
      accepted: lifeOf<Accepted>(kinds.accepted),
    };
    for (const found of verifyPatients(lives, bench, keep)) await listener.violation(found);
    done += lines.reduce((sum, line) => sum + line.length, 0);
    listener.progress(Math.min(done, 2 * bytes), 2 * bytes);
    if (performance.now() - heardAt < hearEveryMs) continue;
    // Whoever interrupts is heard.
    await setImmediate();
    heardAt = performance.now();
  }
  for (const lines of shared.groups()) {
    const facts = lines.map((line) => JSON.parse(line) as SharedFact);
    for (const found of verifyShared(facts, bench)) await listener.violation(found);
  }
}
