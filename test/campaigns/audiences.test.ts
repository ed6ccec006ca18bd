import { describe, expect, it } from "vitest";
import { readConcepts } from "#adapters/files/concept-files";
import { loadCampaigns } from "#cli/campaign-files";
import { conceptCatalog } from "#domain/audience/concept";
import { includes } from "#domain/audience/interval";
import { solve } from "#domain/audience/solve";
import type { Fact, Subject } from "#domain/patient/fact";
import { day, fact, fill, result, subject } from "#support/subject";

const audiences = new Map(loadCampaigns().map(({ id, audience }) => [id, audience]));
const catalog = conceptCatalog(readConcepts(["campaigns/concepts"]).concepts);

/** The days on which the campaign is for this patient, asked one at a time. */
function isFor(campaign: string, of: Partial<Subject>, on: string): boolean {
  const audience = audiences.get(campaign);
  if (audience === undefined) throw new Error(`no such campaign: ${campaign}`);
  return includes(solve(audience, subject(of), catalog), day(on));
}

function diagnosis(code: string, on = "2024-01-10", overrides: Partial<Fact> = {}): Fact {
  const codes = [`icd10cm|${code}`];
  return fact({ kind: "condition", codes, from: day(on), status: "active", ...overrides });
}

function done(code: string, on: string): Fact {
  return fact({ codes: [code], from: day(on) });
}

const lisinopril = "rxnorm|314077";
const losartan = "rxnorm|979492";
const metformin = "rxnorm|861007";
const empagliflozin = "rxnorm|1545658";
const reaction = fact({ kind: "allergy", codes: ["rxnorm|29046"], from: 0, status: "active" });
const warfarin = fact({
  kind: "medication-request",
  codes: ["rxnorm|855332"],
  from: day("2025-01-15"),
  status: "active",
});

