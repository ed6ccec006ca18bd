import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { TryAgain, Unrecoverable } from "../../shared/errors.ts";
import { clinic } from "../support/a-clinic.ts";
import type { Clinic } from "../support/a-list.ts";
import { monday } from "../support/a-record.ts";

const phone = "+12025550111";
const hour = 3_600_000;
const day = 24 * hour;

function text(words: string, reply: string) {
  const from = { point: pointId(phone), address: phone };
  return { organization: "oak", reply, channel: "sms", from, text: words } as const;
}

async function mirror(it: Clinic): Promise<void> {
  for (const { patient } of it.mirror.take(100)) await it.mirrorOptOuts("oak", patient);
}

const send = (it: Clinic) => it.sendSms({ organization: "oak", patient: "p1", channel: "sms" });

/** Somebody whose STOP was confirmed and is on the carrier's list since. */
async function listed(options: Parameters<typeof clinic>[0] = {}): Promise<Clinic> {
  const it = await clinic(options);
  await it.admit();
  await it.receive(text("STOP", "r1"));
  await send(it);
  await mirror(it);
  expect([...it.list.numbers]).toEqual([phone]);
  it.clock.moveTo(monday + hour);
  return it;
}

describe("START of somebody on the carrier's list", () => {
  it("takes the number off before it is confirmed by text", async () => {
    const it = await listed();
    await it.receive(text("START", "r2"));
    expect([...it.list.numbers]).toEqual([]);
    expect(await send(it)).toBe("accepted");
    expect(it.carrier.received.at(-1)?.text).toBe("Oak Clinic opted-in");
    await mirror(it);
    expect([...it.list.numbers]).toEqual([]);
  });

  it("is heard again by the queue when the carrier cannot be asked, and is not recorded before", async () => {
    let isThrottled = true;
    const it = await listed({
      unlisting: {
        remove: async () => {
          if (isThrottled) throw new TryAgain("carrier-list/ThrottlingException");
          return "removed";
        },
      },
    });
    await expect(it.receive(text("START", "r2"))).rejects.toBeInstanceOf(TryAgain);
    const permissions = async () => (await it.records.load("oak", "p1"))?.permissions;
    expect(await permissions()).toMatchObject([{ says: "revoked" }]);
    isThrottled = false;
    await it.receive(text("START", "r2"));
    expect(await permissions()).toMatchObject([{ says: "granted" }]);
  });

  it("that the carrier refuses is recorded, not answered by text, and given to a person", async () => {
    const it = await listed();
    await it.receive(text("START", "r2"));
    await send(it);
    await it.receive(text("STOP", "r3"));
    await send(it);
    await mirror(it);
    it.clock.moveTo(monday + 10 * day);
    const texts = it.carrier.received.length;
    await it.receive(text("START", "r4"));
    expect(await send(it)).toBe("nothing");
    expect(it.carrier.received).toHaveLength(texts);
    const record = await it.records.load("oak", "p1");
    expect(record?.tasks).toMatchObject([{ reason: "texts-blocked", queue: "service" }]);
    expect(record?.permissions).toMatchObject([
      { says: "granted" },
      { says: "revoked", scope: { channel: "sms", point: pointId(phone) }, via: "carrier" },
    ]);
    expect((await it.points.owners("oak", pointId(phone))).stops).toEqual([]);
  });

  it("delivered again after a later STOP leaves the number where it is", async () => {
    const it = await listed();
    await it.receive(text("START", "r2"));
    it.clock.moveTo(monday + 40 * day);
    await it.receive(text("STOP", "r3"));
    await send(it);
    await mirror(it);
    await it.receive(text("START", "r2"));
    expect([...it.list.numbers]).toEqual([phone]);
  });
});

describe("an emergency of somebody on the carrier's list", () => {
  it("is answered by text, and the number goes back on the list", async () => {
    const it = await listed();
    await it.receive(text("chest pain, I can't breathe", "r2"));
    expect([...it.list.numbers]).toEqual([]);
    expect(await send(it)).toBe("accepted");
    expect(it.carrier.received.at(-1)?.text).toBe("Oak Clinic emergency");
    await mirror(it);
    expect([...it.list.numbers]).toEqual([phone]);
  });

  it.each([
    ["cannot be asked", new TryAgain("carrier-list/TimeoutError")],
    ["knows no such list", new Unrecoverable("carrier-list/ResourceNotFoundException")],
  ])("is a person's task at once, though the carrier %s", async (_, error) => {
    const it = await listed({ unlisting: { remove: () => Promise.reject(error) } });
    await it.receive(text("chest pain, I can't breathe", "r2"));
    expect(it.urgent.take(9)).toMatchObject([{ task: "reply-T1:r2" }]);
  });
});
