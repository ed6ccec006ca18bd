import fc from "fast-check";
import { expect, it } from "vitest";
import { defaultPolicy } from "#domain/contact/default-policy";
import type { Cap } from "#domain/contact/policy";
import { startWithinMs } from "#domain/limits";
import { pointId } from "#domain/patient/point-id";
import { forgetful, type Plant, unguarded } from "#local/simulation/plant";
import { campaign } from "#support/a-campaign";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { begunCalls } from "#support/laws/begun-calls";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import type { CarrierAnswer } from "#support/laws/carrier";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { type Contact, crowdedWindows } from "#support/laws/sliding-windows";

const hour = 3_600_000;
const phone = "+12025550111";
const notAfter = { unit: "days", count: 7 } as const;

const campaigns = [
  asking("sms", { purpose: "screening" }, { notAfter }),
  asking("sms", { id: "refill/check", purpose: "prescription" }, { notAfter }),
  asking("email", { id: "lab-reminder/check", purpose: "lab-due" }, { notAfter }),
  campaign({ id: "lab-reminder/call", purpose: "lab-due", start: "call" }),
];

/** Contacts that providers accepted, by the moment of the claim or that of the call. */
function acceptedContacts({ trace }: BusyClinic, moment: "claim" | "call") {
  return begunCalls(trace).flatMap(({ call, claim, patient, isAccepted }) => {
    if (!isAccepted || !claim || claim.isNotice) return [];
    const { channel, touch, point } = claim;
    const at = moment === "claim" ? claim.at : call.at;
    return [{ patient, at, channel, campaign: touch.campaign, point }];
  });
}

/** Windows that hold too many, of each person and of the phone that two of them share. */
function overCap(clinic: BusyClinic, caps: readonly Cap[], zones: readonly string[]) {
  const possible = zones.length > 0 ? zones : defaultPolicy.unknownZones;
  const found: string[] = [];
  for (const moment of ["claim", "call"] as const) {
    // A call begins a little after its claim, and so may the next be a little closer to it.
    const slackMs = moment === "claim" ? 0 : startWithinMs;
    const all = acceptedContacts(clinic, moment);
    const whose: Readonly<Record<string, readonly Contact[]>> = {
      p1: all.filter(({ patient }) => patient === "p1"),
      p2: all.filter(({ patient }) => patient === "p2"),
      "the phone": all.filter(({ point }) => point === pointId(phone)),
    };
    for (const [who, contacts] of Object.entries(whose)) {
      for (const cap of caps) {
        const windows = crowdedWindows(contacts, cap, { zones: possible, slackMs });
        found.push(...windows.map((window) => `law 6: ${who} has ${window}, by ${moment}`));
      }
    }
  }
  return found;
}

const anyCap: fc.Arbitrary<Cap> = fc
  .record(
    {
      per: fc.constantFrom<Cap["per"]>("rolling", "rolling", "local-day", "local-week"),
      hours: fc.integer({ min: 2, max: 72 }),
      max: fc.integer({ min: 1, max: 3 }),
      alike: fc.subarray(["campaign", "channel", "point"] as const, { minLength: 1 }),
      channels: fc.subarray(["sms", "voice", "email"] as const, { minLength: 1 }),
    },
    { requiredKeys: ["per", "hours", "max"] },
  )
  .map((cap) => ({ ...cap, name: JSON.stringify(cap) }));

const lanes = [
  ["p1", "sms"],
  ["p1", "sms"],
  ["p2", "sms"],
  ["p1", "email"],
  ["p2", "voice"],
] as const;

/** Two who share a phone, with a mail address each, in every campaign. */
async function admitBoth(clinic: BusyClinic, zones: readonly string[]): Promise<void> {
  const shared = { id: pointId(phone), kind: "mobile", address: phone } as const;
  const ids = campaigns.map(({ id }) => id);
  for (const patient of ["p1", "p2"]) {
    const mail = `${patient}@patient.example`;
    const own = { id: pointId(mail), kind: "email", address: mail } as const;
    await clinic.admit({ patient, zones, points: [shared, own] }, ids);
  }
}

lawTests("law 6: caps hold over campaigns, channels and people", () => {
  const engine = lawEngine();

  const answer = fc.constantFrom<CarrierAnswer>("accepted", "accepted", "throttled");
  const pause = fc.constantFrom(1_000, 120_000, hour, hour, 5 * hour, 24 * hour);

  const underCaps = (of: { readonly plant?: Plant; readonly caps?: readonly Cap[] } = {}) =>
    fc.asyncProperty(
      anyOrder,
      of.caps ? fc.constant(of.caps) : fc.array(anyCap, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(["America/New_York"], ["America/Denver", "America/Phoenix"], []),
      fc.array(answer, { maxLength: 10 }),
      fc.array(anyFates, { minLength: 5, maxLength: 5 }),
      fc.array(pause, { minLength: 5, maxLength: 14 }),
      async (order, caps, zones, answers, fates, passing) => {
        const { plant } = of;
        const policy = { ...unhindered, caps };
        const setting = { campaigns, policy, answers, plant };
        const clinic = await openClinic(engine, order, setting);
        await admitBoth(clinic, zones);
        lanes.forEach(([patient, channel], index) => {
          clinic.begin(
            `${channel} worker ${index} for ${patient}`,
            async ({ advance, contact }) => {
              for (let tries = 0; tries < 6; tries += 1) {
                await contact(patient, channel);
                await advance("oak", patient);
              }
            },
            { fates: fates[index] ?? [] },
          );
        });
        clinic.letTimePass(passing, 5);
        await clinic.finish();
        clinic.report(overCap(clinic, caps, zones));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  const hours = fc.integer({ min: 19 * hour, max: 29 * hour });

  const fiveWeeks = fc.asyncProperty(
    anyOrder,
    fc.array(hours, { minLength: 35, maxLength: 35 }),
    async (order, days) => {
      const { caps } = defaultPolicy;
      const setting = { campaigns, policy: { ...unhindered, caps } };
      const clinic = await openClinic(engine, order, setting);
      await admitBoth(clinic, ["America/New_York"]);
      for (const ms of days) {
        for (const [patient, channel] of lanes) {
          clinic.begin(`${channel} for ${patient}`, async ({ advance, contact }) => {
            await advance("oak", patient);
            await contact(patient, channel);
          });
        }
        await clinic.finish();
        clinic.time.moveTo(clinic.time.now() + ms);
      }
      clinic.report(overCap(clinic, caps, ["America/New_York"]));
      clinic.report(clinic.verified());
    },
  );

  it("in every window of every cap, for each person and for the phone that two of them share", async () => {
    await holds(underCaps(), 18);
    expectTried(engine.tally().accepted, 24);
  });

  it("over five weeks of an organization's own caps", async () => {
    await holds(fiveWeeks, 1);
    expectTried(engine.tally().accepted, 15);
  });

  const once: Cap = { name: "one in six hours", per: "rolling", hours: 6, max: 1 };

  it("would be seen broken if contacts were counted outside the record", async () => {
    const planted = underCaps({ plant: { records: forgetful }, caps: [once] });
    expect(await seenOf(planted, 40)).toMatch(/law 6: p\d has \d contacts/);
  });

  it("would be seen broken if a shared phone were not taken", async () => {
    const planted = underCaps({ plant: { points: unguarded }, caps: [once] });
    expect(await seenOf(planted, 40)).toMatch(/law 6: the phone has \d contacts/);
  });
});
