import { describe, expect, it } from "vitest";
import { verify } from "#domain/ledger/verify";
import { sendLeaseMs } from "#domain/limits";
import { createContactPatient, deliverBySms } from "#usecases/contact-patient";
import { TryAgain } from "../../shared/errors.ts";
import { campaign } from "../support/a-campaign.ts";
import { clinic, oak, profile } from "../support/a-clinic.ts";
import { monday } from "../support/a-record.ts";

const hour = 3_600_000;
const input = { organization: "oak", patient: "p1", channel: "sms" } as const;

describe("contacting a patient", () => {
  it("claims, sends and records one text", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    expect(await it.sendSms(input)).toBe("accepted");
    expect(it.carrier.received).toMatchObject([
      {
        key: "oak/p1/screening/check/2026-11-01/invite/1",
        to: "+12025550111",
        text: "Oak Clinic: time for a check. Reply 1 to book, 2 for a call. 800-555-0100. Reply STOP to opt out.",
      },
    ]);
    expect(await it.sendSms(input)).toBe("nothing");
    expect(it.carrier.received).toHaveLength(1);
  });

  it("two workers at once send once", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const ends = await Promise.all([it.sendSms(input), it.sendSms(input), it.sendSms(input)]);
    expect(ends.toSorted()).toEqual(["accepted", "nothing", "nothing"]);
    expect(it.carrier.received).toHaveLength(1);
  });

  it("a worker that dies after the provider took it leaves an unknown, never a second text", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const dies = createContactPatient({
      ...it,
      deliver: async (delivery) => {
        await deliverBySms(it.carrier)(delivery);
        throw new Error("killed");
      },
    });
    await expect(dies(input)).rejects.toThrow("killed");
    expect(await it.sendSms(input)).toBe("nothing");
    it.clock.moveTo(monday + sendLeaseMs);
    await it.advance("oak", "p1");
    expect(await it.sendSms(input)).toBe("nothing");
    expect(it.carrier.received).toHaveLength(1);
    const key = it.carrier.received[0]?.key ?? "";
    await it.receipt({ touch: key, receipt: { is: "delivered", by: "device" } });
    const record = await it.records.load("oak", "p1");
    expect(record?.enrollments[0]?.state.status).toBe("waiting");
    const accepted = it.carrier.received.map((sms) => ({ key: sms.key, at: monday }));
    expect(verify(it.rows, { policy: oak.policy, accepted }).violations).toEqual([]);
  });

  it("a store that fails after the claim and before the send lets the touch go, to be tried again", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const blind = createContactPatient({
      ...it,
      deliver: deliverBySms(it.carrier),
      profiles: {
        ...it.profiles,
        load: () => Promise.reject(new TryAgain("dynamodb/down")),
      },
    });
    expect(await blind(input)).toBe("released");
    it.clock.moveTo(monday + hour);
    expect(await it.sendSms(input)).toBe("accepted");
    expect(it.carrier.received).toHaveLength(1);
  });

  it("calls the provider at the moment that was given, whenever the worker begins", async () => {
    for (const early of [0, 700, 30_000]) {
      const it = await clinic();
      await it.admit();
      await it.enrollDirectly();
      const calledAt: number[] = [];
      const contact = createContactPatient({
        ...it,
        sleep: async (ms) => it.clock.moveTo(it.clock.now() + ms),
        deliver: async (delivery) => {
          calledAt.push(it.clock.now());
          return deliverBySms(it.carrier)(delivery);
        },
      });
      const startAt = monday + early;
      expect(await contact({ ...input, startAt })).toBe("accepted");
      expect(calledAt).toEqual([startAt]);
    }
  });

  it("lets the moment pass that it comes too late for, and the text stays due", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    it.clock.moveTo(monday + 1);
    expect(await it.sendSms({ ...input, startAt: monday })).toBe("missed");
    expect(it.carrier.received).toEqual([]);
    expect(await it.records.due("sms", 0, monday + 1, 10)).toHaveLength(1);
  });

  it("a worker that wakes too late does not send", async () => {
    const it = await clinic();
    await it.admit();
    await it.enrollDirectly();
    const slow = createContactPatient({
      ...it,
      deliver: deliverBySms(it.carrier),
      profiles: {
        ...it.profiles,
        load: async (organization, patient) => {
          it.clock.moveTo(monday + 2 * sendLeaseMs);
          return it.profiles.load(organization, patient);
        },
      },
    });
    expect(await slow(input)).toBe("released");
    expect(it.carrier.received).toEqual([]);
  });

  it("a phone that serves two people is used for one of them a day", async () => {
    const it = await clinic();
    const first = await it.admit();
    await it.admit(profile({ patient: "p2", given: "Luis", points: first.points }));
    await it.enrollDirectly("p1");
    await it.enrollDirectly("p2");
    expect(await it.sendSms(input)).toBe("accepted");
    expect(await it.sendSms({ ...input, patient: "p2" })).toBe("released");
    it.clock.moveTo(monday + 25 * hour);
    expect(await it.sendSms({ ...input, patient: "p2" })).toBe("accepted");
    expect(it.carrier.received.map((sms) => sms.key.split("/")[1])).toEqual(["p1", "p2"]);
  });

  it("a campaign without words for the channel sends nothing and says so", async () => {
    const it = await clinic({ campaigns: [campaign({ messages: { en: {} } })] });
    await it.admit();
    await it.enrollDirectly();
    expect(await it.sendSms(input)).toBe("refused");
    expect(it.rows.map((row) => row.event.type)).toContain("touch-failed");
  });
});
