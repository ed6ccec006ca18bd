import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectSubjects } from "#adapters/files/collect-subjects";
import { readConcepts } from "#adapters/files/concept-files";
import { loadCampaigns } from "#cli/campaign-files";
import { registerSample } from "#cli/commands/sample";
import { Gathering } from "#contracts/fhir/gathering";
import { profileOf } from "#contracts/fhir/profile";
import { conceptCatalog } from "#domain/audience/concept";
import { solve } from "#domain/audience/solve";
import { defaultPolicy } from "#domain/contact/default-policy";
import { nextOpen } from "#domain/contact/hours";
import type { Profile } from "#domain/patient/profile";
import { dayMs } from "#domain/time";
import { keptPhoneOf, phoneOf } from "#local/sample/place";
import { resourcesOfPatient, writeSample } from "#local/sample/write-sample";
import { scriptedTerminal } from "#support/scripted-terminal";
import { day } from "#support/subject";

const anchor = day("2026-11-23");
let directory = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "rounds-sample-"));
});

afterAll(() => rm(directory, { recursive: true }));

function profiles(count: number): readonly Profile[] {
  const gathering = new Gathering(
    () => true,
    ({ fault }) => {
      throw new Error(fault.reason);
    },
  );
  for (let number = 0; number < count; number += 1) {
    for (const resource of resourcesOfPatient(7, number, anchor)) {
      gathering.add(JSON.stringify(resource), { file: "sample", line: number });
    }
  }
  return gathering.finish().flatMap(({ resource }) => {
    return resource ? [profileOf(resource, { organization: "oak", on: anchor }).profile] : [];
  });
}

describe("a sample population", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(resourcesOfPatient(7, 3, anchor)).toEqual(resourcesOfPatient(7, 3, anchor));
    expect(resourcesOfPatient(8, 3, anchor)).not.toEqual(resourcesOfPatient(7, 3, anchor));
  });

  it("begins with the smaller one of the same seed", async () => {
    const texts = await Promise.all(
      [20, 40].map(async (patients) => {
        const where = join(directory, String(patients));
        await writeSample({ patients, seed: 7, directory: where, anchor });
        return readFile(join(where, "Patient.ndjson"), "utf8");
      }),
    );
    expect(texts[1]?.startsWith(texts[0] ?? "?")).toBe(true);
  });

  it("holds nothing that an import would refuse, nor anything dated after the anchor", async () => {
    const where = join(directory, "clean");
    await writeSample({ patients: 300, seed: 7, directory: where, anchor });
    const { subjects, faults } = await collectSubjects(where, { on: anchor });
    expect(faults).toEqual([]);
    expect(subjects).toHaveLength(300);
    const days = subjects.flatMap(({ facts }) => facts.map(({ from }) => from));
    expect(Math.max(...days)).toBeLessThan(anchor);
  });

  it("drifts within a month for every campaign, and for none as a whole", async () => {
    const where = join(directory, "drift");
    await writeSample({ patients: 600, seed: 7, directory: where, anchor });
    const { subjects } = await collectSubjects(where, { on: anchor });
    const catalog = conceptCatalog(readConcepts(["campaigns/concepts"]).concepts);
    const shares = loadCampaigns().map(({ id, audience }) => {
      const month = { from: anchor, through: anchor + 30 };
      const due = subjects.filter((one) => solve(audience, one, catalog, month).length > 0);
      return { id, share: due.length / subjects.length };
    });
    expect(shares.filter(({ share }) => share === 0 || share > 0.4)).toEqual([]);
  });

  it("stays small: ten resources for a patient or about so", () => {
    const counts = Array.from({ length: 300 }, (_, n) => resourcesOfPatient(7, n, anchor).length);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(12);
  });

  it("has every kind of person that outreach meets", () => {
    const people = profiles(600);
    const share = (holds: (profile: Profile) => boolean) =>
      people.filter(holds).length / people.length;
    expect(share(({ language }) => language === "es")).toBeGreaterThan(0.18);
    expect(share(({ language }) => language === "es")).toBeLessThan(0.32);
    for (const kind of ["mobile", "phone", "email"]) {
      expect(share(({ points }) => points.some((point) => point.kind === kind))).toBeGreaterThan(
        0.1,
      );
    }
    expect(share(({ points }) => points.length === 0)).toBeGreaterThan(0);
    expect(share(({ zones }) => zones.length === 0)).toBeGreaterThan(0);
    expect(share(({ isLanguageKnown }) => !isLanguageKnown)).toBeGreaterThan(0);
    expect(share(({ doNotContact }) => doNotContact === "deceased")).toBeGreaterThan(0);
    expect(share(({ doNotContact }) => doNotContact === "inactive")).toBeGreaterThan(0);
    expect(new Set(people.flatMap(({ zones }) => zones)).size).toBeGreaterThan(6);
    const points = people.flatMap((profile) => profile.points.map(({ id }) => id));
    expect(new Set(points).size).toBeLessThan(points.length);
  });

  it("has numbers of the place where they live, but for some who kept an old one", () => {
    const people = profiles(600).filter(({ points }) =>
      points.some(({ kind }) => kind !== "email"),
    );
    const fromElsewhere = people.filter(({ states }) => states.length > 1);
    expect(fromElsewhere.length / people.length).toBeGreaterThan(0.04);
    expect(fromElsewhere.length / people.length).toBeLessThan(0.15);
    const unreachable = people.filter(({ zones }) => {
      const where = zones.length > 0 ? zones : defaultPolicy.unknownZones;
      return nextOpen(anchor * dayMs, where, [defaultPolicy.window]) === undefined;
    });
    expect(unreachable).toEqual([]);
  });

  it("gives valid numbers, each to one household", () => {
    const numbers = Array.from({ length: 2_000 }, (_, household) => [
      phoneOf(household, 0),
      phoneOf(household, 1),
      keptPhoneOf(household),
    ]).flat();
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(parsePhoneNumberFromString(number, "US")?.isValid(), number).toBe(true);
    }
  });
});

async function rounds(...words: readonly string[]) {
  const terminal = scriptedTerminal();
  const program = new Command().exitOverride();
  registerSample(program, terminal);
  await program.parseAsync(["node", "rounds", "sample", ...words]);
  return terminal;
}

describe("rounds sample", () => {
  it("prints what it wrote, broken lines apart", async () => {
    const out = join(directory, "command");
    const words = ["--patients", "12", "--seed", "3", "--out", out, "--anchor", "2026-11-23"];
    const terminal = await rounds(...words, "--broken", "--json");
    expect(JSON.parse(terminal.printed())).toMatchObject({ Patient: 12, broken: 6 });
    const { faults } = await collectSubjects(out, { on: anchor });
    expect(faults.map(({ fault }) => fault.reason)).toEqual([
      "fhir/not-json",
      "fhir/unknown-resource",
      "fhir/no-patient-reference",
      "fhir/bad-date",
      "fhir/bad-shape",
      "fhir/no-status",
    ]);
  });

  it.each([
    ["--patients", "many"],
    ["--patients", "2", "--seed", "-1"],
    ["--patients", "2", "--anchor", "2026-02-30"],
  ])("says what is wrong with %s %s", async (...words) => {
    const terminal = await rounds(...words, "--out", join(directory, "none"));
    expect(terminal.exitCode).toBe(2);
    expect(terminal.complained()).toMatch(/takes/);
  });
});
