import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { minuteMs } from "#domain/time";
import { campaign } from "../../support/a-campaign.ts";
import { clinic } from "../../support/a-clinic.ts";

const point = pointId("+12025550111");
const evidence = { by: "u-sam", reference: "call:c-1" };

/** A patient who was texted and whose answer is waited for. */
async function waiting() {
  const oak = await clinic({ campaigns: [campaign()] });
  await oak.admit();
  await oak.enrollDirectly();
  await oak.sendSms({ organization: "oak", patient: "p1", channel: "sms" });
  const report = () =>
    oak.act("oak", "p1", () => [
      { type: "report-wrong-number", at: oak.clock.now() + minuteMs, point, evidence },
    ]);
  return { oak, report };
}

describe("a number that staff report as somebody else's", () => {
  it("is given up, the right one is looked for, and whoever waits for an answer goes on", async () => {
    const { oak, report } = await waiting();
    expect((await oak.records.load("oak", "p1"))?.enrollments[0]?.state.status).toBe("waiting");
    const { events, record } = await report();
    expect(events.map(({ type }) => type).slice(0, 2)).toEqual(["point-invalidated", "escalated"]);
    expect(events[0]).toMatchObject({ point, reason: "wrong-number", evidence });
    expect(record.badPoints).toEqual([point]);
    expect(record.tasks[0]).toMatchObject({ reason: "wrong-number", queue: "registration" });
    expect(record.enrollments[0]?.step).not.toBe("invite");
  });

  it("is no news the second time", async () => {
    const { report } = await waiting();
    await report();
    expect((await report()).events).toEqual([]);
  });
});

describe("an opt-in that staff enter", () => {
  it("counts again after something less was taken back since the last one", async () => {
    const { oak } = await waiting();
    const at = oak.clock.now();
    const optIn = { type: "opt-in", at, scope: {}, basis: "form", evidence } as const;
    const scope = { purpose: "screening" } as const;
    await oak.act("oak", "p1", () => [optIn]);
    await oak.act("oak", "p1", () => [{ type: "opt-out", at, via: "agent", scope, evidence }]);
    expect((await oak.act("oak", "p1", () => [optIn])).events).toMatchObject([
      { type: "opted-in" },
    ]);
    expect((await oak.act("oak", "p1", () => [optIn])).events).toEqual([]);
  });
});
