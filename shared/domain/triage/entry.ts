import type { Tier } from "../reply/understanding.ts";
import type { Entry, WordClasses } from "./phrase.ts";

/** Words that name a symptom or a need, and how urgent it is when they are plainly said. */
export interface SymptomEntry extends Entry {
  readonly kind: "symptom";
  readonly tier: Tier;
  readonly language: "en" | "es";
  /** What it is, in words for a clinician. */
  readonly title: string;
  /** The public list or guideline that it follows. */
  readonly source: string;
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
 * again. `if`, `could`: it might be; `could-after`: asked about the symptom before it ("is
 * fainting a side effect?"). `asks`: its sentence asks what might be, unless it also `tells` what
 * is. `other`: it is someone else's. `unlike`: "never … like this".
 */
export type CueKind =
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
  | "asks"
  | "tells"
  | "other"
  | "unlike";

export interface CueEntry extends Entry {
  readonly kind: CueKind;
  readonly title: string;
}

export type LexiconEntry = SymptomEntry | CueEntry;

/** The data file that a clinician reviews (`red-flags.json`). */
export interface Lexicon {
  /** Goes into the task with the spans, so that a reading can be explained after words change. */
  readonly version: string;
  /** Of everything below; a change without a new version is refused by a test. */
  readonly digest: string;
  readonly reviewedBy: string;
  readonly reviewedOn: string;
  /** Words, blanks between, in which a slip is forgiven. */
  readonly spellable: string;
  /** Words of daily life, blanks between, that stand near a spellable word and mean themselves. */
  readonly ordinary: string;
  readonly classes: WordClasses;
  readonly symptoms: readonly Omit<SymptomEntry, "kind">[];
  readonly cues: readonly CueEntry[];
}
