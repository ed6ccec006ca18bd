import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";

const folder = mkdtempSync(join(tmpdir(), "rounds-concepts-"));
afterAll(() => rmSync(folder, { recursive: true }));

function readOne(name: string, content: unknown) {
  const alone = mkdtempSync(join(folder, "one-"));
  writeFileSync(join(alone, name), typeof content === "string" ? content : JSON.stringify(content));
  return readConcepts([alone]);
}

describe("files of concepts", () => {
  it("are short YAML lists by code system", () => {
    const { concepts, mistakes } = readOne(
      "diabetes.yaml",
      "title: diabetes\ncodes: { icd10cm: [E11.*, e109], rxnorm: [6809] }\n",
    );
    expect(mistakes).toEqual([]);
    expect(concepts).toEqual([
      {
        name: "diabetes",
        title: "diabetes",
        codes: ["icd10cm|E11.*", "icd10cm|E10.9", "rxnorm|6809"],
      },
    ]);
  });

  it("are ValueSets with their codes listed, one system for all or each its own", () => {
    const { concepts } = readOne("x.json", {
      resourceType: "ValueSet",
      name: "Mammography",
      compose: { include: [{ system: "http://loinc.org", concept: [{ code: "24606-6" }] }] },
    });
    expect(concepts).toEqual([{ name: "Mammography", codes: ["loinc|24606-6"] }]);
  });

  it("are ValueSets in expanded form, nested or not, named after the file if need be", () => {
    const { concepts } = readOne("Office Visit.json", {
      resourceType: "ValueSet",
      expansion: {
        contains: [
          {
            system: "http://snomed.info/sct",
            code: "1",
            contains: [{ system: "http://snomed.info/sct", code: "2" }],
          },
          { system: "urn:own", code: "3" },
        ],
      },
    });
    expect(concepts).toEqual([
      { name: "Office Visit", codes: ["snomed|1", "snomed|2", "urn:own|3"] },
    ]);
  });

  it("tell the ingredients of a class from the names of its products", () => {
    const product = (code: string, display: string) => ({ code, display });
    const { concepts } = readOne("ras.json", {
      resourceType: "ValueSet",
      compose: {
        include: [
          {
            system: "http://www.nlm.nih.gov/research/umls/rxnorm",
            concept: [
              product("1", "lisinopril 10 MG Oral Tablet"),
              product("2", "hydrochlorothiazide 12.5 MG / lisinopril 20 MG Oral Tablet"),
              product("3", "losartan potassium 50 MG Oral Tablet"),
              product("4", "hydrochlorothiazide 12.5 MG / losartan potassium 50 MG Oral Tablet"),
              product("5", "Something else"),
            ],
          },
        ],
      },
    });
    expect(concepts[0]?.ingredients).toEqual({
      lisinopril: ["rxnorm|1", "rxnorm|2"],
      losartan: ["rxnorm|3", "rxnorm|4"],
    });
    expect(concepts[0]?.codes).toHaveLength(5);
  });

  it("replace those of an earlier folder with the same name", () => {
    const first = mkdtempSync(join(folder, "first-"));
    const second = mkdtempSync(join(folder, "second-"));
    writeFileSync(join(first, "hospice.yaml"), "codes: { hcpcs: [G0182] }");
    writeFileSync(join(second, "own.yaml"), "name: Hospice\ncodes: { hcpcs: [Q5003] }");
    expect(readConcepts([first, second]).concepts).toEqual([
      { name: "Hospice", codes: ["hcpcs|Q5003"] },
    ]);
  });

  it.each([
    ["broken.json", "{", "neither JSON nor YAML"],
    ["empty.yaml", "title: nothing", "no codes"],
    [
      "rules.json",
      { resourceType: "ValueSet", compose: { include: [{ system: "x" }] } },
      "expansion",
    ],
    ["odd.yaml", "codez: {}", "not a list of codes"],
  ])("that cannot be used are named, and the rest goes on: %s", (name, content, words) => {
    const { concepts, mistakes } = readOne(name, content);
    expect(concepts).toEqual([]);
    expect(mistakes[0]?.file).toContain(name);
    expect(mistakes[0]?.message).toContain(words);
  });

  it("that are shipped can all be used", () => {
    const { concepts, mistakes } = readConcepts([join("campaigns", "concepts")]);
    expect(mistakes).toEqual([]);
    expect(concepts.map(({ name }) => name)).toContain("statin");
    for (const { codes } of concepts) {
      for (const code of codes) expect(code).toMatch(/^(loinc|icd10cm|rxnorm|hcpcs)\|/);
    }
  });

  it("that are not there are a mistake", () => {
    expect(readConcepts([join(folder, "nowhere")]).mistakes).toHaveLength(1);
  });
});
