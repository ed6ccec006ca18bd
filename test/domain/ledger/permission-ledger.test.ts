import { describe, expect, it } from "vitest";
import { permissionLedger } from "#domain/ledger/permission-ledger";
import type { Command } from "#domain/record/command";
import type { RecordEvent } from "#domain/record/event";
import { ledgerOf } from "#support/a-ledger";
import { given, monday, newYork, reply } from "#support/a-record";

const hour = 3_600_000;

function told(...commands: readonly Command[]) {
  const story = given();
  const events: RecordEvent[] = [{ type: "profile-changed", at: monday, reach: newYork }];
  for (const command of commands) events.push(...story.when(command).events());
  return ledgerOf("p1", ...events);
}

const rows = told(
  reply(
    monday + hour,
    { optOut: true, spans: [{ start: 0, end: 4, rule: "opt-out/keyword" }] },
    { reply: "r1" },
  ),
  reply(
    monday + 2 * hour,
    { optIn: true, spans: [{ start: 0, end: 5, rule: "opt-in/keyword" }] },
    { reply: "r2" },
  ),
  {
    type: "opt-out",
    at: monday + 3 * hour,
    via: "agent",
    scope: { channel: "voice" },
    evidence: { by: "agent-7", reference: "call:c1" },
  },
);

describe("the permission ledger", () => {
  it("begins with the numbers that the patient gave", () => {
    expect(permissionLedger(rows).slice(0, 2)).toEqual(
      ["p-mobile", "p-mail"].map((point) => ({
        at: monday,
        says: "granted",
        scope: { point },
        basis: "number-given",
        via: "import",
        by: "source-system",
      })),
    );
  });

  it("tells of each word: when, by whom, for what, on what basis, and where it is kept", () => {
    expect(permissionLedger(rows).slice(2)).toMatchObject([
      {
        says: "revoked",
        scope: {},
        basis: "request",
        via: "sms",
        from: "p-mobile",
        by: "patient",
        reference: "reply:r1",
        words: "opt-out/keyword",
      },
      { says: "granted", basis: "reserved-word", reference: "reply:r2", words: "opt-in/keyword" },
      { says: "revoked", scope: { channel: "voice" }, by: "agent-7", reference: "call:c1" },
    ]);
  });

  it("does not depend on the order in which rows were read", () => {
    expect(permissionLedger(rows.toReversed())).toEqual(permissionLedger(rows));
  });

  it("names a number once, however often the profile comes again", () => {
    const again = {
      type: "profile-changed",
      at: monday + hour,
      reach: { ...newYork, language: "es" },
    } as const;
    const twice = ledgerOf("p1", { type: "profile-changed", at: monday, reach: newYork }, again);
    expect(permissionLedger(twice)).toHaveLength(2);
  });
});
