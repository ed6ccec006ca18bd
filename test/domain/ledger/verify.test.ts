import { describe, expect, it } from "vitest";
import type { LedgerRow } from "../../../shared/domain/ledger/row.ts";
import { type VerifyOptions, verify } from "../../../shared/domain/ledger/verify.ts";
import type { StateCode } from "../../../shared/domain/patient/state-zones.ts";
import type { Command } from "../../../shared/domain/record/command.ts";
import type { RecordEvent } from "../../../shared/domain/record/event.ts";
import { newRecord } from "../../../shared/domain/record/new-record.ts";
import { touchKey } from "../../../shared/domain/record/touch.ts";
import { ledgerOf } from "../../support/a-ledger.ts";
import { enroll, given, monday, newYork, reply, rules } from "../../support/a-record.ts";

const hour = 3_600_000;
const day = 24 * hour;
const { policy } = rules();

/** A patient who is texted, answers with a red flag, is helped, and says STOP. */
function honest(): LedgerRow[] {
  const story = given();
  const rows: LedgerRow[] = [];
  const keep = () => {
    let left = story.events();
    if (left.length === 0) return;
    const { organization, patient, revision } = story.record();
    left = [...left];
    left.forEach((event, index) => {
      rows.push({ organization, patient, revision, index, inputs: "x", event });
    });
  };
  const step = (...commands: readonly Command[]) => {
    for (const command of commands) {
      story.when(command);
      keep();
    }
  };
  step(enroll(), { type: "claim", at: monday, channel: "sms" });
  const touch = story.find("touch-claimed")?.touch;
  if (!touch) throw new Error("not claimed");
  step(
    {
      type: "record-outcome",
      at: monday,
      touch,
      outcome: { is: "accepted", providerId: "m1" },
    },
    reply(monday + hour, { tier: "T1" }, { reply: "r1" }),
    { type: "claim", at: monday + hour, channel: "sms" },
  );
  const notice = story.find("touch-claimed")?.touch;
  if (!notice) throw new Error("no notice");
  step(
    {
      type: "record-outcome",
      at: monday + hour,
      touch: notice,
      outcome: { is: "accepted", providerId: "m2" },
    },
    { type: "record-raised", at: monday + hour, task: "reply-T1:r1", raised: 0 },
    { type: "resolve-task", at: monday + hour, task: "reply-T1:r1", outcome: "resolved" },
    reply(monday + 2 * hour, { optOut: true }, { reply: "r2", channel: "voice" }),
  );
  return rows;
}

const lawsBroken = (rows: readonly LedgerRow[], options: Partial<VerifyOptions> = {}) => [
  ...new Set(verify(rows, { policy, ...options }).violations.map((violation) => violation.law)),
];

const indexOf = (rows: readonly LedgerRow[], type: RecordEvent["type"]): number => {
  const index = rows.findIndex((row) => row.event.type === type);
  if (index < 0) throw new Error(`no row ${type}`);
  return index;
};

/** The rows with one event changed. */
function bent(type: RecordEvent["type"], change: object): LedgerRow[] {
  const rows = honest();
  const index = indexOf(rows, type);
  const row = rows[index];
  if (!row) throw new Error("no row");
  rows[index] = { ...row, event: { ...row.event, ...change } as RecordEvent };
  return rows;
}

/** The rows with one event left out, and the write it belonged to kept whole otherwise. */
function without(type: RecordEvent["type"]): LedgerRow[] {
  const rows = honest();
  return rows.toSpliced(indexOf(rows, type), 1);
}

/** The rows with a copy of an event added as one more write at the end. */
function repeated(type: RecordEvent["type"], change: object = {}): LedgerRow[] {
  const rows = honest();
  const row = rows[indexOf(rows, type)];
  const last = rows.at(-1);
  if (!row || !last) throw new Error("no row");
  const event = { ...row.event, ...change } as RecordEvent;
  return [...rows, { ...row, event, revision: last.revision + 1, index: 0 }];
}

