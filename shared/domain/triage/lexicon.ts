import { cues } from "./lexicon/cues.ts";
import type { LexiconEntry } from "./lexicon/entry.ts";
import { harmless } from "./lexicon/harmless.ts";
import { t0 } from "./lexicon/t0.ts";
import { t1 } from "./lexicon/t1.ts";
import { t1Spanish } from "./lexicon/t1-es.ts";
import { t1SpanishFrames } from "./lexicon/t1-es-frames.ts";
import { t1Frames } from "./lexicon/t1-frames.ts";
import { t2 } from "./lexicon/t2.ts";
import { t3AndT4 } from "./lexicon/t3-t4.ts";
import { compile } from "./match.ts";

/** Goes into the task with the spans, so that a reading can be explained after the words change. */
export const lexiconVersion = "2026-11-23.2";

/** Everything that triage looks for, as data that a clinician can review. */
export const lexicon: readonly LexiconEntry[] = [
  ...t0,
  ...t1,
  ...t1Frames,
  ...t1Spanish,
  ...t1SpanishFrames,
  ...t2,
  ...t3AndT4,
  ...cues,
  ...harmless,
];

/**
 * The words in which a slip is forgiven: those that name an emergency, in full, and no others, for
 * each one more turns some ordinary word into a symptom.
 */
const spellable: readonly string[] = `
  suicide suicidal overdose overdosed myself breathe breath breathing breathless trouble difficulty
  difficult struggling shortness gasping choking suffocating chest pressure tightness squeezing
  crushing heart attack palpitations pounding stroke drooping numbness weakness paralyzed slurred
  slurring speech vision headache migraine fainted fainting unconscious unresponsive seizure
  seizures convulsion convulsions collapsed bleeding blood vomiting vomit coughing stool throat
  tongue swollen swelling anaphylaxis allergic electrocuted drowning stabbed gunshot insulin
  warfarin swallowed poison bleach glucose pregnant contractions fever stomach abdominal abdomen
  severe ambulance emergency dying suddenly confused dizzy
  respirar pecho presion opresion infarto corazon derrame desmayo desmaye sangre sangrando sangrado
  garganta lengua hinchada hinchado labios sobredosis pastillas embarazada vomitando fiebre
  suicidarme matarme morirme ahogando ambulancia emergencia debilidad`
  .split(/\s+/)
  .filter((word) => word !== "");

export const redFlags = compile(lexicon, spellable);
