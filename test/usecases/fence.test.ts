import { describe, expect, it } from "vitest";
import { clinic } from "#support/a-clinic";
import { monday } from "#support/a-record";
import { createContactPatient, deliverBySms } from "#usecases/contact-patient";
import { createFence } from "#usecases/fence";

const input = { organization: "oak", patient: "p1", channel: "sms" } as const;

async function aClinic() {
  const one = await clinic();
  await one.admit();
  await one.enrollDirectly();
  return one;
}

/** Another deployment over the same table, the second in the row of homes. */
function laterHome(one: Awaited<ReturnType<typeof aClinic>>) {
  const isFenced = createFence({ ...one, epoch: 2 });
  return createContactPatient({ ...one, isFenced, deliver: deliverBySms(one.carrier) });
}

describe("a deployment that another one has followed as the patients' home", () => {
  it("claims nothing, and leaves what is due to the other", async () => {
    const it = await aClinic();
    await it.organizations.raiseEpoch("oak", 2);
    const before = await it.records.load("oak", "p1");
    expect(await it.sendSms(input)).toBe("fenced");
    expect(await it.records.load("oak", "p1")).toEqual(before);
    expect(await laterHome(it)(input)).toBe("accepted");
    expect(it.carrier.received).toHaveLength(1);
  });

  it("answers nobody either: the other hears of the patient and answers", async () => {
    const it = await aClinic();
    await it.organizations.raiseEpoch("oak", 2);
    const point = (await it.profiles.load("oak", "p1"))?.points[0]?.id ?? "";
    const from = { point, address: "+12025550111" };
    await it.receive({ ...input, reply: "r1", from, text: "STOP" });
    expect(await it.sendSms(input)).toBe("fenced");
    expect(it.carrier.received).toEqual([]);
  });

  it("notices within fifteen seconds, in the middle of its work", async () => {
    const it = await aClinic();
    expect(await it.isFenced("oak")).toBe(false);
    await it.organizations.raiseEpoch("oak", 2);
    it.clock.moveTo(monday + 15_000);
    expect(await it.sendSms(input)).toBe("fenced");
  });

  it("claims nothing as long as it cannot read whether it is", async () => {
    const it = await aClinic();
    const epoch = () => Promise.reject(new Error("no answer"));
    const isFenced = createFence({ ...it, organizations: { epoch }, epoch: 1 });
    const contact = createContactPatient({ ...it, isFenced, deliver: deliverBySms(it.carrier) });
    await expect(contact(input)).rejects.toThrow("no answer");
    expect(it.carrier.received).toEqual([]);
  });
});

describe("the deployment that is the patients' home", () => {
  it("goes on, whether its epoch was written down or not yet", async () => {
    const it = await aClinic();
    await it.organizations.raiseEpoch("oak", 1);
    expect(await it.sendSms(input)).toBe("accepted");
  });
});
