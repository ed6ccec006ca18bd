import { describe, expect, it } from "vitest";
import type { Accepted } from "#domain/ledger/accepted";
import type { LedgerRow } from "#domain/ledger/row";
import { type VerifyOptions, verify } from "#domain/ledger/verify";
import {
  book,
  day,
  eleven,
  exportedAt,
  hour,
  type LawfulLedger,
  lawfulLedger,
  rowsOf,
} from "#support/lawful-ledger";
import { planted } from "#support/planted-violations";

const { policy } = book;

function violationsIn(rows: readonly LedgerRow[], options: Partial<VerifyOptions> = {}) {
  return verify(rows, { policy, asOf: exportedAt, ...options }).violations;
}

const lawsOf = (violations: readonly { readonly law: number }[]) =>
  [...new Set(violations.map(({ law }) => law))].sort((a, b) => a - b);

describe("a ledger that keeps every law", () => {
  it("is told to have no violation", () => {
    expect(violationsIn(rowsOf(lawfulLedger()))).toEqual([]);
  });
});

describe("a violation that is planted in it", () => {
  it("is of sixty kinds at least, and each law has some", () => {
    expect(planted.length).toBeGreaterThanOrEqual(60);
    expect(lawsOf(planted)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 13]);
    expect(new Set(planted.map(({ what }) => what)).size).toBe(planted.length);
  });

  it.each(planted.map((one) => [`law ${one.law}: ${one.what}`, one] as const))(
    "%s",
    (_, { law, also = [], plant }) => {
      const ledger = lawfulLedger();
      const { subject, revision } = plant(ledger);
      const violations = violationsIn(rowsOf(ledger));
      const found = violations.filter((one) => one.law === law && one.subject === subject);
      expect(found, JSON.stringify(violations, undefined, 1)).not.toEqual([]);
      expect(found.flatMap(({ revisions }) => revisions)).toContain(revision);
      expect(lawsOf(violations)).toEqual([...new Set([law, ...also])].sort((a, b) => a - b));
    },
  );
});

describe("rows that are missing or told twice", () => {
  const whole = rowsOf(lawfulLedger());
  const isAt = (row: LedgerRow, revision: number, index: number) =>
    row.patient === "anna" && row.revision === revision && row.index === index;
  const without = (revision: number, index: number) =>
    violationsIn(whole.filter((row) => !isAt(row, revision, index)));

  it("a write that is missing is named by the one that follows it", () => {
    const found = violationsIn(whole.filter((row) => row.patient !== "anna" || row.revision !== 5));
    expect(found).toEqual([
      expect.objectContaining({ law: 13, patient: "anna", revision: 6, revisions: [6] }),
    ]);
  });

  it("a row that is missing in a write, or at its beginning, is named by its neighbour", () => {
    const inside = { law: 13, revision: 4, message: "a row of a write is missing" };
    expect(without(4, 1)).toEqual([expect.objectContaining(inside)]);
    const first = { law: 13, revision: 5, message: "the first row of a write is missing" };
    expect(without(5, 0)).toEqual([expect.objectContaining(first)]);
  });

  it("two accounts of one row, and two digests of one write, are named", () => {
    const own = whole.find((row) => isAt(row, 3, 0)) as LedgerRow;
    const other = { ...own, event: { ...own.event, at: own.event.at + 1 } };
    const told = { law: 13, revision: 3, message: "two accounts of the same row" };
    expect(violationsIn([...whole, other])).toEqual([expect.objectContaining(told)]);
    const bent = whole.map((row) => (isAt(row, 4, 2) ? { ...row, inputs: "another" } : row));
    const digests = { law: 13, revision: 4, message: "one write with two digests of its inputs" };
    expect(violationsIn(bent)).toEqual([expect.objectContaining(digests)]);
  });
});

describe("the providers' own list", () => {
  const taken = ({ anna, bea }: LawfulLedger): Accepted[] => [
    { key: anna.key("touch-claimed"), at: eleven + 1_000 },
    { key: bea.key("touch-claimed"), at: eleven + 11 * day + 1_000 },
  ];

  it("agrees with a ledger that keeps every law", () => {
    const ledger = lawfulLedger();
    expect(violationsIn(rowsOf(ledger), { accepted: taken(ledger) })).toEqual([]);
  });

  it.each([
    ["a message that it accepted twice", 1, (key: string) => [{ key, at: eleven + 2_000 }]],
    ["a message that no row claims", 1, () => [{ key: "oak/anna/a/b/e/s/1", at: eleven }]],
    [
      "a message of a patient of whom there is no row",
      1,
      () => [{ key: "oak/x/a/b/e/s/1", at: 1 }],
    ],
  ] as const)("shows %s", (_, law, more) => {
    const ledger = lawfulLedger();
    const key = ledger.anna.key("touch-claimed");
    const accepted = [...taken(ledger), ...more(key)];
    const found = violationsIn(rowsOf(ledger), { accepted });
    const subject = more(key)[0]?.key;
    expect(found).toEqual([expect.objectContaining({ law, subject })]);
  });

  it("shows a call that began after the claim allowed", () => {
    const ledger = lawfulLedger();
    const key = ledger.anna.key("touch-claimed");
    const accepted = [{ key, at: eleven + hour }];
    const found = violationsIn(rowsOf(ledger), { accepted });
    expect(found).toEqual([expect.objectContaining({ law: 5, subject: key })]);
  });

  it("shows what was accepted and is told to have been refused", () => {
    const ledger = lawfulLedger();
    const key = ledger.anna.key("touch-claimed");
    const { at, touch } = ledger.anna.event("touch-accepted");
    const refused = { type: "touch-failed", at, touch, channel: "sms", reason: "content" };
    ledger.anna.bend("touch-accepted", refused);
    const found = violationsIn(rowsOf(ledger), { accepted: taken(ledger) });
    expect(found).toEqual([expect.objectContaining({ law: 2, subject: key })]);
  });
});

