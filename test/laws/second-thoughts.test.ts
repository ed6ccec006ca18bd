import fc from "fast-check";
import { expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { type Plant, remembered } from "#local/simulation/plant";
import { reply } from "#support/a-record";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { contactsAfterOptOut } from "#support/laws/permission-history";

const second = 1_000;
const point = pointId("+12025550111");
const screening = asking("sms", { purpose: "screening" });
const labs = asking("sms", { id: "lab-reminder/check", purpose: "lab-due", priority: 50 });
const refills = asking("sms", { id: "refill/check", purpose: "prescription", priority: 60 });
const campaigns = [screening, labs, refills];

/** What each word means; how words are read is not this law's question. */
const words = {
  stop: { optOut: true },
  keep: { keep: true },
  start: { optIn: true },
  "stop again": { optOut: true },
} as const;

lawTests("law 4: KEEP and START allow what they say, and no more", () => {
  const engine = lawEngine();

  /** Something was sent, so STOP may be meant for that; two more campaigns have something to say. */
  const thinkingAgain = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.shuffledSubarray(Object.keys(words) as (keyof typeof words)[]),
      fc.array(anyFates, { minLength: 5, maxLength: 5 }),
      fc.array(fc.constantFrom(second, 5 * second), { maxLength: 3 }),
      async (order, said, fates, passing) => {
        const policy = { ...unhindered, revokeScope: "program" } as const;
        const clinic = await openClinic(engine, order, { campaigns, policy, plant });
        await clinic.admit({}, [screening.id]);
        await clinic.quietly.contact("p1", "sms");
        await clinic.admit({}, [labs.id]);
        said.forEach((word, index) => {
          clinic.begin(
            word,
            ({ act, clock }) =>
              act("oak", "p1", () => [
                reply(clock.now(), words[word], { reply: `reply-${index}`, point }),
              ]),
            { fates: fates[index] ?? [] },
          );
        });
        const enroll = { type: "enroll", campaign: refills.id, version: 1, episode: "e1" } as const;
        clinic.begin("selection", ({ act, clock }) =>
          act("oak", "p1", () => [{ ...enroll, at: clock.now() }], [enroll]),
        );
        for (let worker = 0; worker < 3; worker += 1) {
          clinic.begin(
            `worker ${worker}`,
            async ({ contact }) => {
              for (let times = 0; times < 3; times += 1) await contact("p1", "sms");
            },
            { fates: worker === 0 ? (fates[4] ?? []) : [] },
          );
        }
        clinic.letTimePass(passing, 3);
        await clinic.finish();
        clinic.report(contactsAfterOptOut(clinic.trace));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("in whatever order they and STOP are heard", async () => {
    await holds(thinkingAgain(), 24);
    expectTried(engine.tally().accepted, 28);
  });

  it("would be seen broken if permission were read before the claim and not at it", async () => {
    const seen = await seenOf(thinkingAgain({ records: remembered }), 60);
    expect(seen).toMatch(/law 4: .* was claimed after/);
  });
});
