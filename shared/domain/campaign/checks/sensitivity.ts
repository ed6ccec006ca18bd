import { disclosuresIn } from "../content/dictionary.ts";
import type { Sensitivity } from "../definition.ts";
import type { Report } from "../problem.ts";
import type { Sketch } from "../sketch.ts";

/** What the head says; what cannot be read counts as sensitive, for that refuses more. */
export function sensitivityOf({ header }: Sketch): Sensitivity {
  const { sensitivity } = header;
  return sensitivity === undefined || sensitivity === "standard" ? "standard" : "sensitive";
}

/** No machine is spoken to in a sensitive campaign, and one that looks sensitive says what it is. */
export function checkSensitivity(sketch: Sketch, report: Report): void {
  if (sensitivityOf(sketch) === "sensitive") {
    for (const { name, raw } of sketch.steps.values()) {
      if (raw["voicemail"] === undefined) continue;
      report(
        "sensitive-voicemail",
        ["steps", name, "voicemail"],
        "A sensitive campaign leaves nothing on a machine: others of the household may play it (45 CFR 164.522(b)). Remove `voicemail`.",
      );
    }
    return;
  }
  if (sketch.header["sensitivity"] !== undefined) return;
  for (const key of ["id", "title"] as const) {
    const text = sketch.header[key];
    const found = disclosuresIn(typeof text === "string" ? text : "");
    const told = found.flatMap(({ meanings }) => meanings).find(({ sensitive }) => sensitive);
    if (told?.sensitive === undefined) continue;
    report(
      "sensitivity-unsaid",
      [key],
      `It seems to be about ${told.sensitive}. Add \`sensitivity: sensitive\`, or \`sensitivity: standard\` if it is not.`,
    );
    return;
  }
}
