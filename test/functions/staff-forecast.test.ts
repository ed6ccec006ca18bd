import { describe, expect, it } from "vitest";
import { createMemoryConceptStore } from "#adapters/memory/concept-store";
import { createMemoryFactStore } from "#adapters/memory/fact-store";
import { ForecastPart } from "#contracts/api/forecast";
import { Problem } from "#contracts/api/problem";
import type { Fact } from "#domain/patient/fact";
import { pointId } from "#domain/patient/point-id";
import { campaign } from "#support/a-campaign";
import { oak, profile } from "#support/a-clinic";
import { forecastOf, mammogramCheck, plan } from "#support/a-forecast";
import { known, procedure } from "#support/solving";
import { day } from "#support/subject";
import { staffClinic } from "../support/staff-clinic.ts";

const facts: Readonly<Record<string, readonly Fact[]>> = {
  w1: [procedure("mammogram", "2026-12-03")],
  w2: [procedure("mammogram", "2025-12-01")],
};

const women = Array.from({ length: 30 }, (_, number) => {
  const mobile = `+120255501${String(number).padStart(2, "0")}`;
  return profile({
    ...{ patient: `w${number}`, sex: "female", birthDate: day("1966-06-15") },
    points: [{ id: pointId(mobile), kind: "mobile", address: mobile }],
    language: number % 4 === 0 ? "es" : "en",
  });
});

const mine = mammogramCheck({ id: "screening/women" });
const asked = { on: "2026-12-01", days: "14", from: "new", answers: "silence", part: "0", of: "1" };

/** Oak's clinic with thirty women more, of whom two had a mammogram, and a campaign that is for them. */
async function open() {
  const [concepts, stored] = [createMemoryConceptStore(), createMemoryFactStore()];
  const clinic = await staffClinic({ concepts, facts: stored });
  await concepts.save(
    "oak",
    [...known.names].flatMap((name) => known.get(name) ?? []),
  );
  await clinic.campaigns.publish("oak", mine);
  for (const one of women) {
    await clinic.profiles.save(one);
    const { patient } = one;
    await stored.save("oak", { patient, revision: 0, facts: facts[patient] ?? [] }, 0);
  }
  const ask = (query: Record<string, string> = {}, name = "women") =>
    clinic.ask({
      ...{ route: "GET /v1/campaigns/{family}/{name}/forecast", groups: "[approver]" },
      ...{ path: { family: "screening", name }, query: { ...asked, ...query } },
    });
  const part = async (query: Record<string, string> = {}) =>
    ForecastPart.parse((await ask(query)).body);
  return { clinic, ask, part };
}

describe("a forecast that staff ask for", () => {
  it("says what the command says of the same people, down to the last number", async () => {
    const { part, clinic } = await open();
    const p1 = await clinic.profiles.load("oak", "p1");
    const people = [...women, ...(p1 ? [p1] : [])].map((one) => ({
      ...{ profile: one, facts: facts[one.patient] ?? [] },
    }));
    const organization = { ...oak, name: "Clinic oak" };
    const { counts } = forecastOf(
      people,
      plan({ campaign: mine, organization, on: day("2026-12-01") }),
    );
    const { counts: told, isWhole, blind } = await part();
    expect(isWhole).toBe(true);
    expect(blind).toEqual([]);
    expect(told.touches.length).toBeGreaterThan(3);
    expect(told).toMatchObject({
      ...{ patients: 31, inAudience: counts.inAudience, entered: counts.entered },
      ...{ ended: counts.ended, made: counts.made, waiting: counts.waiting },
    });
    expect(told.touches.map(({ touches, units }) => [touches, units])).toEqual(
      counts.touches.map(({ touches, units }) => [touches, units]),
    );
  });

  it("comes in parts that hold everybody once", async () => {
    const { part } = await open();
    const parts = await Promise.all(
      ["0", "1", "2", "3"].map((index) => part({ part: index, of: "4" })),
    );
    const sum = (of: "patients" | "entered" | "made") =>
      parts.reduce((total, { counts }) => total + counts[of], 0);
    const whole = (await part()).counts;
    expect([sum("patients"), sum("entered"), sum("made")]).toEqual([
      ...[whole.patients, whole.entered, whole.made],
    ]);
    expect(parts.filter(({ counts }) => counts.patients > 0).length).toBeGreaterThan(1);
  });

  it("says when one part holds more people than a request can look at", async () => {
    const { clinic, part } = await open();
    for (let number = 0; number < 600; number += 1) {
      await clinic.profiles.save(profile({ patient: `more-${number}`, points: [] }));
    }
    const { isWhole, counts } = await part({ days: "1" });
    expect(isWhole).toBe(false);
    expect(counts.patients).toBe(500);
    expect((await part({ days: "1", of: "8" })).isWhole).toBe(true);
  });

  it("begins from where everybody stands, when that is asked", async () => {
    const { clinic, part } = await open();
    const before = (await part({ from: "records" })).counts;
    await clinic.act("oak", "w5", () => [
      { type: "opt-out", at: clinic.clock.now(), via: "agent" },
    ]);
    const after = (await part({ from: "records" })).counts;
    expect(after.entered).toBe(before.entered - 1);
    expect(after.keptOut).toContainEqual({ reason: "opted-out", count: 1 });
    expect((await part({ from: "new" })).counts.entered).toBe(before.entered);
  });

  it("changes nothing, and is about nobody", async () => {
    const { clinic, part } = await open();
    const stored = async () =>
      JSON.stringify(await Promise.all(["p1", "w1"].map((id) => clinic.records.load("oak", id))));
    const before = await stored();
    await part({ from: "records", answers: "likely" });
    expect(await stored()).toBe(before);
    expect((await clinic.views.page("oak", "w1", { limit: 9 })).views).toEqual([]);
  });

  it("names what nobody asked about until now, for no fact of it was kept", async () => {
    const { clinic } = await open();
    const { forecastCampaign } = clinic.uses;
    const draft = campaign({ audience: { any: "hba1c" }, goal: { any: "hba1c" } });
    const member = { user: "u", name: "n", organization: "oak", roles: ["care-manager"] } as const;
    const query = { ...asked, from: "new", answers: "silence", days: 7, part: 0, of: 1 } as const;
    const answer = await forecastCampaign(member, draft, query);
    expect(answer).toMatchObject({ told: { blind: ["hba1c"] } });
  });

  it.each([
    [{ days: "93" }, "query.days"],
    [{ days: "0" }, "query.days"],
    [{ of: "5000" }, "query.of"],
    [{ on: "2026-13-01" }, "query.on"],
    // Monday is today: what was sent this morning would be counted once more.
    [{ on: "2026-11-30", from: "records" }, "query.on"],
  ])("is refused when it asks for %o", async (query, at) => {
    const { ask } = await open();
    const { body } = await ask(query);
    expect(Problem.parse(body)).toMatchObject({ code: "bad-request", at });
  });

  it("is refused of a campaign or a version that is not there", async () => {
    const { ask } = await open();
    expect(Problem.parse((await ask({}, "none")).body).code).toBe("no-such-campaign");
    expect(Problem.parse((await ask({ version: "9" })).body).code).toBe("no-such-campaign");
  });
});
