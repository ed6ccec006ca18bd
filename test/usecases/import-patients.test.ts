import { describe, expect, it } from "vitest";
import { pointId } from "#domain/patient/point-id";
import { ndjson, observation, patient } from "#support/fhir";
import { importRegion, noon } from "#support/import-region";
import { day } from "#support/subject";

const diabetes = {
  resourceType: "Condition",
  id: "dm",
  code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "E11.9" }] },
  subject: { reference: "Patient/p1" },
  onsetDateTime: "2020-01-01",
};
const phone = pointId("+16175550134");
const campaign = "lab-reminder/hba1c";

const eventsOf = (region: Awaited<ReturnType<typeof importRegion>>, type: string) =>
  region.changes.flatMap(({ events }) => events.filter((event) => event.type === type));

describe("importing patients", () => {
  it("keeps profile, facts and points, and says from when the audience holds", async () => {
    const region = await importRegion();
    const done = await region.take(ndjson(patient(), diabetes, observation()));
    expect(done).toMatchObject({ accepted: 3, quarantined: 0, notes: {} });
    expect(await region.profiles.load("oak", "p1")).toMatchObject({ language: "en" });
    expect((await region.facts.load("oak", "p1"))?.facts).toHaveLength(2);
    expect((await region.points.owners("oak", phone)).patients).toEqual(["p1"]);
    expect((await region.records.load("oak", "p1"))?.reach.points.sms).toBe(phone);
    // Today is one of the 190 days: from the 190th day after the test on there is none within them.
    expect(await region.eligibility.entry("oak", "p1", campaign)).toMatchObject({
      from: day("2026-05-04") + 190,
      startsOn: day("2026-05-04") + 190,
    });
  });

  it("changes nothing when the same file comes again", async () => {
    const region = await importRegion();
    const text = ndjson(patient(), diabetes, observation());
    await region.take(text);
    const before = await Promise.all([
      region.profiles.load("oak", "p1"),
      region.facts.load("oak", "p1"),
      region.eligibility.entry("oak", "p1", campaign),
      region.changes.length,
    ]);
    await region.take(text);
    await region.take(text, "copy.ndjson");
    expect(
      await Promise.all([
        region.profiles.load("oak", "p1"),
        region.facts.load("oak", "p1"),
        region.eligibility.entry("oak", "p1", campaign),
        region.changes.length,
      ]),
    ).toEqual(before);
  });

  it("quarantines what cannot be read, by line and reason, and goes on", async () => {
    const region = await importRegion();
    const done = await region.take(
      ndjson(
        patient(),
        '{"resourceType":"Observation","id":"Canary',
        { resourceType: "Sighting", id: "2" },
        { ...observation(), effectiveDateTime: "Canary" },
        diabetes,
      ),
      "day-1/in.ndjson",
    );
    expect(done).toMatchObject({ accepted: 2, quarantined: 3 });
    expect(JSON.parse(region.files.read("reports/day-1/in.ndjson#1.json") ?? "{}")).toMatchObject({
      file: "day-1/in.ndjson",
      counts: expect.arrayContaining([
        { resourceType: "Condition", accepted: 1, quarantined: 0 },
        { resourceType: "Observation", accepted: 0, quarantined: 1 },
      ]),
    });
    const reports = [2, 3, 4].map((line) =>
      JSON.parse(region.files.read(`quarantine/day-1/in.ndjson#${line}.json`) ?? "{}"),
    );
    expect(reports.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "fhir/not-json"],
      [3, "fhir/unknown-resource"],
      [4, "fhir/bad-date"],
    ]);
    expect(JSON.stringify(reports)).not.toContain("Canary");
    expect((await region.facts.load("oak", "p1"))?.facts).toHaveLength(1);
  });

  it("takes a patient without phone, zone or language, and says so", async () => {
    const region = await importRegion();
    const done = await region.take(
      ndjson(patient({ telecom: [], address: [], communication: [] }), diabetes),
    );
    expect(done.notes).toEqual({
      "patient/no-contact-point": 1,
      "patient/unknown-zone": 1,
      "patient/unknown-language": 1,
    });
    expect(await region.eligibility.entry("oak", "p1", campaign)).toBeDefined();
  });

  it("knows both owners of a phone that serves two patients", async () => {
    const region = await importRegion();
    const telecom = [{ system: "phone", value: "617-555-0134", use: "home" }] as const;
    await region.take(ndjson(patient(), patient({ id: "p2", telecom: [...telecom] })));
    expect((await region.points.owners("oak", phone)).patients).toEqual(["p1", "p2"]);
  });

  it("a STOP from a phone also holds for whoever is found at that phone later", async () => {
    const region = await importRegion();
    await region.take(ndjson(patient()));
    const evidence = { by: "other-owner", reference: "reply:r1" };
    await region.points.stop("oak", phone, { at: noon - 1000, via: "sms", evidence });
    await region.take(ndjson(patient({ id: "p2" })), "later.ndjson");
    expect((await region.records.load("oak", "p2"))?.permissions).toMatchObject([
      { says: "revoked", via: "sms", at: noon - 1000, scope: {}, from: phone },
    ]);
    expect(eventsOf(region, "opted-out")).toMatchObject([{ evidence }]);
  });

  it("what a list stopped for one channel holds there, on that channel, for who comes later", async () => {
    const region = await importRegion();
    const evidence = { by: "list", reference: "import:opt-outs/old.csv#2" };
    for (const channel of ["sms", "voice"] as const) {
      await region.points.stop("oak", phone, {
        at: 1,
        via: "import",
        scope: { channel },
        evidence,
      });
    }
    await region.take(ndjson(patient()));
    expect((await region.records.load("oak", "p1"))?.permissions).toMatchObject([
      { scope: { channel: "sms", point: phone } },
      { scope: { channel: "voice", point: phone } },
    ]);
    expect(eventsOf(region, "opted-out")).toMatchObject([{ evidence }, { evidence }]);
  });

  it("lets go of a number that the patient no longer has", async () => {
    const region = await importRegion();
    await region.take(ndjson(patient()));
    const telecom = [{ system: "phone", value: "617-555-0135", use: "mobile" }] as const;
    await region.take(ndjson(patient({ telecom: [...telecom] })));
    expect((await region.points.owners("oak", phone)).patients).toEqual([]);
    expect((await region.points.owners("oak", pointId("+16175550135"))).patients).toEqual(["p1"]);
  });

  it("solves when the patient comes, whether facts came before or after", async () => {
    const region = await importRegion();
    await region.take(ndjson(diabetes), "Condition.ndjson");
    expect(await region.eligibility.entry("oak", "p1", campaign)).toBeUndefined();
    await region.take(ndjson(patient()), "Patient.ndjson");
    expect(await region.eligibility.entry("oak", "p1", campaign)).toBeDefined();
  });

  it("ends the enrollment of a patient whose result arrives", async () => {
    const region = await importRegion();
    await region.take(ndjson(patient(), diabetes));
    const episode = "2026-11-23";
    await region.act(
      "oak",
      "p1",
      () => [{ type: "enroll", at: noon, campaign, version: 1, episode }],
      [{ campaign, version: 1 }],
    );
    region.clock.moveTo(noon + 86_400_000);
    await region.take(ndjson(observation({ effectiveDateTime: "2026-11-24" })), "lab.ndjson");
    const record = await region.records.load("oak", "p1");
    expect(record?.enrollments).toEqual([]);
    expect(region.changes.flatMap(({ events }) => events)).toContainEqual(
      expect.objectContaining({ type: "enrollment-ended", outcome: "goal-met" }),
    );
  });

  it("ends the enrollment of a patient whose diagnosis was an error", async () => {
    const region = await importRegion();
    await region.take(ndjson(patient(), diabetes));
    await region.act(
      "oak",
      "p1",
      () => [{ type: "enroll", at: noon, campaign, version: 1, episode: "2026-11-23" }],
      [{ campaign, version: 1 }],
    );
    const verificationStatus = { coding: [{ code: "entered-in-error" }] };
    await region.take(ndjson({ ...diabetes, verificationStatus }));
    expect((await region.records.load("oak", "p1"))?.enrollments).toEqual([]);
    expect(await region.eligibility.entry("oak", "p1", campaign)).toBeUndefined();
  });

  it("reads a long file in stretches", async () => {
    const region = await importRegion();
    const many = Array.from({ length: 4_500 }, (_, index) => patient({ id: `p${index}` }));
    const text = ndjson(...many);
    const first = await region.take(text);
    expect(first).toMatchObject({ accepted: 2_000, nextLine: 2_001 });
    const second = await region.take(text, "in.ndjson", first.nextLine);
    expect(second).toMatchObject({ accepted: 2_000, nextLine: 4_001 });
    const third = await region.take(text, "in.ndjson", second.nextLine);
    expect(third).toMatchObject({ accepted: 500 });
    expect(third.nextLine).toBeUndefined();
  });

  it("reads a bundle that is broken into lines", async () => {
    const region = await importRegion();
    const bundle = {
      resourceType: "Bundle",
      entry: [{ resource: patient() }, { resource: diabetes }],
    };
    const done = await region.take(JSON.stringify(bundle, undefined, 2), "bundle.json");
    expect(done).toMatchObject({ accepted: 2, quarantined: 0 });
    expect(await region.eligibility.entry("oak", "p1", campaign)).toBeDefined();
  });

  it("keeps only facts that a live campaign asks about", async () => {
    const region = await importRegion();
    const weight = { code: { coding: [{ system: "http://loinc.org", code: "29463-7" }] } };
    await region.take(ndjson(patient(), observation(weight)));
    expect((await region.facts.load("oak", "p1"))?.facts).toEqual([]);
  });
});
