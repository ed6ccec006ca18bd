import { describe, expect, it } from "vitest";
import { createMemoryCallPlacer } from "#adapters/memory/provider";
import type { Person } from "#domain/forecast/plan";
import { pointId } from "#domain/patient/point-id";
import { lanes } from "#domain/record/due";
import { atLocal, type Day, dayOf, formatDay, minuteMs, startOfDay } from "#domain/time";
import { createContactPatient, deliverByCall, deliverByEmail } from "#usecases/contact-patient";
import { createSettlePatient } from "#usecases/settle-patient";
import { clinic, oak } from "../support/a-clinic.ts";
import { forecastOf, mammogramCheck, person, plan } from "../support/a-forecast.ts";
import { known, procedure } from "../support/solving.ts";
import { day } from "../support/subject.ts";

const zone = oak.business.zone;
const days = 14;
const first = day("2026-11-30");

/** Due work is looked for so often; contacts go up to that much later than in the forecast. */
const tickMs = 15 * minuteMs;

const mail = "maria@example.org";

/** A phone of their own each: one that is shared has caps of its own, which no forecast knows. */
function withPhone(last: string, where: Partial<Person["profile"]> = {}) {
  const mobile = `+1202555${last}`;
  return { points: [{ id: pointId(mobile), kind: "mobile", address: mobile }], ...where } as const;
}

const everybody: readonly Person[] = [
  person("new-york", withPhone("0121")),
  person("honolulu", withPhone("0122", { zones: ["Pacific/Honolulu"], states: ["HI"] })),
  person("anywhere", withPhone("0123", { zones: [], states: [] })),
  person("by-mail", { points: [{ id: pointId(mail), kind: "email", address: mail }] }),
  person("screened-on-wednesday", withPhone("0124"), [procedure("mammogram", "2026-12-02")]),
  person("due-in-a-week", withPhone("0125"), [procedure("mammogram", "2024-09-07")]),
  person("without-phone", { points: [] }),
  person("man", withPhone("0126", { sex: "male" })),
];

/** The clinic's own use cases live the same days with people who answer nothing. */
async function lived() {
  const campaign = mammogramCheck();
  const it = await clinic({ campaigns: [campaign] });
  const placer = createMemoryCallPlacer();
  const contact = {
    ...{ act: it.act, profiles: it.profiles, organizations: it.organizations },
    ...{ points: it.points, stopPoint: it.stopPoint, isFenced: it.isFenced, clock: it.clock },
    ...{ tripBreaker: it.tripBreaker, slowLane: it.slowLane, recipients: it.recipients },
  };
  const call = createContactPatient({ ...contact, deliver: deliverByCall(placer, it.calls) });
  const write = createContactPatient({ ...contact, deliver: deliverByEmail(it.mail) });
  const settle = createSettlePatient({ act: it.act, eligibility: it.eligibility });
  const context = { campaigns: [campaign], concepts: known, zone };

  const morning = async (today: Day) => {
    for (const { profile, facts } of everybody) {
      const news = facts.filter(({ from }) => from <= today);
      await settle(profile, news, { ...context, at: it.clock.now() });
    }
    await it.select({ organization: "oak" });
    for (const work of it.enrolls.take(100)) await it.enroll(work);
  };
  const tick = async () => {
    await it.release();
    for (const lane of lanes) {
      for (const { patient } of it.queues[lane].take(1_000)) {
        const input = { organization: "oak", patient };
        if (lane === "decide") await it.advance("oak", patient);
        else if (lane === "task") await it.raise("oak", patient);
        else if (lane === "sms") await it.sendSms({ ...input, channel: lane });
        else if (lane === "email") await write({ ...input, channel: lane });
        else await call({ ...input, channel: lane });
      }
    }
    for (const { profile } of everybody) await beSilent(it, profile.patient);
  };

  for (const { profile } of everybody) await it.profiles.save(profile);
  for (let today = first; today < first + days; today += 1) {
    it.clock.moveTo(atLocal(today, 5 * 60, zone));
    await morning(today);
    for (let now = it.clock.now(); now < startOfDay(today + 1, zone); now += tickMs) {
      it.clock.moveTo(now);
      await tick();
    }
  }
  return it.rows;
}

/** Nobody picks up, and an agent reaches nobody by the deadline. */
async function beSilent(it: Awaited<ReturnType<typeof clinic>>, patient: string) {
  await it.act("oak", patient, (record) => [
    ...record.touches
      .filter(({ channel, status }) => channel === "voice" && status === "sent")
      .map(({ touch }) => ({
        ...({ type: "record-receipt", at: it.clock.now(), touch } as const),
        receipt: { is: "failed", reason: "no-answer" } as const,
      })),
    ...record.tasks
      .filter(({ deadline }) => deadline <= it.clock.now())
      .map(({ id }) => ({
        ...({ type: "resolve-task", at: it.clock.now(), task: id } as const),
        outcome: "unreachable" as const,
      })),
  ]);
}

/** `12-04 voice`, sorted. */
function contacts(made: readonly { readonly at: number; readonly channel: string }[]) {
  return made
    .map(({ at, channel }) => `${formatDay(dayOf(at, zone)).slice(5)} ${channel}`)
    .toSorted();
}

describe("a forecast of silence", () => {
  it("tells the very contacts, ends and tasks that the clinic's functions then make", async () => {
    const rows = (await lived()).map(({ event }) => event);
    const { counts } = forecastOf(everybody, plan({ days }));
    const foretold = counts.touches.flatMap(({ day: on, lane, touches }) =>
      Array.from({ length: touches }, () => ({ at: startOfDay(on, zone), channel: lane })),
    );
    expect(contacts(foretold)).toEqual(
      contacts(rows.filter((event) => event.type === "touch-accepted")),
    );
    expect(counts.made).toBeGreaterThan(10);
    const tasks = counts.tasks.reduce((sum, row) => sum + row.tasks, 0);
    expect(tasks).toBe(rows.filter(({ type }) => type === "escalated").length);
    const ended = rows.filter((event) => event.type === "enrollment-ended");
    expect(counts.ended.reduce((sum, { count }) => sum + count, 0)).toBe(ended.length);
  });
});
