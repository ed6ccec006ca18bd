import { cues } from "./lexicon/cues.ts";
import type { LexiconEntry } from "./lexicon/entry.ts";
import { harmless } from "./lexicon/harmless.ts";
import { t0 } from "./lexicon/t0.ts";
import { t1 } from "./lexicon/t1.ts";
import { t1Spanish } from "./lexicon/t1-es.ts";
import { t2 } from "./lexicon/t2.ts";
import { t3AndT4 } from "./lexicon/t3-t4.ts";
import { compile } from "./match.ts";

/** Goes into the task with the spans, so that a reading can be explained after the words change. */
export const lexiconVersion = "2026-11-23.1";

/** Everything that triage looks for, as data that a clinician can review. */
export const lexicon: readonly LexiconEntry[] = [
  ...t0,
  ...t1,
  ...t1Spanish,
  ...t2,
  ...t3AndT4,
  ...cues,
  ...harmless,
];

/** Full forms of the stems above, so that a slip in one is recognised as that word. */
const inflections = [
  "suicide",
  "suicidal",
  "overdose",
  "overdosed",
  "breathe",
  "breath",
  "breathing",
  "difficulty",
  "difficult",
  "struggling",
  "gasping",
  "suffocating",
  "tight",
  "tightness",
  "squeezing",
  "crushing",
  "burning",
  "heavy",
  "drooping",
  "numbness",
  "weakness",
  "paralyzed",
  "slurred",
  "slurring",
  "suddenly",
  "sudden",
  "speaking",
  "unconscious",
  "convulsions",
  "convulsing",
  "collapsed",
  "bleeding",
  "bleed",
  "vomiting",
  "throwing",
  "coughing",
  "swelling",
  "swell",
  "anaphylaxis",
  "swallowed",
  "pregnant",
  "stomach",
  "abdominal",
  "ambulance",
  "respirar",
  "desmayo",
  "desmaye",
  "sangrando",
  "sangre",
  "convulsiones",
  "hinchada",
  "hinchado",
  "suicidarme",
  "embarazada",
  "vomitando",
  "palpitations",
] as const;

export const redFlags = compile(lexicon, inflections);
