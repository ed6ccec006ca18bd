import { describe, expect, it } from "vitest";
import { campaign } from "#support/a-campaign";
import { ndjson, observation, patient } from "#support/fhir";
import { importRegion, noon } from "#support/import-region";
import { day } from "#support/subject";

const id = "lab-reminder/hba1c";
const goal = { any: "hba1c" } as const;
const hour = 3_600_000;

/** The same campaign for everybody without an HbA1c in so many days, diabetic or not. */
const within = (days: number, overrides = {}) =>
  campaign({ id, audience: { none: { of: "hba1c", within: `${days} days` } }, goal, ...overrides });

async function populated(patients = 3) {
  const region = await importRegion();
  await region.take(
    ndjson(
      ...Array.from({ length: patients }, (_, i) => [
        patient({ id: `p${i}` }),
        observation({
          id: `o${i}`,
          subject: { reference: `Patient/p${i}` },
          effectiveDateTime: "2026-11-01",
        }),
      ]).flat(),
    ),
  );
  return region;
}

type Region = Awaited<ReturnType<typeof importRegion>>;

/** Works the queue off as the function does, `stopAt` far away. */
async function workOff(region: Region) {
  const outcomes: string[] = [];
  for (const message of region.queue.take(100)) {
    const { organization, resolution, slice } = message;
    const stopAt = region.clock.now() + hour;
    outcomes.push((await region.resolve({ organization, resolution, slice, stopAt })).is);
  }
  return outcomes;
}

const startOf = async (region: Region, patient: string) =>
  (await region.eligibility.entry("oak", patient, id))?.from;

describe("publishing a changed audience", () => {
  it("has everybody solved again, in slices, and tells how far it has come", async () => {
    const region = await populated(40);
    expect(await startOf(region, "p0")).toBeUndefined();
    expect(await region.publish("oak", [within(30)])).toEqual([2]);
    expect((await region.resolutions.current("oak"))?.slices).toHaveLength(8);
    expect(await workOff(region)).toEqual(Array.from({ length: 8 }, () => "done"));
    for (const each of ["p0", "p17", "p39"]) {
      expect(await startOf(region, each)).toBe(day("2026-12-01"));
    }
    const slices = (await region.resolutions.current("oak"))?.slices ?? [];
    expect(slices.reduce((sum, { solved }) => sum + solved, 0)).toBe(40);
    expect(await region.reconcile("oak")).toEqual({ patients: 40, differences: [] });
  });

  it("leaves the population alone when only words or steps changed", async () => {
    const region = await populated();
    await region.publish("oak", [within(30)]);
    await workOff(region);
    expect(await region.publish("oak", [within(30, { title: "Other words" })])).toEqual([3]);
    expect(await region.queue.backlog()).toBe(0);
    expect(await region.reconcile("oak")).toEqual({ patients: 3, differences: [] });
  });

  it("goes on after a crash where the last checkpoint was, and does no harm twice", async () => {
    const region = await populated();
    await region.publish("oak", [within(30)]);
    const messages = region.queue.take(100);
    const [first] = messages;
    if (first === undefined) throw new Error("nothing queued");
    const stopAt = region.clock.now() + hour;
    await region.resolve({ ...first, stopAt });
    // The others died with their worker; a repeat of the publication hands them out again.
    await region.publish("oak", [within(30)]);
    expect(await region.queue.backlog()).toBe(7);
    await workOff(region);
    for (const message of messages) {
      expect(await region.resolve({ ...message, stopAt })).toMatchObject({ is: "done" });
    }
    expect(await region.reconcile("oak")).toEqual({ patients: 3, differences: [] });
  });

  it("stops at the end of an invocation and says that there is more", async () => {
    const region = await populated();
    await region.publish("oak", [within(30)]);
    const [message] = region.queue.take(1);
    if (message === undefined) throw new Error("nothing queued");
    expect(await region.resolve({ ...message, stopAt: noon })).toEqual({
      is: "unfinished",
      solved: 0,
    });
  });

  it("gives way to a later change", async () => {
    const region = await populated();
    await region.publish("oak", [within(30)]);
    const old = region.queue.take(100);
    await region.publish("oak", [within(20)]);
    for (const message of old) {
      expect(await region.resolve({ ...message, stopAt: noon + hour })).toMatchObject({
        is: "superseded",
      });
    }
    await workOff(region);
    expect(await startOf(region, "p1")).toBe(day("2026-11-21"));
  });

  it("ends the enrollment of who is no longer meant", async () => {
    const region = await populated();
    await region.publish("oak", [within(20)]);
    await workOff(region);
    await region.enroll({
      ...{ organization: "oak", patient: "p1", campaign: id, version: 2 },
      on: day("2026-11-23"),
    });
    expect((await region.records.load("oak", "p1"))?.enrollments).toHaveLength(1);
    await region.concepts.save("oak", [{ name: "hba1c", codes: ["loinc|none"] }]);
    await region.publish("oak", []);
    await workOff(region);
    expect((await region.records.load("oak", "p1"))?.enrollments).toHaveLength(1);
    await region.concepts.save("oak", []);
    await region.publish("oak", []);
    await workOff(region);
    expect((await region.records.load("oak", "p1"))?.enrollments).toEqual([]);
  });
});

describe("the next look of an entry whose interval is over", () => {
  it("solves the patient again, and enrolls for the interval that holds now", async () => {
    const region = await populated(1);
    await region.publish("oak", [within(30)]);
    await workOff(region);
    const selected = { organization: "oak", patient: "p0", campaign: id, version: 2 };
    expect(await startOf(region, "p0")).toBe(day("2026-12-01"));
    const old = await region.eligibility.entry("oak", "p0", id);
    if (old === undefined) throw new Error("no entry");
    // As selection left it long ago: its interval has ended, its look is that of the next one.
    await region.eligibility.replace("oak", "p0", [
      { ...old, from: day("2026-01-01"), through: day("2026-11-01"), startsOn: day("2026-12-01") },
    ]);
    region.clock.moveTo(noon + 8 * 24 * hour);
    expect(await region.enroll({ ...selected, on: day("2026-12-01") })).toBe("enrolled");
    const [enrollment] = (await region.records.load("oak", "p0"))?.enrollments ?? [];
    expect(enrollment).toMatchObject({ episode: "2026-12-01" });
    expect(enrollment?.eligibleThrough).toBeUndefined();
  });
});
