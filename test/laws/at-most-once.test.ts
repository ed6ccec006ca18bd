import fc from "fast-check";
import { expect, it } from "vitest";
import { hasty, insistent, type Plant, unconditional } from "#local/simulation/plant";
import { campaign, ladder } from "#support/a-campaign";
import { monday } from "#support/a-record";
import { anyFates, fateKinds } from "#support/laws/any-fate";
import { unhindered } from "#support/laws/asking";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import type { CarrierAnswer } from "#support/laws/carrier";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { settle } from "#support/laws/settle";

const hour = 3_600_000;
const second = 1_000;

const { invite } = ladder;
const byMail = { ...invite, over: ["email"] } as NonNullable<typeof invite>;
const campaigns = [
  campaign(),
  campaign({ id: "lab-reminder/check", purpose: "lab-due", steps: { ...ladder, invite: byMail } }),
];
const ids = campaigns.map(({ id }) => id);
const mail = { id: "mail-1", kind: "email", address: "p1@patient.example" } as const;
const mobile = { id: "mobile-1", kind: "mobile", address: "+12025550111" } as const;

/** Touches that a provider took more than once. */
function acceptedTwice({ trace }: BusyClinic): readonly string[] {
  const keys = trace.of("accepted").map(({ key }) => key);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  return twice.map((key) => `law 1: ${key} was accepted twice`);
}

/** Lives on until all leases and deadlines are over, and looks at what providers took. */
async function judge(clinic: BusyClinic, plant: Plant | undefined): Promise<void> {
  await clinic.finish();
  await settle(clinic, monday + 76 * hour, ["p1"]);
  clinic.report(acceptedTwice(clinic));
  if (!plant) clinic.report(clinic.verified(clinic.time.now()));
}

lawTests("law 1: a provider takes each message at most once", () => {
  const engine = lawEngine();

  const answer = fc.constantFrom<CarrierAnswer>(
    "accepted",
    "throttled",
    "answer-lost",
    "call-lost",
  );

  const atMostOnce = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: 4, maxLength: 4 }),
      fc.array(answer, { maxLength: 3 }),
      fc.array(fc.constantFrom(second, 4 * second, 61 * second), { maxLength: 4 }),
      async (order, fates, answers, passing) => {
        const setting = { campaigns, policy: unhindered, answers, plant };
        const clinic = await openClinic(engine, order, setting);
        await clinic.admit({ points: [mobile, mail] }, ids);
        const channels = ["sms", "sms", "sms", "email"] as const;
        channels.forEach((channel, index) => {
          clinic.begin(`worker ${index}`, ({ contact }) => contact("p1", channel), {
            fates: fates[index] ?? [],
          });
        });
        clinic.begin("deadlines", ({ advance }) => advance("oak", "p1"));
        clinic.letTimePass(passing, 4);
        await judge(clinic, plant);
      },
    );

  it("however many workers send it, and whatever becomes of them", async () => {
    await holds(atMostOnce(), 30);
    const { accepted, overtaken, again } = engine.tally();
    expectTried(accepted, 30);
    expectTried(overtaken, 15);
    expectTried(again, 15);
  });

  const places = Array.from({ length: 8 }, (_, call) => fateKinds.map((is) => ({ call, is })));

  it("whatever befalls a worker at any one of its calls, while another does the same", async () => {
    for (const fate of places.flat()) {
      const clinic = await openClinic(engine, fate.call, { campaigns, policy: unhindered });
      await clinic.admit({ points: [mobile] }, ids.slice(0, 1));
      clinic.begin("unlucky", ({ contact }) => contact("p1", "sms"), { fates: [fate] });
      clinic.begin("lucky", ({ contact }) => contact("p1", "sms"));
      await judge(clinic, undefined);
    }
    expectTried(engine.tally().accepted, 20);
  });

  it("would be seen broken if a claim overwrote another", async () => {
    const seen = await seenOf(atMostOnce({ records: unconditional }), 60);
    expect(seen).toMatch(/law 1: .* accepted twice/);
  });

  it("would be seen broken if a client tried again by itself", async () => {
    const seen = await seenOf(atMostOnce({ send: insistent }), 60);
    expect(seen).toMatch(/law 1: .* accepted twice/);
  });

  it("would be seen broken if a lost answer were taken for a refusal", async () => {
    const seen = await seenOf(atMostOnce({ send: hasty }), 60);
    expect(seen).toMatch(/law 1: .* accepted twice/);
  });
});
