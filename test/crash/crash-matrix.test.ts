import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { hasDynamodb } from "#support/dynamodb";
import type { Row, Violation } from "./report.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

/** A minute on two processors that nobody else uses. Ms. */
const timeout = 300_000;

interface Told {
  readonly code: number;
  readonly rows: readonly Row[];
  readonly compared: readonly Row[];
  readonly violations: readonly Violation[];
}

function crashMatrix(...args: readonly string[]): Promise<Told> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main, "--json", ...args], (error, stdout) => {
      const lines = stdout.trimEnd().split("\n");
      const parsed = lines.map((line) => JSON.parse(line));
      resolve({
        code: error ? Number(error.code) : 0,
        rows: parsed.flatMap(({ row }) => row ?? []),
        compared: parsed.flatMap(({ compared }) => compared ?? []),
        violations: parsed.at(-1).violations ?? [],
      });
    });
  });
}

describe.skipIf(!hasDynamodb)("whatever befalls a function at any of its writes", () => {
  let matrix: Told;
  beforeAll(async () => {
    matrix = await crashMatrix("--short");
  }, timeout);

  it("no patient is contacted twice, nothing is lost, and no unknown stays open", () => {
    expect(matrix.violations).toEqual([]);
    expect(matrix.code).toBe(0);
    expect(matrix.rows.map(({ name }) => name)).toContain("send-sms");
    for (const row of matrix.rows) {
      expect(row).toMatchObject({ duplicates: 0, lost: 0, broken: 0, closed: row.unknown });
    }
  });

  it("some faults do leave a message of which nobody can tell whether it went", () => {
    const sms = matrix.rows.find(({ name }) => name === "send-sms");
    expect(sms?.cases).toBeGreaterThan(50);
    expect(sms?.unknown).toBeGreaterThan(20);
  });

  it.each(["send-then-record", "lease-and-retries"])(
    "a function that works by %s contacts the same patients twice",
    (who) => {
      const others = matrix.compared.find((row) => row.who === who);
      expect(others?.duplicates).toBeGreaterThan(5);
    },
  );
});