describe("what looks odd and is lawful is not found", () => {
  const receipt = (ledger: LawfulLedger, is: object, later: number) => ({
    ...ledger.anna.event("touch-receipted"),
    receipt: is,
    at: eleven + later,
  });
  const odd: Readonly<Record<string, (ledger: LawfulLedger) => void>> = {
    "a receipt that comes twice": (ledger) => {
      const again = receipt(ledger, { is: "delivered", by: "device" }, 6_000);
      ledger.anna.after("touch-receipted", 0, again);
    },
    "sent after delivered": (ledger) => {
      ledger.anna.after("touch-receipted", 0, receipt(ledger, { is: "sent" }, 6_000));
    },
    "delivered before the worker has said that it sent": (ledger) => {
      const early = receipt(ledger, { is: "delivered", by: "device" }, 500);
      ledger.anna.drop("touch-accepted");
      ledger.anna.after("touch-claimed", 0, early);
    },
    "failed after delivered": (ledger) => {
      const late = receipt(ledger, { is: "failed", reason: "expired" }, 7_000);
      ledger.anna.after("touch-receipted", 0, late);
    },
    "a worker that was slow and knows after all": (ledger) => {
      const { touch, channel } = ledger.anna.event("touch-unknown");
      const at = eleven + 4 * day + 3 * hour;
      const known = { type: "touch-accepted", at, touch, channel, providerId: "m" };
      ledger.anna.after("touch-unknown", 0, known);
      ledger.anna.drop("touch-unconfirmed");
    },
    "a receipt after an unknown was closed": (ledger) => {
      const { touch, channel } = ledger.anna.event("touch-unknown");
      const at = eleven + 8 * day;
      const late = { type: "touch-receipted", at, touch, channel, receipt: { is: "sent" } };
      ledger.anna.after("touch-unconfirmed", 0, late);
    },
    "a touch that was moved, and whose moment came later": ({ dora }) => {
      const { touch, channel, at } = dora.event("touch-claimed");
      const dueAt = at;
      const moved = { type: "touch-moved", at: at - hour, touch, channel, dueAt, reason: "hours" };
      dora.after("touch-planned", 0, { ...moved, rule: "hours" });
    },
    "STOP for another program": ({ dora }) => {
      const scope = { purpose: "lab-due" };
      dora.after("enrolled", 0, { type: "opted-out", at: eleven, via: "agent", scope });
    },
    "START after STOP, from the same phone": ({ dora }) => {
      const from = "p-dora";
      dora.after("enrolled", 0, { type: "opted-out", at: eleven, via: "sms", from });
      dora.after("opted-out", 0, { type: "opted-in", at: eleven + 1, via: "sms", from });
    },
    "a red flag that an agent resolved before the next text": ({ dora }) => {
      const reply = { type: "reply-received", at: eleven, reply: "r", channel: "sms", tier: "T0" };
      const task = { id: "reply-T0:r", priority: "stat", holds: true, raiseAt: eleven };
      const escalated = { type: "escalated", at: eleven, task, tier: "T0" };
      dora.after("enrolled", 0, { ...reply, meanings: [] }, escalated);
      dora.after("escalated", 0, { type: "task-resolved", at: eleven + 1, task: task.id });
    },
    "a task that is raised each day until somebody resolves it": ({ anna }) => {
      const { task, at } = anna.event("task-raised", 1);
      const again = { type: "task-raised", at: at + hour, task, raised: 2, again: at + day };
      anna.after("task-raised", 1, again);
    },
  };

  it("rows in any order", () => {
    const rows = rowsOf(lawfulLedger());
    expect(violationsIn(rows.toReversed())).toEqual([]);
    expect(
      violationsIn(rows.toSorted((a, b) => a.index - b.index || a.revision - b.revision)),
    ).toEqual([]);
  });

  it("rows that are there twice, as where exports overlap", () => {
    const rows = rowsOf(lawfulLedger());
    expect(violationsIn([...rows, ...rows.slice(20, 60)])).toEqual([]);
  });

  it.each(Object.entries(odd))("%s", (_, make) => {
    const ledger = lawfulLedger();
    make(ledger);
    const before = JSON.stringify(rowsOf(lawfulLedger()));
    expect(JSON.stringify(rowsOf(ledger))).not.toBe(before);
    expect(violationsIn(rowsOf(ledger))).toEqual([]);
  });
});
