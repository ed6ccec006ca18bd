import { mapCues } from "./cue-map.ts";
import { Denial } from "./denial.ts";
import type { CueEntry, LexiconEntry, SymptomEntry } from "./entry.ts";
import type { Found } from "./found.ts";
import type { Words } from "./normalise.ts";
import { Past } from "./past.ts";
import { Places } from "./places.ts";
import { Supposition } from "./supposition.ts";

/** How a symptom is meant. `cues` are the words that say so. */
export interface Meaning {
  readonly isNegated: boolean;
  readonly isPast: boolean;
  readonly isHypothetical: boolean;
  readonly isIdiom: boolean;
  readonly cues: readonly Found<CueEntry>[];
}

/**
 * Reads the words around symptoms, by the ideas of NegEx and ConText (Chapman et al. 2001; Harkema
 * et al. 2009). Words inside a symptom never act as cues ("can't breathe" is no denial), nor do
 * words inside a longer cue of another kind ("not only").
 */
export class Context {
  readonly #words: Places;
  readonly #denial: Denial;
  readonly #past: Past;
  readonly #supposition: Supposition;
  readonly #idioms: readonly Found<CueEntry>[];
  readonly #others: readonly Found<CueEntry>[];

  constructor(reading: {
    readonly words: Words;
    readonly found: readonly Found<LexiconEntry>[];
    readonly symptoms: readonly Found<SymptomEntry>[];
    readonly inHarmless: readonly boolean[];
    readonly language: string | undefined;
  }) {
    const { words, language } = reading;
    const cues = reading.found.filter(isCue);
    const map = mapCues(words, cues, reading.symptoms, reading.inHarmless);
    this.#words = new Places(words);
    this.#denial = new Denial(this.#words, map);
    this.#past = new Past(this.#words, map);
    this.#supposition = new Supposition(this.#words, map, language);
    this.#idioms = cues.filter((cue) => cue.entry.kind === "idiom");
    this.#others = cues.filter((cue) => cue.entry.kind === "other");
  }

  read(symptom: Found<SymptomEntry>): Meaning {
    const gone = this.#denial.of(symptom);
    const past = this.#past.of(symptom);
    const hypothetical = this.#supposition.of(symptom);
    const idiom = this.#idioms.find(
      (found) => found.start <= symptom.start && symptom.end <= found.end,
    );
    const other = this.#others.find((found) =>
      this.#words.sameSentence(found.start, symptom.start),
    );
    return {
      isNegated: gone !== undefined,
      isPast: past !== undefined,
      isHypothetical: hypothetical !== undefined,
      isIdiom: idiom !== undefined,
      cues: [gone, past, hypothetical, idiom, other].filter((cue) => cue !== undefined),
    };
  }
}

function isCue(found: Found<LexiconEntry>): found is Found<CueEntry> {
  return found.entry.kind !== "symptom";
}
