import { describe, expect, it } from "vitest";
import type { Audience } from "#domain/audience/audience";
import { condition, isIn, procedure, spans } from "#support/solving";
import { day, fact, fill, result, subject } from "#support/subject";

describe("ages", () => {
  const band: Audience = { age: { from: 42, through: 74, at: "year-end" } };

  it("takes in a woman who turns 42 on the last day of the year, for the whole year", () => {
    const who = subject({ birthDate: day("1984-12-31") });
    expect(isIn(band, who, "2026-12-31")).toBe(true);
    expect(isIn(band, who, "2026-01-01")).toBe(true);
    expect(isIn(band, who, "2025-12-31")).toBe(false);
    expect(isIn(band, subject({ birthDate: day("1985-01-01") }), "2026-12-31")).toBe(false);
  });

  it("begins on a birthday and ends on the eve of one otherwise", () => {
    const who = subject({ birthDate: day("1984-02-29") });
    expect(spans({ age: { from: 42, through: 43 } }, who)).toEqual(["2026-02-28…2028-02-28"]);
  });

  it("takes nobody whose birth date is unknown, neither as old enough nor as too young", () => {
    const { birthDate: _, ...who } = subject();
    expect(spans({ age: { from: 18 } }, who)).toEqual([]);
    expect(spans({ not: { age: { from: 18 } } }, who)).toEqual([]);
    expect(spans({ "any-of": [{ age: { from: 18 } }, { sex: "female" }] }, who)).toEqual(["…"]);
  });
});

describe("what happened", () => {
  const due: Audience = { none: { of: "mammogram", within: "27 months" } };

  it("counts a mammogram of 27 months ago and no older one", () => {
    const on = "2026-12-31";
    expect(isIn(due, subject({ facts: [procedure("mammogram", "2024-10-01")] }), on)).toBe(false);
    expect(isIn(due, subject({ facts: [procedure("mammogram", "2024-09-30")] }), on)).toBe(true);
  });

  it("looks back ten years for a colonoscopy", () => {
    const rule: Audience = { any: { of: "colonoscopy", within: "10 calendar years" } };
    const with_ = (on: string) => subject({ facts: [procedure("colonoscopy", on)] });
    expect(isIn(rule, with_("2017-01-01"), "2026-12-31")).toBe(true);
    expect(isIn(rule, with_("2016-12-31"), "2026-12-31")).toBe(false);
  });

  it("knows when the next one falls due", () => {
    const who = subject({ facts: [procedure("mammogram", "2025-03-10")] });
    expect(spans(due, who)).toEqual(["…2025-03-09", "2027-06-10…"]);
  });

  it("does not take an order, a plan or a preliminary result for the deed", () => {
    const facts = [
      fact({
        kind: "service-request",
        codes: ["x|mammogram"],
        from: day("2026-05-01"),
        status: "active",
      }),
      fact({
        kind: "appointment",
        codes: ["x|mammogram"],
        from: day("2026-05-02"),
        status: "planned",
      }),
      fact({
        kind: "observation",
        codes: ["x|mammogram"],
        from: day("2026-05-03"),
        status: "preliminary",
      }),
    ];
    expect(isIn(due, subject({ facts }), "2026-12-31")).toBe(true);
  });

  it("is unsure while a vague date could be recent enough", () => {
    const vague = fact({
      codes: ["x|mammogram"],
      from: day("2024-01-01"),
      latest: day("2024-12-31"),
      precision: "year",
    });
    const who = subject({ facts: [vague] });
    // Done in January, it would be due in April 2026; done in December, in March 2027.
    expect(spans(due, who)).toEqual(["…2023-12-31", "2027-03-31…"]);
    expect(spans({ not: due }, who)).toEqual(["2024-12-31…2026-03-31"]);
  });

  it("counts an undated one as possible at any time, so that nobody is called for it", () => {
    const undated = fact({ codes: ["x|mammogram"], from: day("1900-01-01"), precision: "unknown" });
    expect(isIn(due, subject({ facts: [undated] }), "2026-12-31")).toBe(false);
  });

  it("keeps out who lost one breast and the other, but not who lost one", () => {
    const rule: Audience = {
      all: [
        { never: "bilateral-mastectomy" },
        { not: { all: [{ ever: "right-mastectomy" }, { ever: "left-mastectomy" }] } },
      ],
    };
    const right = condition("x|right-mastectomy", "2019-05-01");
    const left = condition("x|left-mastectomy", "2021-06-01");
    expect(isIn(rule, subject({ facts: [right] }), "2026-12-31")).toBe(true);
    expect(spans(rule, subject({ facts: [right, left] }))).toEqual(["…2021-05-31"]);
  });

  it("can tell never seen from seen long ago", () => {
    const rule: Audience = {
      all: [{ known: "hba1c" }, { none: { of: "hba1c", within: "180 days" } }],
    };
    expect(isIn(rule, subject(), "2026-12-31")).toBe(false);
    expect(isIn(rule, subject({ facts: [result("2025-01-01", "x|hba1c", 7)] }), "2026-12-31")).toBe(
      true,
    );
  });

  it("takes a fill for filled, and an order alone not", () => {
    const rule: Audience = { filled: { of: "statin", within: "14 days" } };
    const order = fact({
      kind: "medication-request",
      codes: ["rx|a10"],
      from: day("2026-05-01"),
      status: "active",
    });
    expect(spans(rule, subject({ facts: [order] }))).toEqual([]);
    expect(spans(rule, subject({ facts: [order, fill("2026-05-02", 30, "rx|a10")] }))).toEqual([
      "2026-05-02…2026-05-15",
    ]);
  });
});