describe("the refill of an ACE inhibitor or ARB", () => {
  const campaign = "medication-adherence/ras-antagonist-refill";
  // Thirty days from 1 October last through the 30th.
  const late = fill("2026-10-01", 30, lisinopril);

  it("is due from the first day late to the thirtieth", () => {
    const on = (date: string) => isFor(campaign, { facts: [late] }, date);
    expect(["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("is not late when the other class was filled instead", () => {
    const changed = [late, fill("2026-10-29", 90, losartan)];
    expect(isFor(campaign, { facts: changed }, "2026-11-10")).toBe(false);
  });

  it.each([
    ["in pregnancy", diagnosis("Z34.02", "2026-07-01")],
    ["soon after a birth", diagnosis("O80", "2026-10-20", { status: "done" })],
    ["with failed kidneys", diagnosis("N18.6")],
    ["whom it made ill lately", fact({ ...reaction, from: day("2026-10-20") })],
    ["on sacubitril", fill("2026-10-15", 30, "rxnorm|1656349")],
    ["in hospice", done("hcpcs|G9473", "2026-10-01")],
  ])("leaves out people %s", (_, sign) => {
    expect(isFor(campaign, { facts: [late, sign] }, "2026-11-10")).toBe(false);
  });

  it("does not let an old reaction to another medicine of the class stand in the way", () => {
    const old = fact({ ...reaction, from: day("2020-10-20") });
    expect(isFor(campaign, { facts: [late, old] }, "2026-11-10")).toBe(true);
  });

  it("comes back long after a pregnancy", () => {
    const birth = diagnosis("O80", "2025-03-01", { status: "done" });
    expect(isFor(campaign, { facts: [late, birth] }, "2026-11-10")).toBe(true);
  });
});

describe("the refill of a diabetes medicine", () => {
  const campaign = "medication-adherence/diabetes-refill";
  const late = fill("2026-10-01", 30, metformin);

  it("is due when all medicines of the class have run out", () => {
    expect(isFor(campaign, { facts: [late] }, "2026-11-05")).toBe(true);
    const other = fill("2026-10-20", 30, empagliflozin);
    expect(isFor(campaign, { facts: [late, other] }, "2026-11-05")).toBe(false);
  });

  it("leaves out people on insulin, by fill or by diagnosis", () => {
    const filled = fill("2026-09-01", 30, "rxnorm|311041");
    expect(isFor(campaign, { facts: [late, filled] }, "2026-11-05")).toBe(false);
    expect(isFor(campaign, { facts: [late, diagnosis("Z79.4")] }, "2026-11-05")).toBe(false);
  });
});

describe("the kidney health reminder", () => {
  const campaign = "lab-reminder/kidney-health";
  const diabetes = diagnosis("E11.9", "2020-05-05");
  const egfr = (on: string, number?: number) =>
    result(on, "loinc|98979-8", number, "mL/min/{1.73_m2}");
  const uacr = (on: string, number?: number) => result(on, "loinc|9318-7", number, "mg/g");
  const on = (date: string, ...facts: readonly Fact[]) => isFor(campaign, { facts }, date);

  it("needs both tests within twelve months", () => {
    const both = [diabetes, egfr("2026-02-01", 88), uacr("2026-03-01", 9)];
    expect(on("2026-11-23", ...both)).toBe(false);
    expect(on("2026-11-23", diabetes, egfr("2026-02-01", 88))).toBe(true);
    expect(on("2026-11-23", diabetes, uacr("2026-03-01", 9))).toBe(true);
    expect(on("2027-01-31", ...both)).toBe(false);
    expect(on("2027-02-01", ...both)).toBe(true);
  });

  it("takes a test without a value for none", () => {
    expect(on("2026-11-23", diabetes, egfr("2026-02-01", 88), uacr("2026-03-01"))).toBe(true);
  });

  it("comes twice a year once the kidneys have suffered", () => {
    const low = [diabetes, egfr("2026-02-01", 48), uacr("2026-02-01", 9)];
    expect(on("2026-07-31", ...low)).toBe(false);
    expect(on("2026-08-01", ...low)).toBe(true);
    const leaking = [diabetes, egfr("2026-02-01", 88), uacr("2026-02-01", 120)];
    expect(on("2026-08-01", ...leaking)).toBe(true);
  });

  it("is for people with diabetes whose kidneys work", () => {
    expect(on("2026-11-23", egfr("2025-01-01", 88))).toBe(false);
    expect(on("2026-11-23", diabetes, diagnosis("Z99.2"))).toBe(false);
  });
});

describe("the INR reminders", () => {
  const inr = (on: string, number?: number) => result(on, "loinc|6301-6", number, "{INR}");
  const both = (date: string, ...facts: readonly Fact[]) =>
    ["lab-reminder/inr", "lab-reminder/inr-overdue"].map((campaign) =>
      isFor(campaign, { facts: [warfarin, ...facts] }, date),
    );

  // Tested on the 1st: due on the 29th, a nurse first from the eighth day past due.
  it.each([
    ["2026-10-28", false, false],
    ["2026-10-29", true, false],
    ["2026-11-05", true, false],
    ["2026-11-06", false, true],
    ["2027-03-01", false, true],
  ])("on %s after a good value of 1 October: reminder %s, nurse first %s", (date, due, overdue) => {
    expect(both(date, inr("2026-10-01", 2.4))).toEqual([due, overdue]);
  });

  it.each([
    ["2026-10-07", false, false],
    ["2026-10-08", true, false],
    ["2026-10-15", true, false],
    ["2026-10-16", false, true],
    ["2026-10-29", false, true],
  ])("on %s after a high value of 1 October: reminder %s, nurse first %s", (date, due, overdue) => {
    expect(both(date, inr("2026-10-01", 4.1))).toEqual([due, overdue]);
  });

  it("sends a nurse first where no INR is known", () => {
    expect(both("2026-11-23")).toEqual([false, true]);
  });

  it("takes a result without a number for a good one, not for none", () => {
    expect(both("2026-10-30", inr("2026-10-01"))).toEqual([true, false]);
  });

  it("is only for people on warfarin", () => {
    const stopped = fact({ ...warfarin, status: "inactive", through: day("2026-06-01") });
    expect(isFor("lab-reminder/inr-overdue", { facts: [stopped] }, "2026-11-23")).toBe(false);
  });
});

describe("the colorectal screening", () => {
  const campaign = "screening/colorectal";

  it("is from 45 through 75, for everybody", () => {
    const born = { sex: "male" as const, birthDate: day("1981-11-23") };
    expect(isFor(campaign, born, "2026-11-22")).toBe(false);
    expect(isFor(campaign, born, "2026-11-23")).toBe(true);
    expect(isFor(campaign, born, "2057-11-22")).toBe(true);
    expect(isFor(campaign, born, "2057-11-23")).toBe(false);
  });

  it.each([
    ["a colonoscopy", "hcpcs|G0121", "2026-11-22", "2026-11-23"],
    ["a CT colonography", "loinc|79101-2", "2021-11-22", "2021-11-23"],
    ["a sigmoidoscopy", "hcpcs|G0104", "2021-11-22", "2021-11-23"],
    ["a stool DNA test", "loinc|77353-1", "2019-11-22", "2019-11-23"],
    ["a stool test for hidden blood", "loinc|29771-3", "2017-12-22", "2017-12-23"],
  ])("is not due again after %s too soon", (_, code, last, due) => {
    const facts = [done(code, "2016-11-23")];
    expect([last, due].map((on) => isFor(campaign, { facts }, on))).toEqual([false, true]);
  });

  it.each(["C18.7", "K51.90", "Z86.0101", "Z80.0", "Z15.09", "Z93.2", "R19.5"])(
    "leaves people with %s to their clinicians",
    (code) => {
      expect(isFor(campaign, { facts: [diagnosis(code)] }, "2026-11-23")).toBe(false);
    },
  );
});

describe("the cervical screening", () => {
  const campaign = "screening/cervical";
  const aged = (years: number) => ({ birthDate: day(`${2026 - years}-01-15`) });

  it("is for women from 21 through 65", () => {
    expect([20, 21, 65, 66].map((age) => isFor(campaign, aged(age), "2026-11-23"))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isFor(campaign, { ...aged(40), sex: "male" }, "2026-11-23")).toBe(false);
  });

  it("is not due for 38 months after a Pap test", () => {
    const facts = [done("loinc|47527-7", "2023-09-23")];
    expect(isFor(campaign, { ...aged(40), facts }, "2026-11-22")).toBe(false);
    expect(isFor(campaign, { ...aged(40), facts }, "2026-11-23")).toBe(true);
  });

  it("takes a papillomavirus test of five years for enough when it was taken at 30 or later", () => {
    const facts = [done("loinc|77379-6", "2022-11-01")];
    expect(isFor(campaign, { ...aged(40), facts }, "2026-11-23")).toBe(false);
    expect(isFor(campaign, { ...aged(31), facts }, "2026-11-23")).toBe(true);
  });

  it.each(["Z90.710", "C53.9", "Z87.410", "B20", "R87.612"])("leaves out women with %s", (code) => {
    expect(isFor(campaign, { ...aged(40), facts: [diagnosis(code)] }, "2026-11-23")).toBe(false);
  });
});
