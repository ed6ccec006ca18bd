import fc from "fast-check";
import { expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { createPermissionHistory } from "#local/simulation/permission-history";
import { deafToOthers, type Plant, remembered, stopped } from "#local/simulation/plant";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { anyOrder } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import { contactsAfterOptOut } from "#support/laws/permission-history";
import type { Skills } from "#support/laws/skills";
import type { Trace } from "#support/laws/trace";

const phone = "+12025550111";
const second = 1_000;
const byText = asking("sms", { purpose: "screening" });
const byMail = asking("email", { id: "lab-reminder/check", purpose: "lab-due" });
const campaigns = [byText, byMail];

const mailOf = (patient: string) => `${patient}@patient.example`;
const evidence = { by: "patient", reference: "form:1" };

function pointsOf(patient: string) {
  const mail = mailOf(patient);
  return [
    { id: pointId(phone), kind: "mobile" as const, address: phone },
    { id: pointId(mail), kind: "email" as const, address: mail },
  ];
}

function hearing(channel: "sms" | "email", address: string, text: string) {
  const from = { point: pointId(address), address };
  return ({ receive }: Skills) =>
    receive({ organization: "oak", reply: "stop-1", channel, from, text });
}

/** Ways in which one of the two who share a phone says that nothing more may be sent. */
const stopBy = {
  text: () => hearing("sms", phone, "STOP"),
  mail: (patient: string) => hearing("email", mailOf(patient), "Please stop sending me mail"),
  "key on a call":
    (patient: string) =>
    ({ receive }: Skills) => {
      const from = { point: pointId(phone), address: phone };
      const touch = { campaign: byText.id, episode: "2026-11-01", step: "ask", occurrence: 1 };
      const call = { reply: "call-1", channel: "voice", text: "9" } as const;
      return receive({ organization: "oak", ...call, from, about: { patient, touch } });
    },
  complaint:
    (patient: string) =>
    ({ stopPoint }: Skills) => {
      const point = pointId(mailOf(patient));
      return stopPoint({ organization: "oak", point, stop: { via: "email", evidence } });
    },
  unsubscribing:
    (patient: string) =>
    ({ receipt }: Skills) => {
      const touch = `oak/${patient}/${byMail.id}/2026-11-01/ask/1`;
      return receipt({ touch, optOutBy: "email" });
    },
  "word to an agent":
    (patient: string) =>
    ({ act, clock }: Skills) =>
      act("oak", patient, () => [{ type: "opt-out", at: clock.now(), via: "agent", evidence }]),
  /** The first message that a carrier is given is refused: see `answers`. */
  "carrier's list": undefined,
} as const;

type Way = keyof typeof stopBy;
const ways = Object.keys(stopBy) as Way[];
/** The phone is both people's, so what comes from it is told to both before anybody says "heard". */
const fromPhone: readonly Way[] = ["text", "key on a call"];

function notTold(trace: Trace): readonly string[] {
  const history = createPermissionHistory();
  for (const happening of trace.happenings) {
    if (happening.is === "written") happening.rows.forEach(history.hear);
    if (happening.is !== "acknowledged" || happening.job !== "stop") continue;
    return ["p1", "p2"]
      .filter((owner) => !history.hasOptedOut(owner))
      .map((owner) => `law 4: STOP was acknowledged and ${owner} was not told`);
  }
  return [];
}

lawTests("law 4: nobody is contacted after an opt-out", () => {
  const engine = lawEngine();

  const afterStop = (of: { readonly plant?: Plant; readonly ways?: readonly Way[] } = {}) =>
    fc.asyncProperty(
      anyOrder,
      fc.constantFrom(...(of.ways ?? ways)),
      fc.constantFrom("p1", "p2"),
      fc.array(anyFates, { minLength: 4, maxLength: 4 }),
      fc.array(fc.constantFrom(second, 2 * second, 5 * second), { maxLength: 4 }),
      async (order, way, who, fates, passing) => {
        const answers = way === "carrier's list" ? (["opted-out"] as const) : [];
        const { plant } = of;
        const setting = { campaigns, policy: unhindered, answers, plant };
        const clinic = await openClinic(engine, order, setting);
        for (const [index, patient] of ["p1", "p2"].entries()) {
          await clinic.admit({ patient, points: pointsOf(patient) }, [byText.id, byMail.id]);
          clinic.begin(`text ${patient}`, ({ contact }) => contact(patient, "sms"), {
            fates: fates[index] ?? [],
          });
          clinic.begin(`mail ${patient}`, ({ contact }) => contact(patient, "email"), {
            fates: patient === "p1" ? (fates[2] ?? []) : [],
          });
        }
        const stop = stopBy[way]?.(who);
        if (stop) clinic.begin("stop", stop, { fates: fates[3] ?? [] });
        clinic.letTimePass(passing);
        await clinic.finish();
        clinic.report(contactsAfterOptOut(clinic.trace));
        if (fromPhone.includes(way)) clinic.report(notTold(clinic.trace));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("in whatever way it is said, by either of two who share a phone", async () => {
    await holds(afterStop(), 40);
    const { accepted, overtaken } = engine.tally();
    expectTried(accepted, 20);
    expectTried(overtaken, 20);
  });

  it("would be seen broken if permission were read before the claim and not at it", async () => {
    const seen = await seenOf(afterStop({ plant: { records: remembered } }), 60);
    expect(seen).toMatch(/law 4: .* was claimed after/);
  });

  it("would be seen broken if a worker did not look at the clock before the call", async () => {
    const seen = await seenOf(afterStop({ plant: { clock: stopped } }), 60);
    expect(seen).toMatch(/law 4: .* too long after/);
  });

  it("would be seen broken if STOP were written to one owner of the phone alone", async () => {
    const plant = { points: deafToOthers };
    const seen = await seenOf(afterStop({ plant, ways: fromPhone }), 60);
    expect(seen).toMatch(/law 4: .* was not told/);
  });
});
