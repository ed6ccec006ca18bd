import fc from "fast-check";
import { expect, it } from "vitest";
import { startWithinMs } from "#domain/limits";
import { dayOf, formatDay } from "#domain/time";
import { type Plant, remembered } from "#local/simulation/plant";
import { at, monday } from "#support/a-record";
import { anyFates } from "#support/laws/any-fate";
import { asking, unhindered } from "#support/laws/asking";
import { begunCalls } from "#support/laws/begun-calls";
import { type BusyClinic, openClinic } from "#support/laws/busy-clinic";
import { lawEngine } from "#support/laws/engine";
import { importSkillsOf } from "#support/laws/import-skills";
import { anyOrder, type Fate, nobodyElse } from "#support/laws/interleaving";
import { expectTried, holds, lawTests, seenOf } from "#support/laws/law";
import type { Trace } from "#support/laws/trace";
import { day, fact } from "#support/subject";
import { wallClock } from "#support/wall-clock";

const second = 1_000;
const newYork = "America/New_York";
const today = dayOf(monday, newYork);

const overdue = { none: { of: "mammogram", within: "27 months" } };
const campaigns = [
  asking("sms", {
    audience: { all: [{ age: { through: 74 } }, overdue] },
    goal: { any: "mammogram" },
  }),
  asking("sms", { id: "screening/again", audience: overdue, goal: { any: "mammogram" } }),
];
const ids = campaigns.map(({ id }) => id);

const mammogram = fact({ id: "Procedure/1", codes: ["hcpcs|77067"], from: today });
const flu = fact({ id: "Procedure/2", codes: ["hcpcs|G0008"], from: today });

function bring(clinic: BusyClinic, name: string, found: typeof flu, fates: readonly Fate[]): void {
  clinic.begin(
    name,
    (skills, worker) => importSkillsOf(skills, clinic.stores, worker).take("p1", campaigns, found),
    { fates },
  );
}

/** Claims after the goal was met, and calls that began later than a claim before it allows. */
function contactsAfterEnd(trace: Trace): readonly string[] {
  const ended = new Set<string>();
  const found: string[] = [];
  const calls = new Map(begunCalls(trace).map((begun) => [begun.order, begun]));
  trace.happenings.forEach((happening, order) => {
    if (happening.is === "written") {
      for (const { event } of happening.rows) {
        if (event.type === "enrollment-ended") ended.add(event.campaign);
        if (event.type === "enrolled") ended.delete(event.campaign);
        if (event.type === "touch-claimed" && ended.has(event.touch.campaign)) {
          found.push(`law 8: a ${event.channel} was claimed after the end of its enrollment`);
        }
      }
    }
    const claim = calls.get(order)?.claim;
    if (!claim || !ended.has(claim.touch.campaign)) return;
    if (happening.at - claim.at > startWithinMs) {
      found.push(`law 8: a ${claim.channel} began too long after its claim`);
    }
  });
  return found;
}

/** Once the news was taken, nothing is claimed, and nothing stays open that would be. */
function contactsAfterNews(trace: Trace): readonly string[] {
  const news = trace.happenings.findIndex(
    (happening) => happening.is === "acknowledged" && happening.job === "news",
  );
  return trace.happenings
    .slice(news)
    .flatMap((happening) =>
      happening.is === "written"
        ? happening.rows.flatMap(({ event }) =>
            event.type === "touch-claimed"
              ? ["law 8: claimed after the goal was known to be met"]
              : [],
          )
        : [],
    );
}

lawTests("law 8: a goal that is met, or an audience that is over, is the end", () => {
  const engine = lawEngine();

  const afterGoal = (plant?: Plant) =>
    fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: 5, maxLength: 5 }),
      fc.array(fc.constantFrom(second, 2 * second, 5 * second), { maxLength: 4 }),
      async (order, fates, passing) => {
        const clinic = await openClinic(engine, order, { campaigns, policy: unhindered, plant });
        await clinic.admit({ birthDate: day("1966-06-15") }, ids);
        for (let worker = 0; worker < 3; worker += 1) {
          const own = { fates: fates[worker] ?? [] };
          clinic.begin(`worker ${worker}`, ({ contact }) => contact("p1", "sms"), own);
        }
        bring(clinic, "news", mammogram, fates[3] ?? []);
        bring(clinic, "other news", flu, fates[4] ?? []);
        clinic.letTimePass(passing, 2);
        await clinic.finish();
        clinic.report(contactsAfterEnd(clinic.trace));
        clinic.report(contactsAfterNews(clinic.trace));
        if (!plant) clinic.report(clinic.verified());
      },
    );

  it("by whatever import, beside whatever claims and sends", async () => {
    await holds(afterGoal(), 30);
    expectTried(engine.tally().overtaken, 10);
  });

  it("also of somebody who is being enrolled while the news comes in", async () => {
    const enrolling = fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: 3, maxLength: 3 }),
      async (order, fates) => {
        const clinic = await openClinic(engine, order, { campaigns, policy: unhindered });
        await clinic.admit({ birthDate: day("1966-06-15") }, []);
        await importSkillsOf(clinic.quietly, clinic.stores, nobodyElse).take("p1", campaigns, flu);
        for (const [index, id] of ids.entries()) {
          clinic.begin(
            `selection ${index}`,
            (skills, worker) => importSkillsOf(skills, clinic.stores, worker).enroll("p1", id),
            { fates: fates[index] ?? [] },
          );
        }
        bring(clinic, "news", mammogram, fates[2] ?? []);
        await clinic.finish();
        const record = await clinic.stores.records.load("oak", "p1");
        const open = record?.enrollments.map(({ campaign }) => campaign) ?? [];
        clinic.report(open.map((id) => `law 8: ${id} goes on although its goal is met`));
        clinic.report(clinic.verified());
      },
    );
    await holds(enrolling, 30);
  });

  it("at the midnight after which an audience no longer holds", async () => {
    const lastDay = "2026-11-30";
    const aroundMidnight = fc.asyncProperty(
      anyOrder,
      fc.array(anyFates, { minLength: 3, maxLength: 3 }),
      fc.array(fc.constantFrom(500, second, 20 * second), { maxLength: 6 }),
      async (order, fates, passing) => {
        const from = at("2026-11-30T23:59:40-05:00");
        const clinic = await openClinic(engine, order, { campaigns, policy: unhindered, from });
        await clinic.admit({ birthDate: day("1951-12-01") }, ids.slice(0, 1));
        await importSkillsOf(clinic.quietly, clinic.stores, nobodyElse).take("p1", campaigns, flu);
        fates.forEach((own, worker) => {
          clinic.begin(`worker ${worker}`, ({ contact }) => contact("p1", "sms"), { fates: own });
        });
        clinic.letTimePass(passing, 2);
        await clinic.finish();
        const late = begunCalls(clinic.trace).filter(
          ({ claim }) => claim && wallClock(newYork)(claim.at).date > lastDay,
        );
        clinic.report(late.map(({ call }) => `law 8: ${call.key} went after ${lastDay}`));
        clinic.report(clinic.verified());
      },
    );
    await holds(aroundMidnight, 16);
    expectTried(engine.tally().accepted, 4);
    expect(formatDay(today)).toBe(lastDay);
  });

  it("would be seen broken if the enrollment were read before the claim and not at it", async () => {
    expect(await seenOf(afterGoal({ records: remembered }), 60)).toMatch(/law 8: .* claimed after/);
  });
});
