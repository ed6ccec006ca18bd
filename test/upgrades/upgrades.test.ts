import { describe, expect, it } from "vitest";
import { decide } from "#domain/record/decide";
import type { PatientRecord } from "#domain/record/record";
import { hasDynamodb } from "#support/dynamodb";
import { filesAt, textAt } from "#support/repository";
import { type Decision, digestOf, leftBy, type RulesUsed, rulesFrom } from "./histories.ts";
import { readers } from "./messages.ts";
import { openStoredClinic, readAll, type StoredItem } from "./stored-clinic.ts";

/**
 * What earlier releases stored, sent and decided is in a folder for each, which
 * `node test/upgrades/make-fixtures.ts VERSION` made before that release. It is never edited: it is
 * what lies in somebody's tables.
 *
 * When one of these fails, the change at hand breaks an upgrade. Read the old shape as well, by a
 * step or a default in `shared/contracts/stored` or in the contract of the message; where a decision
 * differs on purpose, name it in `differing` below with its reason, for patients midway will meet it.
 * A new shape gets new fixtures beside the old ones, with its release.
 */
const releases = filesAt("test/upgrades/*/read.json").map((file) => file.split("/")[2] ?? "");

/** Decisions that a later release makes otherwise on purpose: `release/line`, from 1, and why. */
const differing: Readonly<Record<string, string>> = {
  "0.1.0/136": "a task of no campaign says in which week it was opened, to be counted there",
};

const fixture = (release: string, name: string) => textAt(`test/upgrades/${release}/${name}`);

function linesOf<Value>(release: string, name: string): readonly Value[] {
  const lines = fixture(release, name).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Value);
}

it("there are fixtures of the first release", () => {
  expect(releases).toContain("0.1.0");
});

describe.each(releases)("what release %s left behind", (release) => {
  it.skipIf(!hasDynamodb)("is read from its tables as it read it itself", async () => {
    const clinic = await openStoredClinic();
    try {
      for (const table of ["patients", "ledger"] as const) {
        const items = linesOf<StoredItem>(release, `items/${table}.ndjson`);
        expect(items.length).toBeGreaterThan(30);
        for (const item of items) await clinic.put(table, item);
      }
      // What a later release adds by default may be there as well.
      expect(await readAll(clinic)).toMatchObject(JSON.parse(fixture(release, "read.json")));
    } finally {
      await clinic.stop();
    }
  });

  it("is understood where it is still on a queue, at a provider or in a schedule", () => {
    const messages: Record<string, unknown> = JSON.parse(fixture(release, "messages.json"));
    expect(Object.keys(readers)).toEqual(expect.arrayContaining(Object.keys(messages)));
    for (const [name, body] of Object.entries(messages)) {
      const read = readers[name]?.(body);
      expect(read, name).toBeDefined();
      if (typeof body === "object" && name !== "touch-tags") expect(read, name).toEqual(body);
    }
    expect(readers["touch-tags"]?.(messages["touch-tags"])).toBe(messages["touch-key"]);
  });

  it("is decided on as it decided itself, letter by letter", () => {
    const rules = (JSON.parse(fixture(release, "rules.json")) as RulesUsed[]).map(rulesFrom);
    const decisions = linesOf<Decision>(release, "decisions.ndjson");
    expect(decisions.length).toBeGreaterThanOrEqual(200);
    const kinds = new Set(decisions.map(({ command }) => command.type));
    expect(kinds.size).toBeGreaterThanOrEqual(9);
    let record: PatientRecord | undefined;
    decisions.forEach(({ life, before, command, events, left }, index) => {
      const line = `${release}/${index + 1}`;
      const by = rules[life % rules.length];
      record = before ?? record;
      if (!by || !record) throw new Error(`${line} begins no life`);
      if (differing[line] === undefined) {
        expect(JSON.stringify(decide(record, command, by)), line).toBe(JSON.stringify(events));
      }
      record = JSON.parse(JSON.stringify(leftBy(record, events))) as PatientRecord;
      expect(digestOf(record), `what ${line} left`).toBe(left);
    });
  });
});
