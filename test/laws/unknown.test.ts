import fc from "fast-check";
import { expect, it } from "vitest";
import { receiptDeadlineMs } from "#domain/limits";
import type { Receipt } from "#domain/record/command";
import { hasty, type Plant } from "#local/simulation/plant";
import { monday } from "#support/a-record";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { begunCalls } from "#support/laws/begun-calls";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import type { CarrierAnswer } from "#support/laws/carrier";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { settle } from "#support/laws/settle";

const hour = 3_600_000;
const once = asking(
  "sms",
  {},
  { unconfirmed: "agent", next: { "wants-booking": "book", silence: "end", undeliverable: "end" } },
);
const key = `oak/p1/${once.id}/2026-11-01/ask/1`;

/** Calls after one whose answer was lost, and what is still unknown in the end. */
async function leftOpen(clinic: BusyClinic): Promise<readonly string[]> {
  const again = begunCalls(clinic.trace).slice(1);
  const record = await clinic.stores.records.load("oak", "p1");
  const open = (record?.touches ?? []).filter(({ status }) =>
    ["claimed", "unknown"].includes(status),
  );
  return [
    ...again.map(({ call }) => `law 3: ${call.key} was sent again after a lost answer`),
    ...open.map(({ touch, status }) => `law 3: ${touch.step} is still ${status}`),
  ];
}

/** The campaign's rule: an agent is asked, once, where nobody could tell what became of it. */
function wronglyHandedOver(clinic: BusyClinic): readonly string[] {
  const events = clinic.trace.rows().map(({ event }) => event);
  const unconfirmed = events.filter(({ type }) => type === "touch-unconfirmed").length;
  const asked = events.filter(
    (event) => event.type === "escalated" && event.task.reason === "unconfirmed",
  ).length;
  return asked === unconfirmed && unconfirmed <= 1
    ? []
    : [`law 3: ${unconfirmed} unconfirmed, and ${asked} agents asked`];
}

lawTests("law 3: what is unknown is never sent again, and does not stay unknown", () => {
  const engine = lawEngine();

  const lostAnswers = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.constantFrom<CarrierAnswer>("answer-lost", "call-lost"),
      fc.option(
        fc.constantFrom<Receipt>(
          { is: "sent" },
          { is: "delivered", by: "device" },
          { is: "failed", reason: "unreachable" },
        ),
        { nil: undefined },
      ),
      fc.array(anyFates, { minLength: 4, maxLength: 4 }),
      async (order, lost, receipt, fates) => {
        const setting = { campaigns: [once], policy: unhindered, answers: [lost], plant };
        const clinic = await openClinic(engine, order, setting);
        await clinic.admit({}, [once.id]);
        for (const index of [0, 1]) {
          const own = { fates: fates[index] ?? [] };
          clinic.begin(`worker ${index}`, ({ contact }) => contact("p1", "sms"), own);
        }
        await clinic.finish();
        await settle(clinic, monday + hour, ["p1"]);
        clinic.time.moveTo(monday + receiptDeadlineMs);
        for (const index of [2, 3]) {
          const own = { fates: fates[index] ?? [] };
          clinic.begin(`deadline ${index}`, ({ advance }) => advance("oak", "p1"), own);
        }
        if (receipt) clinic.begin("receipt", (skills) => skills.receipt({ touch: key, receipt }));
        await clinic.finish();
        await settle(clinic, monday + receiptDeadlineMs + 2 * hour, ["p1"]);
        clinic.report([...(await leftOpen(clinic)), ...wronglyHandedOver(clinic)]);
        if (!plant) clinic.report(clinic.verified(clinic.time.now()));
      },
    );

  it("whoever looks at its deadline, and when the receipt comes", async () => {
    await holds(lostAnswers(), 20);
    expectTried(engine.tally().overtaken, 5);
  });

  it("would be seen broken if a lost answer were taken for a refusal", async () => {
    expect(await seenOf(lostAnswers({ send: hasty }), 40)).toMatch(/law 3: .* sent again/);
  });
});
