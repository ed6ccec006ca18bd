import { type Disclosure, disclosuresIn, type Telling } from "../content/dictionary.ts";
import type { Sensitivity } from "../definition.ts";
import type { Report } from "../problem.ts";
import type { Wording } from "../wording.ts";

/**
 * What each place may not tell (privacy rules, after 45 CFR 164.502(b), 164.510(b), 164.522).
 * A voicemail gives a name and a number, nothing else (L0). Texts, mail and calls, which are heard
 * before anybody is known to be the patient, name a kind of care (L1). In a sensitive campaign they
 * do not even hint at its class, and the subject of a mail says nothing of care.
 */
function refusedIn({ isVoicemail, part }: Wording, sensitivity: Sensitivity): ReadonlySet<Telling> {
  if (isVoicemail) return new Set(["L1", "hint", "L2"]);
  if (sensitivity === "standard") return new Set(["L2"]);
  return part === "subject" ? new Set(["L1", "hint", "L2"]) : new Set(["hint", "L2"]);
}

/** Words that tell more than their place may; each once for each text. */
export function checkTier(
  wordings: readonly Wording[],
  sensitivity: Sensitivity,
  report: Report,
): void {
  for (const wording of wordings) {
    const refused = refusedIn(wording, sensitivity);
    const told = new Set<string>();
    for (const { written, meanings } of disclosuresIn(wording.text)) {
      const meaning = meanings.find(({ telling }) => refused.has(telling));
      if (meaning === undefined || told.has(written.toLowerCase())) continue;
      told.add(written.toLowerCase());
      const isOfAny = wording.isVoicemail || meaning.telling === "L2";
      report(
        isOfAny ? "content-tier" : "content-sensitive",
        wording.path,
        `“${written}” ${meaning.what}: ${tooMuch(wording, meaning)}`,
      );
    }
  }
}

function tooMuch({ channel, isVoicemail, part }: Wording, { telling }: Disclosure): string {
  if (isVoicemail) return "too much for a machine that anyone may play. Ask for a call back only.";
  if (telling === "L2") {
    const place = { sms: "a text", email: "a mail", voice: "a call to who knows whom" }[channel];
    return `too much for ${place}. Name the kind of care only: a refill, a lab test, a health screening.`;
  }
  return part === "subject"
    ? "too much for the subject of a sensitive mail. Write for example “A note from your care team”."
    : "too much in a sensitive campaign. Say only that you have a message and ask for a call.";
}