describe("states", () => {
  it("hold from the first to the last day", () => {
    const who = subject({ facts: [condition("x|diabetes", "2020-01-01", "2020-06-30")] });
    expect(spans({ has: "diabetes" }, who)).toEqual(["2020-01-01…2020-06-30"]);
    const still = subject({ facts: [condition("x|diabetes", "2020-01-01")] });
    expect(spans({ has: "diabetes" }, still)).toEqual(["2020-01-01…"]);
  });

  it("are believed for a year after one sign, verified or not", () => {
    const sign = fact({ kind: "encounter", codes: ["x|hospice"], from: day("2026-03-01") });
    expect(spans({ outside: "hospice" }, subject({ facts: [sign] }))).toEqual([
      "…2026-02-28",
      "2027-03-01…",
    ]);
    const order = fact({
      kind: "service-request",
      codes: ["x|hospice"],
      from: day("2026-03-01"),
      status: "preliminary",
    });
    expect(isIn({ outside: "hospice" }, subject({ facts: [order] }), "2026-06-01")).toBe(false);
  });

  it("are found by the beginning of a code", () => {
    const has = (code: string) =>
      isIn({ has: "icd" }, subject({ facts: [condition(code, "2020-01-01")] }), "2026-01-01");
    expect(has("icd10cm|E11.65")).toBe(true);
    expect(has("icd10cm|E11")).toBe(true);
    expect(has("icd10cm|E10.9")).toBe(false);
    expect(has("icd10cm|I10")).toBe(true);
    expect(has("icd10cm|I10.1")).toBe(false);
  });

  it("end with life", () => {
    const who = subject({ deceased: day("2026-05-05") });
    expect(spans({ sex: "female" }, who)).toEqual(["…2026-05-04"]);
    expect(spans({ sex: "female" }, subject({ deceased: true }))).toEqual([]);
  });
});

describe("a concept without a list", () => {
  it("selects nobody, on either side of a not", () => {
    expect(spans({ any: "moon-phase" }, subject())).toEqual([]);
    expect(spans({ none: "moon-phase" }, subject())).toEqual([]);
  });
});
