import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { createMirroringAct } from "#usecases/mirroring-act";
import { TryAgain } from "../../shared/errors.ts";
import { clinic, profile } from "../support/a-clinic.ts";
import { type Clinic, takeList } from "../support/a-list.ts";
import { monday } from "../support/a-record.ts";

const phone = "+12025550111";
const hour = 3_600_000;

function text(words: string, reply = "r1") {
  const from = { point: pointId(phone), address: phone };
  return { organization: "oak", reply, channel: "sms", from, text: words } as const;
}

/** Works the mirror queue off once. */
async function mirrored(it: Clinic): Promise<readonly string[]> {
  for (const { organization, patient } of it.mirror.take(100)) {
    await it.mirrorOptOuts(organization, patient);
  }
  return [...it.list.numbers];
}

const optOut = (it: Clinic, patient: string, scope: object = {}) =>
  it.act("oak", patient, () => [{ type: "opt-out", at: it.clock.now(), via: "agent", scope }]);

describe("the carrier's list follows the patient's word", () => {
  it("after STOP, once the confirmation has gone, which the list would block", async () => {
    const it = await clinic();
    await it.admit();
    await it.receive(text("STOP"));
    await expect(mirrored(it)).rejects.toBeInstanceOf(TryAgain);
    expect(await it.sendSms({ organization: "oak", patient: "p1", channel: "sms" })).toBe(
      "accepted",
    );
    await it.mirrorOptOuts("oak", "p1");
    await it.mirrorOptOuts("oak", "p1");
    expect([...it.list.numbers]).toEqual([phone]);
  });

  it("after a confirmation that could not go in its five minutes, without it", async () => {
    const it = await clinic();
    await it.admit();
    await it.receive(text("STOP"));
    it.clock.moveTo(monday + hour);
    expect(await mirrored(it)).toEqual([phone]);
  });

  it("for every number of the patient that takes texts, and no other", async () => {
    const it = await clinic();
    const points = [
      { id: "p-a", kind: "mobile" as const, address: "+12025550121" },
      { id: "p-b", kind: "landline" as const, address: "+12025550122" },
      { id: "p-c", kind: "email" as const, address: "maria@home.example" },
      { id: "p-d", kind: "mobile" as const, address: "+12025550123" },
    ];
    await it.admit(profile({ points }));
    await optOut(it, "p1");
    expect(await mirrored(it)).toEqual(["+12025550121", "+12025550123"]);
  });

  it("not while another owner of the phone takes texts there: the list knows no patients", async () => {
    const it = await clinic();
    const first = await it.admit();
    await it.admit(profile({ patient: "p2", points: first.points }));
    await optOut(it, "p1");
    expect(await mirrored(it)).toEqual([]);
    await optOut(it, "p2");
    expect(await mirrored(it)).toEqual([phone]);
  });

  it("not for calls, one purpose, or a patient whom nobody imported yet", async () => {
    const it = await clinic();
    await it.admit();
    await optOut(it, "p1", { channel: "voice" });
    await optOut(it, "p1", { purpose: "screening" });
    await optOut(it, "p9");
    expect(await mirrored(it)).toEqual([]);
    expect(await it.mirror.backlog()).toBe(0);
  });

  it("for a patient who was on a list before anybody imported them", async () => {
    const it = await clinic();
    await takeList(it, "patient\np1\n");
    expect(await mirrored(it)).toEqual([]);
    await it.admit();
    expect(await mirrored(it)).toEqual([phone]);
  });

  it("after a list of another system, and after a refusal by the carrier itself", async () => {
    const it = await clinic({ carrier: () => ({ is: "refused", reason: "opted-out-at-carrier" }) });
    await it.admit();
    await takeList(it, `address\n${phone}\n`);
    expect(await mirrored(it)).toEqual([phone]);
    const other = "+12025550112";
    const points = [{ id: pointId(other), kind: "mobile" as const, address: other }];
    await it.admit(profile({ patient: "p2", points }));
    await it.enrollDirectly("p2");
    await it.sendSms({ organization: "oak", patient: "p2", channel: "sms" });
    expect(await mirrored(it)).toEqual([phone, other]);
  });

  it("and a queue that does not take the message holds no opt-out up", async () => {
    const it = await clinic();
    await it.admit();
    const mirror = { send: () => Promise.reject(new TryAgain("sqs/gone")), backlog: async () => 0 };
    const act = createMirroringAct({ act: it.act, mirror });
    const { events } = await act("oak", "p1", () => [
      { type: "opt-out", at: monday, via: "agent" },
    ]);
    expect(events).toMatchObject([{ type: "opted-out" }]);
  });
});
