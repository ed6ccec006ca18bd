import { describe, expect, it } from "vitest";
import type { PlannedNotice } from "#domain/record/record";
import { given, monday, record } from "#support/a-record";

const minute = 60_000;
const stop = { says: "revoked", at: monday - minute, via: "sms", scope: {} } as const;

function owed(kind: PlannedNotice["kind"], overrides: Partial<PlannedNotice> = {}): PlannedNotice {
  return {
    kind,
    reply: `reply-${kind}`,
    channel: "sms",
    point: "p-mobile",
    dueAt: monday,
    notAfter: monday + 5 * minute,
    releases: 0,
    ...overrides,
  };
}

type Life = Parameters<typeof record>[0];

function claimedFrom(life: Life, at = monday) {
  return given(record(life)).when({ type: "claim", at, channel: "sms" }).events();
}

describe("an answer that is owed to a patient", () => {
  it("is claimed under the reply that it answers, in no zone, and without a version", () => {
    expect(claimedFrom({ notices: [owed("help")] })).toEqual([
      {
        type: "touch-claimed",
        at: monday,
        touch: { campaign: "reply/help", episode: "reply-help", step: "notice", occurrence: 1 },
        version: 0,
        channel: "sms",
        point: "p-mobile",
        leaseUntil: monday + minute,
        startBy: monday + 3_000,
        notAfter: monday + 5 * minute,
        zones: [],
        isNotice: true,
      },
    ]);
  });

  it("goes until its last moment, whose end no call may pass, and is stale after it", () => {
    const life = { notices: [owed("help")] };
    const last = monday + 5 * minute;
    expect(claimedFrom(life, last)).toMatchObject([{ type: "touch-claimed", startBy: last }]);
    expect(claimedFrom(life, last + 1)).toEqual([
      {
        type: "touch-withheld",
        at: last + 1,
        touch: { campaign: "reply/help", episode: "reply-help", step: "notice", occurrence: 1 },
        version: 0,
        channel: "sms",
        reason: "stale",
      },
    ]);
  });

  it("does not hold up the next one when it is withheld", () => {
    const notices = [owed("opted-in"), owed("help")];
    expect(claimedFrom({ notices, permissions: [stop] })).toMatchObject([
      { type: "touch-withheld", touch: { campaign: "reply/opted-in" } },
      { type: "touch-claimed", touch: { campaign: "reply/help" } },
    ]);
  });

  it("waits for its channel and its time", () => {
    const later = owed("help", { dueAt: monday + 1 });
    const byMail = owed("help", { channel: "email" });
    expect(claimedFrom({ notices: [later, byMail] })).toEqual([]);
  });

  it.each(["help", "opted-out", "person"] as const)(
    "(%s) does not go to a number that turned out to be wrong",
    (kind) => {
      expect(claimedFrom({ notices: [owed(kind)], badPoints: ["p-mobile"] })).toMatchObject([
        { type: "touch-withheld", reason: "bad-point" },
      ]);
    },
  );

  it.each(["wrong-number", "emergency", "crisis-unstaffed"] as const)(
    "(%s) goes there all the same",
    (kind) => {
      expect(claimedFrom({ notices: [owed(kind)], badPoints: ["p-mobile"] })).toMatchObject([
        { type: "touch-claimed" },
      ]);
    },
  );

  it.each(["opted-in", "kept"] as const)("(%s) is no more true after a later STOP", (kind) => {
    expect(claimedFrom({ notices: [owed(kind)], permissions: [stop] })).toMatchObject([
      { type: "touch-withheld", reason: "opted-out" },
    ]);
    expect(claimedFrom({ notices: [owed(kind)] })).toMatchObject([{ type: "touch-claimed" }]);
  });

  it.each(["opted-out", "help", "emergency"] as const)("(%s) goes after STOP", (kind) => {
    expect(claimedFrom({ notices: [owed(kind)], permissions: [stop] })).toMatchObject([
      { type: "touch-claimed" },
    ]);
  });
});
