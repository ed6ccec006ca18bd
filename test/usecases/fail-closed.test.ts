import { describe, expect, it } from "vitest";
import { createAct } from "#usecases/act";
import { createContactPatient, deliverBySms } from "#usecases/contact-patient";
import { createReadRules } from "#usecases/read-rules";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { clinic } from "../support/a-clinic.ts";

const input = { organization: "oak", patient: "p1", channel: "sms" } as const;

type Clinic = Awaited<ReturnType<typeof clinic>>;

async function ready(): Promise<Clinic> {
  const it = await clinic();
  await it.admit();
  await it.enrollDirectly();
  return it;
}

/** The same worker with some of what it reads from gone. */
function worker(
  it: Clinic,
  gone: Partial<Pick<Clinic, "records" | "organizations" | "campaigns">>,
) {
  const ports = { ...it, ...gone };
  const act = createAct({ records: ports.records, readRules: createReadRules(ports) });
  return createContactPatient({ ...ports, act, deliver: deliverBySms(it.carrier) });
}

describe("what cannot be read or decided means no send now, and says so (law 10)", () => {
  it("an unreadable record", async () => {
    const it = await ready();
    const records = {
      ...it.records,
      load: () => Promise.reject(new Unrecoverable("record/unreadable")),
    };
    await expect(worker(it, { records })(input)).rejects.toThrow("record/unreadable");
    expect(it.carrier.received).toEqual([]);
  });

  it("a table that does not answer", async () => {
    const it = await ready();
    const records = { ...it.records, load: () => Promise.reject(new TryAgain("dynamodb/down")) };
    await expect(worker(it, { records })(input)).rejects.toBeInstanceOf(TryAgain);
    expect(it.carrier.received).toEqual([]);
  });

  it("an organization without settings: nobody knows its hours and caps", async () => {
    const it = await ready();
    const organizations = { ...it.organizations, load: async () => undefined };
    await expect(worker(it, { organizations })(input)).rejects.toThrow("organization/unknown");
    expect(it.carrier.received).toEqual([]);
  });

  it("control items that cannot be read: the campaign may be paused", async () => {
    const it = await ready();
    const campaigns = {
      ...it.campaigns,
      live: () => Promise.reject(new TryAgain("dynamodb/down")),
    };
    await expect(worker(it, { campaigns })(input)).rejects.toBeInstanceOf(TryAgain);
    expect(it.carrier.received).toEqual([]);
  });

  it("switches that cannot be read: everything may be halted", async () => {
    const it = await ready();
    const organizations = {
      ...it.organizations,
      halts: () => Promise.reject(new TryAgain("dynamodb/down")),
    };
    await expect(worker(it, { organizations })(input)).rejects.toBeInstanceOf(TryAgain);
    expect(it.carrier.received).toEqual([]);
  });

  it("a campaign version that is gone ends the enrollment with that reason", async () => {
    const it = await ready();
    const campaigns = { ...it.campaigns, version: async () => undefined };
    expect(await worker(it, { campaigns })(input)).toBe("nothing");
    expect(it.carrier.received).toEqual([]);
    expect(it.rows.at(-1)?.event).toMatchObject({
      type: "enrollment-ended",
      outcome: "campaign-missing",
    });
  });

  it("a claim that somebody else won in between", async () => {
    const it = await ready();
    let loads = 0;
    const records = {
      ...it.records,
      load: async (organization: string, patient: string) => {
        const record = await it.records.load(organization, patient);
        loads += 1;
        if (loads === 1)
          await it.act("oak", "p1", () => [{ type: "opt-out", at: it.clock.now(), via: "sms" }]);
        return record;
      },
    };
    expect(await worker(it, { records })(input)).toBe("nothing");
    expect(it.carrier.received).toEqual([]);
  });
});
