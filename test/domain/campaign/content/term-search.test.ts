import { describe, expect, it } from "vitest";
import { termSearch, withoutAccents } from "#domain/campaign/content/term-search";

/** `written: terms` for each find. */
function found(terms: readonly string[], text: string): readonly string[] {
  const search = termSearch(terms.map((term) => [term, term] as const));
  return search(text).map(({ written, meanings }) => `${written}: ${meanings.join(" ")}`);
}

describe("a search for listed words", () => {
  it("finds whole words in any case and with any accent, as they were written", () => {
    expect(found(["rinon"], "Su RIÑÓN, riñones.")).toEqual(["RIÑÓN: rinon"]);
    expect(found(["rinon"], "Su riñón".normalize("NFD"))).toHaveLength(1);
    expect(found(["pap"], "papa, papel, Pap.")).toEqual(["Pap: pap"]);
  });

  it("takes any ending or beginning where the list allows it", () => {
    expect(found(["diabet*"], "diabetes, prediabetes")).toEqual(["diabetes: diabet*"]);
    expect(found(["*sartan"], "losartan sartans")).toEqual(["losartan: *sartan"]);
    expect(found(["*gliptin*"], "sitagliptina")).toEqual(["sitagliptina: *gliptin*"]);
  });

  it("finds phrases across hyphens and apostrophes, the last word open if so listed", () => {
    const terms = ["blood pressure", "heart attack*", "parkinson s"];
    expect(found(terms, "Blood-pressure; heart attacks; Parkinson's")).toEqual([
      "Blood-pressure: blood pressure",
      "heart attacks: heart attack*",
      "Parkinson's: parkinson s",
    ]);
    expect(found(terms, "blood, pressure")).toHaveLength(1);
    expect(found(terms, "the blood")).toEqual([]);
  });

  it("prefers the phrase of most words, and goes on behind it", () => {
    expect(found(["hearing aids", "aids"], "Hearing aids and AIDS")).toEqual([
      "Hearing aids: hearing aids",
      "AIDS: aids",
    ]);
  });

  it("tells all that lists know of a word, in their order", () => {
    expect(found(["breastfe*", "breast*", "*feeding"], "breastfeeding")).toEqual([
      "breastfeeding: breastfe* breast* *feeding",
    ]);
  });

  it("finds nothing in nothing", () => {
    expect(found(["pap"], "")).toEqual([]);
    expect(found([], "pap")).toEqual([]);
    expect(withoutAccents("Ñandú")).toBe("nandu");
  });
});