/** A patient of that state who is texted at that moment by an organization that is more lenient. */
function textedIn(state: StateCode, when: number): LedgerRow[] {
  const story = given(newRecord("oak", "p1"));
  const events: RecordEvent[] = [];
  for (const command of [
    { type: "change-profile", at: when, reach: { ...newYork, states: [state] } },
    enroll(when),
    { type: "claim", at: when, channel: "sms" },
  ] satisfies readonly Command[]) {
    events.push(...story.when(command).events());
  }
  return ledgerOf("p1", ...events);
}

describe("the law checker", () => {
  it("finds nothing in an honest ledger, in whatever order its rows come", () => {
    expect(lawsBroken(honest())).toEqual([]);
    expect(lawsBroken(honest().toReversed())).toEqual([]);
  });

  it("law 1: a touch accepted twice", () => {
    expect(lawsBroken(repeated("touch-accepted"))).toContain(1);
  });

  it("law 1: a touch claimed twice", () => {
    expect(lawsBroken(repeated("touch-claimed"))).toContain(1);
  });

  it("law 1: a provider that accepted twice, or something never claimed", () => {
    const rows = honest();
    const row = rows[indexOf(rows, "touch-claimed")];
    if (row?.event.type !== "touch-claimed") throw new Error("no claim");
    const key = touchKey(row, row.event.touch);
    const once = { key, at: monday };
    expect(lawsBroken(rows, { accepted: [once] })).toEqual([]);
    expect(lawsBroken(rows, { accepted: [once, once] })).toEqual([1]);
    expect(lawsBroken(rows, { accepted: [{ key: "oak/p9/a/b/e/s/1", at: monday }] })).toEqual([1]);
  });

  it("law 2: a touch without an end", () => {
    expect(lawsBroken(without("touch-accepted"), { asOf: monday + 10 * day })).toContain(2);
  });

  it("law 2: a task that nobody raised again", () => {
    expect(lawsBroken(without("task-resolved"), { asOf: monday + 10 * day })).toContain(2);
  });

  it("law 3: an unknown that stays open, and one that is sent again", () => {
    const unknown = { type: "touch-unknown", deadline: monday + 3 * day, reason: "timeout" };
    const open = bent("touch-accepted", unknown);
    expect(lawsBroken(open, { asOf: monday + 10 * day })).toContain(3);
    const row = open[indexOf(open, "touch-claimed")];
    const last = open.at(-1);
    if (!row || !last) throw new Error("no row");
    const again = { ...row, revision: last.revision + 1, index: 0 };
    expect(lawsBroken([...open, again])).toContain(3);
  });

  it("law 4: a contact after an opt-out", () => {
    const later = { at: monday + 2 * day, startBy: monday + 2 * day, notAfter: monday + 3 * day };
    expect(lawsBroken(repeated("touch-claimed", later))).toContain(4);
  });

  it("law 4: a contact that some word on permission was about, and none that it was not", () => {
    const last = honest().at(-1);
    const revision = (last?.revision ?? 0) + 2;
    const claims = (said: readonly RecordEvent[], contact: object = {}) => {
      const later = { at: monday + 2 * day, startBy: monday + 2 * day, notAfter: monday + 3 * day };
      const touch = { campaign: "lab-reminder/x", episode: "e9", step: "s", occurrence: 1 };
      const rows = repeated("touch-claimed", { ...later, touch, purpose: "lab-due", ...contact });
      const before = rows.slice(0, -1).filter(({ event }) => event.type !== "opted-out");
      const claim = rows.at(-1);
      if (!claim) throw new Error("no row");
      const told = said.map((event, index) => ({ ...claim, event, index }));
      return lawsBroken([...before, ...told, { ...claim, revision, index: 0 }]).includes(4);
    };
    const out = (scope: object) =>
      [{ type: "opted-out", at: monday + day, via: "agent", scope }] as readonly RecordEvent[];
    expect(claims(out({ purpose: "lab-due" }))).toBe(true);
    expect(claims(out({ channel: "sms" }))).toBe(true);
    expect(claims(out({ point: "p-mobile" }))).toBe(true);
    expect(claims(out({ purpose: "screening" }))).toBe(false);
    expect(claims(out({ channel: "voice" }))).toBe(false);
    expect(claims(out({ point: "p-other" }))).toBe(false);
    const start = { type: "opted-in", at: monday + day, via: "sms", from: "p-other" } as const;
    const stop = { type: "opted-out", at: monday, via: "sms", from: "p-mobile" } as const;
    expect(claims([stop, start])).toBe(true);
    expect(claims([stop, { ...start, from: "p-mobile" }])).toBe(false);
    const kept = { type: "opt-out-narrowed", at: monday + day, purpose: "screening" } as const;
    expect(claims([stop, kept])).toBe(false);
    expect(claims([stop, { ...kept, purpose: "lab-due" }])).toBe(true);
  });

  it("law 5: a contact at night, and one that the provider was given too late", () => {
    const night = monday + 12 * hour;
    expect(lawsBroken(bent("touch-claimed", { at: night, startBy: night }))).toContain(5);
    expect(lawsBroken(bent("touch-claimed", { zones: [] }))).toContain(5);
    const rows = honest();
    const row = rows[indexOf(rows, "touch-claimed")];
    if (row?.event.type !== "touch-claimed") throw new Error("no claim");
    const late = { key: touchKey(row, row.event.touch), at: monday + 11 * hour };
    expect(lawsBroken(rows, { accepted: [late] })).toEqual([5]);
  });

  it("law 5: a contact outside the hours of a state that the policy keeps to", () => {
    const strict = { policy: { ...policy, strictStateHours: true } };
    const fromTen = textedIn("KY", monday);
    const early = textedIn("KY", monday - 30 * 60_000);
    expect(lawsBroken(fromTen, strict)).toEqual([]);
    expect(lawsBroken(early, strict)).toEqual([5]);
    expect(lawsBroken(early)).toEqual([]);
    expect(lawsBroken(textedIn("NY", monday - 30 * 60_000), strict)).toEqual([]);
  });

  it("law 2: a touch that is withheld twice", () => {
    const rows = honest();
    const row = rows[indexOf(rows, "touch-accepted")];
    if (row?.event.type !== "touch-accepted") throw new Error("nothing was accepted");
    const { touch } = row.event;
    const event = {
      type: "touch-withheld",
      at: monday,
      touch,
      version: 1,
      reason: "stale",
    } as const;
    const revision = (rows.at(-1)?.revision ?? 0) + 1;
    expect(lawsBroken([...rows, { ...row, revision, index: 0, event }])).toEqual([2]);
  });

  it("law 6: two contacts on one day", () => {
    const touch = { campaign: "screening/check", episode: "2026-11-01", step: "x", occurrence: 1 };
    const soon = { at: monday + hour, startBy: monday + hour, touch };
    expect(lawsBroken(repeated("touch-claimed", soon))).toContain(6);
  });

  it("law 7: a red flag without a task, and with two", () => {
    expect(lawsBroken(without("escalated"))).toContain(7);
    const rows = honest();
    const row = rows[indexOf(rows, "escalated")];
    if (!row) throw new Error("no row");
    expect(lawsBroken([...rows, { ...row, index: 90 }])).toContain(7);
  });

  it("law 8: a contact for an enrollment that had ended, or after its audience", () => {
    expect(lawsBroken(without("enrolled"))).toContain(8);
    expect(lawsBroken(bent("enrolled", { eligibleThrough: 1 }))).toContain(8);
  });

  it("law 9: a contact past its notAfter", () => {
    expect(lawsBroken(bent("touch-claimed", { notAfter: monday - 1 }))).toContain(9);
  });

  it("a hole in the ledger", () => {
    const rows = honest();
    expect(lawsBroken(rows.filter((row) => row.revision !== 3))).toContain(13);
  });

  it("names every violation of one patient, however many there are", () => {
    const accepted = Array.from({ length: 200_000 }, (_, index) => ({
      key: `oak/p1/screening/check/2026-11-01/step/${index + 1}`,
      at: monday,
    }));
    const { violations } = verify(honest(), { policy, accepted });
    expect(violations.length).toBeGreaterThanOrEqual(accepted.length);
  });
});
