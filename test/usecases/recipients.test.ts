import { describe, expect, it } from "vitest";
import { createMemoryCallPlacer } from "#adapters/memory/provider";
import type { Step } from "#domain/campaign/campaign";
import type { Recipients } from "#domain/contact/recipients";
import { verify } from "#domain/ledger/verify";
import type { Channel, ContactPoint } from "#domain/patient/contact-point";
import { pointId } from "#domain/patient/point-id";
import { campaign, ladder } from "#support/a-campaign";
import { clinic, oak, profile } from "#support/a-clinic";
import { monday } from "#support/a-record";
import {
  createContactPatient,
  type Deliver,
  deliverByCall,
  deliverByEmail,
  deliverBySms,
} from "#usecases/contact-patient";

const phone = "+12025550111";
const mail = "maria@home.example";
const points: readonly ContactPoint[] = [
  { id: pointId(phone), kind: "mobile", address: phone },
  { id: pointId(mail), kind: "email", address: mail },
];

/** A campaign whose first step is on this channel, and a worker of it on such a deployment. */
async function aWorker(channel: Channel, recipients: Recipients) {
  const invite = { ...ladder["invite"], over: [channel] } as Step;
  const start = channel === "voice" ? "call" : "invite";
  const it = await clinic({ campaigns: [campaign({ start, steps: { ...ladder, invite } })] });
  await it.admit(profile({ points }));
  await it.enrollDirectly();
  const calls = createMemoryCallPlacer();
  const deliver: Readonly<Record<Channel, Deliver>> = {
    sms: deliverBySms(it.carrier),
    email: deliverByEmail(it.mail),
    voice: deliverByCall(calls, it.calls),
  };
  const contact = createContactPatient({ ...it, recipients, deliver: deliver[channel] });
  const received = () => [...it.carrier.received, ...it.mail.received, ...calls.received];
  return {
    ...it,
    received,
    contact: () => contact({ organization: "oak", patient: "p1", channel }),
  };
}

describe.each(["sms", "email", "voice"] as const)(
  "a deployment that is not production, on %s",
  (channel) => {
    const own = channel === "email" ? mail : phone;

    it("contacts nobody who is not named: withheld, never tried again, and the campaign goes on", async () => {
      const it = await aWorker(channel, { only: ["+12025559999"] });
      expect(await it.contact()).toBe("withheld");
      for (const day of [1, 2, 3]) {
        it.clock.moveTo(monday + day * 86_400_000);
        await it.contact();
      }
      expect(it.received()).toEqual([]);
      const withheld = it.rows.flatMap(({ event }) =>
        event.type === "touch-withheld" && event.reason === "not-on-allow-list"
          ? [event.touch]
          : [],
      );
      expect(withheld.map(({ step }) => step)).toEqual([channel === "voice" ? "call" : "invite"]);
      expect(verify(it.rows, { policy: oak.policy }).violations).toEqual([]);
      const state = (await it.records.load("oak", "p1"))?.enrollments[0];
      expect(state?.step).not.toBe(withheld[0]?.step);
    });

    it("contacts who is named", async () => {
      const it = await aWorker(channel, { only: [own] });
      expect(await it.contact()).toBe("accepted");
      expect(it.received()).toHaveLength(1);
    });
  },
);

describe("a direct answer on such a deployment", () => {
  it("is withheld as well", async () => {
    const it = await aWorker("sms", { only: [] });
    const from = { point: pointId(phone), address: phone };
    const reply = { organization: "oak", patient: "p1", channel: "sms", from } as const;
    await it.receive({ ...reply, reply: "r1", text: "HELP" });
    expect(await it.contact()).toBe("withheld");
    expect((await it.records.load("oak", "p1"))?.notices).toEqual([]);
    expect(it.received()).toEqual([]);
  });
});
