import { describe, expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { createPermissionHistory } from "#local/simulation/permission-history";
import { ledgerOf } from "#support/a-ledger";
import { monday } from "#support/a-record";

const day = 86_400_000;
const stop = (from: string, at: number, more: object = {}): RecordEvent => ({
  ...{ type: "opted-out", at: monday + at * day, via: "sms", from },
  ...more,
});
const start = (from: string, at: number): RecordEvent => ({
  ...{ type: "opted-in", at: monday + at * day, via: "sms", basis: "reserved-word", from },
});

describe("what a patient said about permission, read in the plainest way", () => {
  const stopped = (point: string, ...events: readonly RecordEvent[]) => {
    const history = createPermissionHistory();
    for (const row of ledgerOf("ann", ...events)) history.hear(row);
    return history.isStopped("ann", { channel: "sms", point, purpose: "screening" });
  };

  it("is that a STOP ends everything, and a START of its number takes it back", () => {
    expect(stopped("own", stop("own", 1))).toBe(true);
    expect(stopped("own", stop("own", 1), start("own", 2))).toBe(false);
  });

  it("is that a STOP of a shared phone, said before a START of the own number, stays for that phone", () => {
    const heardLate = stop("shared", 3, { saidAt: monday + day });
    expect(stopped("own", start("own", 2), heardLate)).toBe(false);
    expect(stopped("shared", start("own", 2), heardLate)).toBe(true);
  });

  it("is that one which was said after the START ends everything", () => {
    const heardLate = stop("shared", 4, { saidAt: monday + 3 * day });
    expect(stopped("own", start("own", 2), heardLate)).toBe(true);
  });
});
