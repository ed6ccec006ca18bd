import { describe, expect, it } from "vitest";
import { traitsOf } from "#domain/reach/cohort";
import { parseDay } from "#domain/time";

const day = (text: string) => parseDay(text) ?? Number.NaN;
const on = day("2026-11-26");
const somebody = { language: "es-MX", isLanguageKnown: true } as const;

describe("what reach knows of a patient", () => {
  it.each([
    ["2026-01-01", "0-17"],
    ["2008-11-27", "0-17"],
    ["2008-11-26", "18-19"],
    ["2006-11-26", "20-29"],
    ["1957-11-27", "60-69"],
    ["1956-11-26", "70-79"],
    ["1936-11-27", "80-89"],
    ["1936-11-26", "90+"],
    ["1910-05-05", "90+"],
  ])("is an age of whole tens: born %s, %s", (born, band) => {
    expect(traitsOf({ ...somebody, birthDate: day(born) }, on).ageBand).toBe(band);
  });

  it("is a language without its region, if it was stated", () => {
    expect(traitsOf(somebody, on)).toEqual({ language: "es" });
    expect(traitsOf({ language: "en", isLanguageKnown: false }, on)).toEqual({});
  });

  it("is no name, number or date of birth", () => {
    const profile = {
      ...somebody,
      ...{ given: "Ana", family: "Ruiz", points: [], birthDate: day("1960-02-29") },
      ...({ sex: "female", site: "north" } as const),
    };
    expect(traitsOf(profile, on)).toEqual({
      ...{ language: "es", ageBand: "60-69", sex: "female", site: "north" },
    });
  });
});
