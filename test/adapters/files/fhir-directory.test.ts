import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { collectSubjects } from "#adapters/files/collect-subjects";
import { fhirFiles, fhirTexts } from "#adapters/files/fhir-directory";
import { ndjson, observation, patient } from "#support/fhir";
import { day } from "#support/subject";

let directory = "";

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "rounds-fhir-"));
  await mkdir(join(directory, "bundles"));
  const other = { resource: patient({ id: "p2" }) };
  const files: readonly (readonly [string, string | Buffer])[] = [
    ["Observation.ndjson.gz", gzipSync(`${ndjson(observation(), "", "{broken")}\n`)],
    ["Patient.ndjson", `\uFEFF${ndjson(patient())}\r\n`],
    ["bundles/one.json", JSON.stringify({ resourceType: "Bundle", entry: [other] })],
    ["cut.ndjson.gz", gzipSync(ndjson(patient({ id: "p3" }))).subarray(0, 40)],
    ["notes.txt", "not FHIR"],
    [".hidden.json", "{}"],
  ];
  for (const [name, body] of files) await writeFile(join(directory, name), body);
});

afterAll(() => rm(directory, { recursive: true }));

describe("a directory of FHIR files", () => {
  it("is read patients first, then by name, without what is not FHIR", async () => {
    expect((await fhirFiles(directory)).map(({ name }) => name)).toEqual([
      "Patient.ndjson",
      "Observation.ndjson.gz",
      "bundles/one.json",
      "cut.ndjson.gz",
    ]);
  });

  it("gives the lines of packed files with their numbers", async () => {
    const file = (await fhirFiles(directory)).find(({ name }) => name.startsWith("Observation"));
    const lines: number[] = [];
    for await (const { line } of fhirTexts(file!)) lines.push(line);
    expect(lines).toEqual([1, 3]);
  });

  it("gives every patient, and names broken lines and files without stopping", async () => {
    const progress: number[] = [];
    const { subjects, faults, counts } = await collectSubjects(directory, {
      on: day("2026-11-23"),
      onProgress: ({ resources }) => progress.push(resources),
    });
    expect(subjects.map((subject) => [subject.patient, subject.facts.length])).toEqual([
      ["p1", 1],
      ["p2", 0],
    ]);
    expect(faults.map(({ file, line, fault }) => [file, line, fault.reason])).toEqual([
      ["Observation.ndjson.gz", 3, "fhir/not-json"],
      ["cut.ndjson.gz", 1, "fhir/unreadable-file"],
    ]);
    expect(counts.find(({ resourceType }) => resourceType === "Patient")?.accepted).toBe(2);
    expect(progress.at(-1)).toBe(4);
  });
});
