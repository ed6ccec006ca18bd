import { type Reading, read } from "../reply/reading.ts";
import type { Span, Tier } from "../reply/understanding.ts";
import { Context, type Meaning } from "./context.ts";
import { mark } from "./cue-map.ts";
import { doses } from "./doses.ts";
import type { LexiconEntry, SymptomEntry } from "./entry.ts";
import type { Found } from "./found.ts";
import type { Word } from "./normalise.ts";
import { highest } from "./raise-only.ts";
import { vitals } from "./vitals.ts";

export interface Triage {
  /** The most urgent of all that was found. */
  readonly tier?: Tier;
  /** A person must read it: a red flag that was denied, past, supposed or a manner of speaking. */
  readonly review: boolean;
  /** Each symptom that counted, and each cue that changed its meaning. */
  readonly spans: readonly Span[];
}

/**
 * Looks for red flags and requests in one reply, in English and Spanish at once. Deterministic,
 * total and linear; `language` only decides words that mean something else in the other one.
 */
export function triage(text: string, language?: string): Triage {
  return triageReading(read(text), language);
}

export function triageReading({ words, flags: found }: Reading, language?: string): Triage {
  // Most replies hold neither a symptom nor a number: this only saves the time to look further.
  // Stryker disable all
  const hasSymptom = found.some(({ entry }) => entry.kind === "symptom");
  const hasNumber = words.words.some(({ text }) => text >= "0" && text < ":");
  if (!hasSymptom && !hasNumber) return nothing;
  // Stryker restore all
  const { symptoms, inHarmless } = settle(
    found,
    [...vitals(words.words), ...doses(words.words)],
    words.words.length,
  );
  if (symptoms.length === 0) return nothing;
  const context = new Context({ words, found, symptoms, inHarmless, language });
  const read = symptoms.map((symptom) => {
    const meaning = context.read(symptom);
    return { symptom, meaning, verdict: decide(symptom.entry, meaning) };
  });
  let tier: Tier | undefined;
  let review = false;
  const spans: Span[] = [];
  for (const { symptom, meaning, verdict } of read) {
    tier = highest(tier, verdict.tier);
    review ||= verdict.review;
    if (verdict.tier !== undefined || verdict.review) {
      addSpan(spans, words.words, symptom);
      for (const cue of meaning.cues) {
        addSpan(spans, words.words, cue);
      }
    }
  }
  const plain = read
    .filter(({ meaning }) => isPlain(meaning))
    .map(({ symptom }) => symptom.entry.id);
  tier = highest(tier, together(plain));
  spans.sort((left, right) => left.start - right.start || right.end - left.end);
  return tier === undefined ? { review, spans } : { tier, review, spans };
}

const nothing: Triage = { review: false, spans: [] };

/** Longest match first: a longer harmless phrase hides the symptom inside it, and the reverse. */
function settle(
  found: readonly Found<LexiconEntry>[],
  signs: readonly Found<SymptomEntry>[],
  words: number,
) {
  const symptoms = [...signs];
  const inHarmless = new Array<boolean>(words).fill(false);
  const inSymptom = new Array<boolean>(words).fill(false);
  const bySize = found
    .filter(({ entry }) => entry.kind === "symptom" || entry.kind === "harmless")
    .sort((left, right) => right.size - left.size || harmlessFirst(left) - harmlessFirst(right));
  for (const match of bySize) {
    if (match.entry.kind !== "symptom") {
      if (!touches(match, inSymptom)) {
        mark(inHarmless, match.runs);
      }
    } else if (!touches(match, inHarmless)) {
      // What is less urgent keeps no word from a harmless phrase.
      if (isUrgent(match.entry)) mark(inSymptom, match.runs);
      symptoms.push(match as Found<SymptomEntry>);
    }
  }
  return { symptoms, inHarmless };
}

function isUrgent({ tier }: SymptomEntry): boolean {
  return tier === "T0" || tier === "T1" || tier === "T2";
}

function harmlessFirst(found: Found<LexiconEntry>): number {
  return found.entry.kind === "harmless" ? 0 : 1;
}

function touches(found: Found<LexiconEntry>, marks: readonly boolean[]): boolean {
  return found.runs.some(({ start, end }) => {
    for (let at = start; at < end; at += 1) {
      if (marks[at]) {
        return true;
      }
    }
    return false;
  });
}

function isPlain(meaning: Meaning): boolean {
  return !(meaning.isNegated || meaning.isPast || meaning.isHypothetical || meaning.isIdiom);
}

/**
 * The asymmetric table of triage F4.5: missing an emergency is worse than a false alarm. Harm to
 * self is never dropped; a denied emergency is still read by a nurse.
 */
function decide(
  entry: SymptomEntry,
  meaning: Meaning,
): { readonly tier?: Tier; readonly review: boolean } {
  if (isPlain(meaning)) {
    return { tier: entry.tier, review: entry.review ?? false };
  }
  const isMaybe = meaning.isPast || meaning.isHypothetical;
  switch (entry.tier) {
    case "T0":
      return meaning.isIdiom ? { review: true } : { tier: "T0", review: true };
    case "T1":
      return { tier: meaning.isIdiom || meaning.isNegated ? "T3" : "T2", review: true };
    case "T2":
      // Violence that is feared is answered like violence: within the hour, by a person.
      if (entry.review) {
        return { tier: meaning.isNegated || meaning.isIdiom ? "T3" : "T2", review: true };
      }
      return isMaybe && !meaning.isNegated && !meaning.isIdiom
        ? { tier: "T3", review: true }
        : { review: false };
    case "T3":
    case "T4":
      return isMaybe && !meaning.isNegated && !meaning.isIdiom
        ? { tier: entry.tier, review: entry.review ?? false }
        : { review: entry.review ?? false };
  }
}

const organSigns = [
  "T1/breathing",
  "T1/chest",
  "T1/stroke",
  "T1/respiracion",
  "T1/pecho",
  "T1/derrame-cerebral",
  "T2/nerves",
  "T2/nervios",
  "T2/sight",
];

/** Findings that are worse together (triage F3: pressure, glucose, fever). */
function together(plain: readonly string[]): Tier | undefined {
  const has = (ids: readonly string[]) => ids.some((id) => plain.includes(id));
  const unwell = ["T3/side-effect", "T3/efecto-secundario", "T3/symptom", "T3/sintoma"];
  const shaken = ["T2/nerves", "T2/nervios", "T3/side-effect", "T3/efecto-secundario"];
  if (has(["T2/blood-pressure"]) && has([...organSigns, "T3/symptom", "T3/sintoma"])) {
    return "T1";
  }
  if (has(["T2/pulse", "T2/blood-pressure-low"]) && has([...organSigns, ...unwell])) return "T1";
  if (has(["T2/glucose-lowish"]) && has([...shaken, "T2/glucose-shaky"])) {
    return "T1";
  }
  if (has(["T2/glucose-high"]) && has([...organSigns, "T2/stomach", "T2/estomago", ...shaken])) {
    return "T1";
  }
  return undefined;
}

function addSpan(spans: Span[], words: readonly Word[], found: Found<LexiconEntry>): void {
  const start = words[found.start]?.start ?? 0;
  const end = words[found.end - 1]?.end ?? start;
  const rule = found.entry.id;
  if (!spans.some((span) => span.start === start && span.end === end && span.rule === rule)) {
    spans.push({ start, end, rule });
  }
}
