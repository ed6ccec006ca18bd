import { type Day, parseDay } from "../../time.ts";
import { isOpen } from "../message-definition.ts";
import type { Report } from "../problem.ts";
import { asRecord, type Sketch } from "../sketch.ts";

/** Who has answered for the campaign: a clinician for what it asks, compliance for who pays. */
export function checkApproval({ header }: Sketch, today: Day, report: Report): void {
  const { reviewedBy, sponsor, sponsorApproval } = header;
  if (reviewedBy === undefined) {
    report(
      "missing-reviewer",
      [],
      "It does not say which clinician reviewed it. Add `reviewedBy: NAME`, or `reviewedBy: open` until somebody has.",
    );
  } else if (typeof reviewedBy === "string" && isOpen(reviewedBy)) {
    report(
      "review-open",
      ["reviewedBy"],
      "No clinician has signed for it. One must review it and put a name here before patients are contacted.",
    );
  }
  const isSponsored = typeof sponsor === "string" && sponsor.trim() !== "";
  if (!isSponsored || isApproved(sponsorApproval, today)) return;
  report(
    "sponsor-not-approved",
    ["sponsor"],
    "Somebody else pays for this campaign. That makes its messages marketing, which needs each patient's authorization, unless the payment only covers the cost of refill reminders (45 CFR 164.501, 164.508(a)(3)). Compliance decides, and signs with `sponsorApproval: { by: NAME, on: YYYY-MM-DD }`.",
  );
}

/** Signed by somebody, on a day of the calendar that has come. */
function isApproved(approval: unknown, today: Day): boolean {
  const { by, on } = asRecord(approval);
  if (typeof by !== "string" || by.trim() === "" || isOpen(by) || typeof on !== "string") {
    return false;
  }
  const day = parseDay(on);
  return day !== undefined && day <= today;
}
