import type { Tier } from "../../reply/understanding.ts";
import type { Entry } from "../phrase.ts";

export type Language = "en" | "es";

/** Words that name a symptom or a need, and how urgent it is when they are plainly said. */
export interface SymptomEntry extends Entry {
  readonly kind: "symptom";
  readonly tier: Tier;
  readonly language: Language;
  /** A person must read it whatever else is found: a death, violence at home. */
  readonly review?: true;
}

/**
 * Words that change what a symptom means.
 *
 * `harmless` phrases hold a symptom's words without the symptom ("seizure medicine"): the longer
 * match wins. `idiom`: a manner of speaking. `no`: denies what follows. `not`: denies only what
 * its verb reaches. `gone`: denies what stands before. `pseudo`: looks like a denial and is none.
 * `break`: ends the reach of every cue. `past`, `past-just-before`: it was once. `present`: it is
 * again. `if`, `could`: it might be; `could-after`: asked about
 * the symptom before it ("is fainting a side effect?"). `other`: it is someone else's. `unlike`: "never … like this".
 */
export interface CueEntry extends Entry {
  readonly kind:
    | "harmless"
    | "idiom"
    | "no"
    | "not"
    | "gone"
    | "pseudo"
    | "break"
    | "past"
    | "past-just-before"
    | "present"
    | "if"
    | "could"
    | "could-after"
    | "other"
    | "unlike";
}

export type LexiconEntry = SymptomEntry | CueEntry;

/** Makes the entries of one tier and language readable as a plain list. */
export function symptoms(
  tier: Tier,
  language: Language,
  phrasesById: Readonly<Record<string, readonly string[]>>,
): readonly SymptomEntry[] {
  return Object.entries(phrasesById).map(([name, phrases]) => ({
    kind: "symptom",
    id: `${tier}/${name}`,
    tier,
    language,
    phrases,
  }));
}
