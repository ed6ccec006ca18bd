import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SendOutcome } from "#domain/record/command";
import { clinic, profile } from "#support/a-clinic";
import { monday } from "#support/a-record";
import { createContactPatient } from "#usecases/contact-patient";
import { createCountSent } from "#usecases/count-sent";
import { createReleaseDue } from "#usecases/release-due";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A clinic that may send so many texts a day, and patients who are all due one. */
async function aClinic({ perDay, patients }: { perDay: number; patients: number }) {
  const it = await clinic();
  for (let n = 0; n < patients; n += 1) {
    const patient = `p${n}`;
    const address = `+1202555${String(1_000 + n)}`;
    await it.admit(profile({ patient, points: [{ id: patient, kind: "mobile", address }] }));
    await it.enrollDirectly(patient);
  }
  const sent: number[] = [];
  const countSent = createCountSent({ paces: it.learnt, clock: it.clock });
  const contact = createContactPatient({
    ...it,
    countSent,
    deliver: async (): Promise<SendOutcome> => {
      sent.push(it.clock.now());
      return { is: "accepted", providerId: `m-${sent.length}` };
    },
  });
  const release = createReleaseDue({ ...it, shards: 1, perDay: { sms: perDay } });
  /** One release, and workers that take at most so many of what is queued. */
  const tick = async (taken: number) => {
    await release();
    for (const { organization, patient } of it.queues.sms.take(taken)) {
      await contact({ organization, patient, channel: "sms" });
    }
  };
  return { ...it, sent, tick };
}

describe("a provider that takes so many texts a day", () => {
  it("is given no more, and the rest the day after", async () => {
    const it = await aClinic({ perDay: 5, patients: 8 });
    for (let n = 0; n < 10; n += 1) {
      it.clock.moveTo(monday + n * minute);
      await it.tick(3);
    }
    expect(it.sent).toHaveLength(5);
    it.clock.moveTo(monday + day + hour);
    await it.tick(10);
    expect(it.sent).toHaveLength(8);
  });

  it("is given no more in any 24 hours, however releases and workers take turns", async () => {
    const turn = fc.record({ later: fc.integer({ min: 1, max: 9 }), taken: fc.nat(6) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 10, maxLength: 30 }), async (turns) => {
        const perDay = 4;
        const it = await aClinic({ perDay, patients: 15 });
        for (const { later, taken } of turns) {
          it.clock.moveTo(it.clock.now() + later * hour);
          await it.tick(taken);
        }
        for (const end of it.sent) {
          const within = it.sent.filter((at) => at <= end && at > end - day).length;
          expect(within).toBeLessThanOrEqual(perDay);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("leaves nothing without an end: what waits too long is withheld as stale", async () => {
    const it = await aClinic({ perDay: 1, patients: 4 });
    for (let n = 0; n < 24 * 8; n += 1) {
      it.clock.moveTo(monday + n * hour);
      await it.tick(5);
    }
    const ends = it.rows.filter(({ event }) =>
      ["touch-accepted", "touch-withheld"].includes(event.type),
    );
    const first = ends.filter(({ event }) => "touch" in event && event.touch.step === "invite");
    expect(new Set(first.map(({ patient }) => patient)).size).toBe(4);
    expect(first.some(({ event }) => event.type === "touch-withheld")).toBe(true);
  });
});
