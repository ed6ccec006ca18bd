import { describe, expect, it } from "vitest";
import { found, problemsWith } from "#support/campaign-problems";

const head = (...lines: readonly string[]) => ({
  definition: [["purpose: screening", ["purpose: screening", ...lines].join("\n")]] as const,
});

describe("the clinician who reviewed a campaign", () => {
  it("is named", () => {
    const [problem] = problemsWith({ definition: [["reviewedBy: Dr. Example\n", ""]] });
    expect(problem).toMatchObject({ code: "missing-reviewer", severity: "warning", path: [] });
  });

  it("is told to be missing while the review is open", () => {
    const open = "reviewedBy: open; a clinician signs here";
    const problems = problemsWith({ definition: [["reviewedBy: Dr. Example", open]] });
    expect(problems).toMatchObject([
      { code: "review-open", severity: "warning", path: ["reviewedBy"] },
    ]);
  });

  it("may be called Openshaw", () => {
    const edit = ["reviewedBy: Dr. Example", "reviewedBy: Openshaw, MD"] as const;
    expect(found({ definition: [edit] })).toEqual([]);
  });
});

describe("a sponsor", () => {
  it("is refused until compliance approves, and the reason is said", () => {
    const [problem] = problemsWith(head("sponsor: Example Pharma"));
    expect(problem).toMatchObject({ code: "sponsor-not-approved", severity: "error" });
    expect(problem?.message).toContain("45 CFR 164.501");
    expect(problem?.message).toContain("sponsorApproval");
  });

  it("is fine once approved, on a day that has come", () => {
    const approved = (on: string) =>
      found(head("sponsor: Example Pharma", `sponsorApproval: { by: Ann Example, on: ${on} }`));
    expect(approved("2026-11-23")).toEqual([]);
    expect(approved("2026-11-24")).toEqual(["sponsor-not-approved sponsor"]);
    expect(approved("2026-02-30")).toEqual(["sponsor-not-approved sponsor"]);
    expect(approved("soon")).toEqual([
      "wrong-type sponsorApproval.on",
      "sponsor-not-approved sponsor",
    ]);
  });

  it("is not approved by somebody who has still to sign, nor by nobody", () => {
    expect(
      found(head("sponsor: Example Pharma", "sponsorApproval: { by: open, on: 2026-11-01 }")),
    ).toEqual(["sponsor-not-approved sponsor"]);
    expect(found(head("sponsor: Example Pharma", "sponsorApproval: { on: 2026-11-01 }"))).toEqual([
      "missing-by sponsorApproval.by",
      "sponsor-not-approved sponsor",
    ]);
  });

  it("is not there when the line is empty", () => {
    expect(found(head('sponsor: ""'))).toEqual([]);
  });
});
