import { type CheckContext, check } from "#domain/campaign/check";
import type { Problem } from "#domain/campaign/problem";
import { parseDay } from "#domain/time";
import { campaignSource, type Edits } from "./campaign-source.ts";

/** The day on which the small campaign is checked. */
export const today = parseDay("2026-11-23") ?? 0;

/** The problems of the small campaign with these texts replaced. */
export function problemsWith(
  edits: Edits,
  context: Omit<CheckContext, "today"> = {},
): readonly Problem[] {
  return check(campaignSource(edits), { today, ...context });
}

/** `file code path` of each problem, so that a test reads as a list of findings. */
export function found(edits: Edits): readonly string[] {
  return problemsWith(edits).map(({ code, path, file }) =>
    `${file === "campaign.yaml" ? "" : `${file} `}${code} ${path.join(".")}`.trim(),
  );
}
