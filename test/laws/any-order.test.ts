import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "#domain/canonical-json";
import { pointId } from "#domain/patient/point-id";
import type { Receipt } from "#domain/record/command";
import type { PatientRecord } from "#domain/record/record";
import { touchKey } from "#domain/record/touch";
import { gullible, type Plant } from "#local/simulation/plant";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import type { Skills } from "#support/laws/skills";

const question = asking("sms");

/** One thing that comes back about a text that a carrier took. */
type News =
  | { readonly is: "answer of the carrier" }
  | { readonly is: "end of the lease" }
  | { readonly is: "receipt"; readonly receipt: Receipt }
  | { readonly is: "reply"; readonly text: string };

const arrived: readonly Receipt[] = [{ is: "sent" }, { is: "delivered", by: "device" }];
const failures: readonly Receipt[] = [
  { is: "failed", reason: "unreachable" },
  { is: "failed", reason: "invalid-address" },
];

const phones = { p1: "+12025550111", p2: "+12025550112" } as const;
type Patient = keyof typeof phones;

/** The text is claimed and on its way, and the lease of the claim is over. */
async function sendTo(clinic: BusyClinic, patient: Patient) {
  const address = phones[patient];
  const points = [{ id: pointId(address), kind: "mobile", address } as const];
  await clinic.admit({ patient, points }, [question.id]);
  const at = clinic.time.now();
  const { events } = await clinic.quietly.act("oak", patient, () => [
    { type: "claim", at, channel: "sms" },
  ]);
  const claimed = events.find((event) => event.type === "touch-claimed");
  if (!claimed) throw new Error("nothing was claimed");
  return claimed;
}

/** Tells one piece of news, as the function does that hears it. */
async function tell(
  { act, advance, receipt, receive }: Skills,
  patient: Patient,
  news: News,
  at: number,
) {
  const touch = { campaign: question.id, episode: "2026-11-01", step: "ask", occurrence: 1 };
  switch (news.is) {
    case "answer of the carrier": {
      const outcome = { is: "accepted", providerId: "m1" } as const;
      return act("oak", patient, () => [{ type: "record-outcome", at, touch, outcome }]);
    }
    case "end of the lease":
      return advance("oak", patient);
    case "receipt":
      return receipt({
        touch: touchKey({ organization: "oak", patient }, touch),
        receipt: news.receipt,
      });
    case "reply": {
      const from = { point: pointId(phones[patient]), address: phones[patient] };
      const { text } = news;
      // A provider's id is that of one message, of one person.
      const reply = `${patient}-reply-${text}`;
      return receive({ organization: "oak", reply, channel: "sms", from, text });
    }
  }
}

/**
 * The record without what two people differ in (who and where they are), how often it was written,
 * and by how many steps it came where it is: an answer after a failure leads by way of the failure.
 */
function stateOf(record: PatientRecord | undefined): string {
  if (!record) return "";
  const { patient: _, revision: __, heard, touches, tasks, enrollments, ...same } = record;
  const text = canonicalJson({
    ...same,
    heard: heard.toSorted(),
    touches: touches.map(({ at: ___, ...touch }) => touch),
    tasks: tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    enrollments: enrollments.map(({ entries: ____, ...enrollment }) => enrollment),
  });
  return text
    .replaceAll(pointId(phones.p1), "phone")
    .replaceAll(pointId(phones.p2), "phone")
    .replaceAll(/p[12]-reply/g, "reply")
    .replaceAll(/:book:\d+/g, ":book");
}

lawTests("law 12: receipts and replies end the same in any order", () => {
  const engine = lawEngine();

  const anyNews = fc.record({
    isAnswered: fc.boolean(),
    receipts: fc.subarray([...arrived]),
    failure: fc.option(fc.constantFrom(...failures), { nil: undefined }),
    replies: fc.subarray(["1", "STOP", "my chest hurts", "thanks"], { maxLength: 1 }),
  });

  const commute = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      anyNews,
      fc.array(anyFates, { minLength: 8, maxLength: 8 }),
      fc.nat(7),
      async (order, came, fates, twice) => {
        const clinic = await openClinic(engine, order, {
          campaigns: [question],
          policy: unhindered,
          plant,
        });
        await sendTo(clinic, "p1");
        await sendTo(clinic, "p2");
        const news: readonly News[] = [
          ...(came.isAnswered ? [{ is: "answer of the carrier" } as const] : []),
          ...[...came.receipts, ...(came.failure ? [came.failure] : [])].map(
            (receipt) => ({ is: "receipt", receipt }) as const,
          ),
          ...came.replies.map((text) => ({ is: "reply", text }) as const),
          { is: "end of the lease" },
        ];
        clinic.time.moveTo(clinic.time.now() + 61_000);
        const at = clinic.time.now();
        const again = news[twice];
        [...news, ...(again ? [again] : [])].forEach((one, index) => {
          clinic.begin(`${one.is} ${index}`, (skills) => tell(skills, "p1", one, at), {
            fates: fates[index] ?? [],
          });
        });
        await clinic.finish();
        for (const one of news) await tell(clinic.quietly, "p2", one, at);
        const [mixed, orderly] = await Promise.all(
          (["p1", "p2"] as const).map(async (patient) =>
            stateOf(await clinic.stores.records.load("oak", patient)),
          ),
        );
        if (mixed !== orderly) {
          clinic.report([`law 12: it ended as\n${mixed}\nand not as\n${orderly}`]);
        }
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("beside the carrier's own answer, or its loss", async () => {
    await holds(commute(), 45);
    expectTried(engine.tally().overtaken, 9);
  });

  it("would be seen broken if the latest receipt were believed", async () => {
    expect(await seenOf(commute({ records: gullible }), 60)).toMatch(/law 12/);
  });
});
