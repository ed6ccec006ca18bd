import { describe, expect, it } from "vitest";
import { bar, funnel } from "#cli/report/funnel";
import { lawLines } from "#cli/report/laws";
import { elapsed, percent, several } from "#cli/report/numbers";
import { byReason, campaignsIn, reachOf } from "#cli/report/reach";
import { reportOf } from "#cli/report/report";
import { paintFor, table } from "#cli/report/table";
import { openTasks, tasksOpened } from "#cli/report/tasks";
import type { Task } from "#domain/record/record";
import { hourMs } from "#domain/time";
import type { Account } from "#local/account";
import { ledgerOf } from "#support/a-ledger";
import { monday } from "#support/a-record";
import { scriptedTerminal } from "#support/scripted-terminal";

const plain = paintFor(scriptedTerminal());

const counts = [
  { campaign: "screening/check", version: 1, week: "2026-W48", measure: "eligible", count: 10 },
  { campaign: "screening/check", version: 1, week: "2026-W48", measure: "enrolled", count: 5 },
  { campaign: "screening/check", version: 2, week: "2026-W48", measure: "enrolled", count: 3 },
  {
    campaign: "screening/check",
    version: 1,
    week: "2026-W48",
    measure: "refused:holdout",
    count: 2,
  },
  { campaign: "screening/check", version: 0, week: "2026-W48", measure: "answer:yes", count: 2 },
  { campaign: "screening/check", version: 0, week: "2026-W48", measure: "answer:no", count: 1 },
  { campaign: "screening/check", version: 0, week: "2026-W48", measure: "sent:sms", count: 8 },
  {
    campaign: "screening/check",
    version: 1,
    week: "2026-W48",
    measure: "withheld:stale",
    count: 1,
  },
  { campaign: "any/reply", version: 0, week: "2026-W48", measure: "escalated", count: 1 },
];

function task(overrides: Partial<Task> = {}): Task {
  return {
    id: "screening/check:e:book:1",
    ...{ reason: "book", queue: "scheduling", priority: "routine" as const },
    ...{ openedAt: monday, deadline: monday + hourMs, raiseAt: monday, raised: 0, holds: false },
    ...overrides,
  };
}

const rows = [
  ...ledgerOf(
    "p1",
    { type: "escalated", at: monday, task: task() },
    { type: "task-raised", at: monday, task: task().id, raised: 1, again: monday + hourMs },
  ),
  ...ledgerOf("p2", { type: "escalated", at: monday, task: task({ id: "b", priority: "stat" }) }),
  ...ledgerOf(
    "p3",
    { type: "escalated", at: monday, task: task({ id: "c" }) },
    { type: "task-resolved", at: monday, task: "c", outcome: "resolved", inTime: true },
  ),
];

const account: Account = {
  asOf: monday + 2 * hourMs,
  rows,
  reach: counts,
  accepted: [],
  laws: {
    rows: rows.length,
    violations: [
      { law: 5, patient: "p1", revision: 1, revisions: [1], subject: "key", message: "at night" },
    ],
  },
  deadLetters: { "sms-dead": 2 },
  quarantined: 3,
  functions: [],
};

describe("numbers for people", () => {
  it("are short and agree with their nouns", () => {
    expect([several(1, "text"), several(1_200, "text")]).toEqual(["1 text", "1,200 texts"]);
    expect([percent(1, 400), percent(0, 4), percent(1, 0), percent(1, 3)]).toEqual([
      ...["<1 %", "0 %", "–", "33 %"],
    ]);
    expect([elapsed(840), elapsed(12_340), elapsed(125_000)]).toEqual([
      ...["840 ms", "12.3 s", "2 min 5 s"],
    ]);
  });
});

describe("reach", () => {
  it("adds versions together and counts answers", () => {
    const reach = reachOf(counts);
    expect(reach["screening/check"]).toMatchObject({ enrolled: 8, answers: 3, "sent:sms": 8 });
    expect(campaignsIn(reach)).toEqual(["screening/check"]);
    expect(byReason(reach, "refused")).toEqual([["holdout", 2]]);
  });

  it("is drawn as bars, none for nothing and the least for something", () => {
    expect([bar(1, 4), bar(0.5, 4), bar(0.0001, 4), bar(0, 4)]).toEqual(["████", "██", "▏", ""]);
    const drawn = funnel({ eligible: 10, enrolled: 5 }, plain);
    expect(drawn[0]).toMatch(/eligible +█{40} +10 +100 %$/);
    expect(drawn[1]).toMatch(/enrolled +█{20} +5 +50 %$/);
    expect(drawn[2]).toMatch(/contacted +0 +0 %$/);
  });
});

describe("open tasks", () => {
  it("are those that nobody closed, the most pressing first, with how often they were raised", () => {
    const open = openTasks(rows, monday + 2 * hourMs);
    expect(open.map(({ patient, raised, isLate }) => [patient, raised, isLate])).toEqual([
      ["p2", 0, true],
      ["p1", 1, true],
    ]);
    expect(tasksOpened(rows)).toBe(3);
  });
});

describe("the report of a run", () => {
  it("says for each law what it was checked on and how it held", () => {
    const lines = lawLines(rows, 7, account.laws);
    expect(lines.map(({ law }) => law)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 13]);
    expect(lines[0]?.evidence).toBe("7 acceptances in the providers' books");
    expect(lines.filter(({ violations }) => violations > 0).map(({ law }) => law)).toEqual([5]);
  });

  it("shows reach, tasks, reasons, laws and what was put aside, without colour in a pipe", () => {
    const report = reportOf(account, "America/New_York", plain);
    expect(report).toContain("screening/check  8 texts, 0 mails, 0 calls");
    expect(report).toContain("answers: yes 2, no 1");
    expect(report).toContain("Open tasks: 2");
    expect(report).toContain("its moment had passed; nothing is sent late");
    expect(report).toContain("kept out to measure what outreach does");
    expect(report).toContain("Law check: 1 violation in 5 ledger rows");
    expect(report).toContain("law 5: p1 key: at night");
    expect(report).toContain("2 messages in sms-dead");
    expect(report).toContain("3 lines of the files could not be read");
    expect(report).not.toContain("\u001b");
  });

  it("colours for a person at a terminal, and not with NO_COLOR", () => {
    const watched = scriptedTerminal();
    Object.assign(watched.stdout, { isTTY: true });
    expect(paintFor(watched, {}).red("x")).toContain("\u001b");
    expect(paintFor(watched, { NO_COLOR: "1" }).red("x")).toBe("x");
  });

  it("lines numbers up on the right", () => {
    expect(
      table(
        ["name", "n"],
        [
          ["a", 5],
          ["bc", 12],
        ],
        plain,
      ),
    ).toBe("  name   n\n  a      5\n  bc    12");
  });
});
