import { describe, expect, it } from "vitest";
import type { AccountRefusal } from "#domain/contact/halt";
import type { SendOutcome } from "#domain/record/command";
import { clinic, profile } from "#support/a-clinic";
import { monday } from "#support/a-record";

const hour = 3_600_000;
const input = { organization: "oak", channel: "sms" } as const;
const spent: SendOutcome = { is: "released", reason: "spend-limit", retryAfterMs: 600_000 };

/** A clinic whose carrier refuses for this reason until it is mended, and patients due a text. */
async function aClinic(patients: readonly string[], reason: AccountRefusal = "spend-limit") {
  let isMended = false;
  const it = await clinic({
    carrier: () => (isMended ? { is: "accepted", providerId: "m-1" } : { is: "released", reason }),
  });
  for (const [index, patient] of patients.entries()) {
    const address = `+1202555${1_000 + index}`;
    await it.admit(profile({ patient, points: [{ id: patient, kind: "mobile", address }] }));
    await it.enrollDirectly(patient);
  }
  return {
    ...it,
    mend: () => {
      isMended = true;
    },
  };
}

describe("a provider that takes nothing more from the account", () => {
  it.each(["spend-limit", "account"] as const)(
    "for %s: the channel is halted once by two workers, told once, and no other is",
    async (reason) => {
      const it = await aClinic(["p1", "p2"], reason);
      const ends = ["p1", "p2"].map((patient) => it.sendSms({ ...input, patient }));
      expect(await Promise.all(ends)).toEqual(["released", "released"]);
      expect(await it.organizations.halts("oak")).toEqual([
        { what: "sms", since: monday, by: "breaker", reason },
      ]);
      expect(it.trips).toEqual([{ organization: "oak", channel: "sms", reason }]);
    },
  );

  it("is asked nothing more by any worker that looks at the switches again", async () => {
    const it = await aClinic(["p1", "p2"]);
    await it.sendSms({ ...input, patient: "p1" });
    it.clock.moveTo(monday + 15_000);
    expect(await it.sendSms({ ...input, patient: "p2" })).toBe("nothing");
    it.clock.moveTo(monday + hour);
    expect(await it.sendSms({ ...input, patient: "p1" })).toBe("nothing");
    expect(it.carrier.received).toHaveLength(1);
  });

  it("lets every text go that still has its time, once a person has mended it and resumed", async () => {
    const it = await aClinic(["p1", "p2"]);
    await it.sendSms({ ...input, patient: "p1" });
    it.clock.moveTo(monday + 15_000);
    await it.sendSms({ ...input, patient: "p2" });
    it.mend();
    await it.organizations.resume("oak", "sms", it.clock.now());
    it.clock.moveTo(monday + 15 * 60_000);
    for (const patient of ["p1", "p2"]) {
      expect(await it.sendSms({ ...input, patient })).toBe("accepted");
    }
    const failed = it.rows.filter(({ event }) => event.type === "touch-failed");
    expect(failed).toEqual([]);
  });

  it("withholds as stale what waits past its moment", async () => {
    const it = await aClinic(["p1"]);
    await it.sendSms({ ...input, patient: "p1" });
    it.clock.moveTo(monday + 30 * 24 * hour);
    await it.sendSms({ ...input, patient: "p1" });
    expect(it.rows.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: "touch-withheld", reason: "stale" }),
    );
    expect(it.carrier.received).toHaveLength(1);
  });

  it("does not undo a resume by what was under way, and halts again when it is met again", async () => {
    const it = await aClinic(["p1", "p2", "p3"]);
    await it.sendSms({ ...input, patient: "p1" });
    await it.organizations.resume("oak", "sms", monday + 1);
    await it.tripBreaker({ ...input, at: monday, outcome: spent });
    expect(await it.organizations.halts("oak")).toEqual([]);
    it.clock.moveTo(monday + 60_000);
    await it.sendSms({ ...input, patient: "p2" });
    expect(await it.organizations.halts("oak")).toHaveLength(1);
    expect(it.trips).toHaveLength(2);
  });

  it.each(["throttled", "unavailable", "daily-limit"] as const)(
    "is another thing than %s, which halts nothing",
    async (reason) => {
      const it = await clinic();
      await it.tripBreaker({ ...input, at: monday, outcome: { is: "released", reason } });
      expect(await it.organizations.halts("oak")).toEqual([]);
    },
  );
});
