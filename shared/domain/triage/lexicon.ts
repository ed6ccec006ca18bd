import type { Lexicon, LexiconEntry } from "./entry.ts";
import data from "./red-flags.json" with { type: "json" };

/** Everything that triage looks for, as data that a clinician reviews. */
export const lexicon = data as Lexicon;

/** Symptoms and cues together, as the matcher takes them. */
export const lexiconEntries: readonly LexiconEntry[] = [
  ...lexicon.symptoms.map((entry) => ({ ...entry, kind: "symptom" as const })),
  ...lexicon.cues,
];
