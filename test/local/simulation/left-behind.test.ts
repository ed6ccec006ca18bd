import { describe, expect, it } from "vitest";
import type { RecordEvent } from "#domain/record/event";
import { claimsLeftBehind } from "#local/simulation/left-behind";
import { ledgerOf } from "#support/a-ledger";
import { monday } from "#support/a-record";

const touch = { campaign: "screening/mammogram", episode: "2026-11-30", step: "invite" } as const;

function claimed(occurrence: number): RecordEvent {
  return {
    ...{ type: "touch-claimed", at: monday, touch: { ...touch, occurrence }, version: 1 },
    ...{ channel: "sms", point: "point", leaseUntil: monday, startBy: monday, notAfter: monday },
    ...{ zones: ["UTC"], isNotice: false, purpose: "screening" },
  };
}

const released: RecordEvent = {
  ...{ type: "touch-released", at: monday, touch: { ...touch, occurrence: 1 } },
  ...{ reason: "throttled", retryAt: monday },
};

describe("what was claimed in a region that was left", () => {
  it("is not left behind where the copy has it", () => {
    const rows = ledgerOf("ann", claimed(1));
    expect(claimsLeftBehind(rows, rows)).toEqual(new Set());
  });

  it("is left behind where the copy is older", () => {
    const rows = ledgerOf("ann", claimed(1), claimed(2));
    expect(claimsLeftBehind(rows, rows.slice(0, 1))).toEqual(
      new Set(["oak/ann/screening/mammogram/2026-11-30/invite/2"]),
    );
  });

  it("is left behind even if the copy has an earlier claim of the same touch", () => {
    const rows = ledgerOf("ann", claimed(1), released, claimed(1));
    expect(claimsLeftBehind(rows, rows.slice(0, 2))).toEqual(
      new Set(["oak/ann/screening/mammogram/2026-11-30/invite/1"]),
    );
  });
});
