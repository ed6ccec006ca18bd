import { describe, expect, it } from "vitest";
import { CodeIndex } from "#domain/audience/code-index";
import { conceptCatalog, conceptKey } from "#domain/audience/concept";

describe("concepts", () => {
  it("are found by their name in any spelling", () => {
    const catalog = conceptCatalog([
      { name: "Bilateral Mastectomy", codes: ["x|1"] },
      { name: "HbA1c", codes: ["x|2"] },
    ]);
    for (const name of ["bilateral-mastectomy", "BilateralMastectomy", "bilateral_mastectomy"]) {
      expect(catalog.get(name)?.codes).toEqual(["x|1"]);
    }
    expect(catalog.get("hba1c")?.codes).toEqual(["x|2"]);
    expect(catalog.get("mastectomy")).toBeUndefined();
    expect(catalog.names.has("bilateral-mastectomy")).toBe(true);
  });

  it("are replaced by a later one of the same name", () => {
    const catalog = conceptCatalog([
      { name: "hospice", codes: ["x|1"] },
      { name: "Hospice", codes: ["x|2"] },
    ]);
    expect(catalog.get("hospice")?.codes).toEqual(["x|2"]);
  });

  it("know the ingredients of a product from whichever list files it", () => {
    const catalog = conceptCatalog([
      { name: "a", codes: [], ingredients: { metformin: ["rx|1", "rx|2"], glipizide: ["rx|2"] } },
    ]);
    expect(catalog.ingredientsOf("rx|2")).toEqual(["metformin", "glipizide"]);
    expect(catalog.ingredientsOf("rx|9")).toEqual([]);
  });

  it("have one way to be written", () => {
    expect(conceptKey("PreventiveCareServicesInitialOfficeVisit,18andUp")).toBe(
      "preventive-care-services-initial-office-visit-18and-up",
    );
    expect(conceptKey("HPVTest")).toBe("hpv-test");
  });

  it("are found among fifty thousand codes", () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `x|${i}`);
    const index = new CodeIndex([many, ["x|49*"]]);
    expect(index.listsOf("x|49999")).toEqual([0, 1]);
    expect(index.listsOf("x|50000")).toEqual([]);
    expect(index.listsOf("x|49999")).toEqual([0, 1]);
  });
});
