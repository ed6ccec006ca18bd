import { askedAfter, isOver } from "./after-symptom.ts";
import { type CueMap, mapCues } from "./cue-map.ts";
import type { Found, Run } from "./found.ts";
import type { CueEntry, LexiconEntry, SymptomEntry } from "./lexicon/entry.ts";
import { nearer } from "./light-words.ts";
import type { Word, Words } from "./normalise.ts";
import { isReallyIf } from "./really-if.ts";

/** How a symptom is meant. `cues` are the words that say so. */
export interface Meaning {
  readonly isNegated: boolean;
  readonly isPast: boolean;
  readonly isHypothetical: boolean;
  readonly isIdiom: boolean;
  readonly cues: readonly Found<CueEntry>[];
}

/** How far a cue reaches, counted anew in each item of a list (triage F4.4). Words. */
const reach = 6;

/**
 * Reads the words around symptoms. Words inside a symptom never act as cues ("can't breathe" is
 * no denial), nor do words inside a longer cue of another kind ("not only").
 */
export class Context {
  readonly #words: readonly Word[];
  readonly #reading: { readonly words: Words; readonly language: string | undefined };
  readonly #cueEndingAt: CueMap["endingAt"];
  readonly #cueStartingAt: CueMap["startingAt"];
  readonly #inSymptom: readonly boolean[];
  readonly #presentSentences: ReadonlySet<number>;
  readonly #idioms: readonly Found<CueEntry>[];
  readonly #others: readonly Found<CueEntry>[];

  constructor(reading: {
    readonly words: Words;
    readonly found: readonly Found<LexiconEntry>[];
    readonly symptoms: readonly Found<SymptomEntry>[];
    readonly inHarmless: readonly boolean[];
    readonly language: string | undefined;
  }) {
    this.#words = reading.words.words;
    this.#reading = reading;
    const cues = reading.found.filter(isCue);
    const map = mapCues(reading.words, cues, reading.symptoms, reading.inHarmless);
    this.#cueEndingAt = map.endingAt;
    this.#cueStartingAt = map.startingAt;
    this.#inSymptom = map.inSymptom;
    this.#presentSentences = map.presentSentences;
    this.#idioms = cues.filter((cue) => cue.entry.kind === "idiom");
    this.#others = cues.filter((cue) => cue.entry.kind === "other");
  }

  read(symptom: Found<SymptomEntry>): Meaning {
    const negation = this.#first(symptom.runs, (run) => this.#deniedBefore(run, symptom.end));
    const gone = negation ?? this.#goneAfter(symptom);
    const past = this.#past(symptom);
    const hypothetical =
      this.#first(symptom.runs, (run) => this.#supposedBefore(run)) ??
      askedAfter(this.#words, symptom, this.#cueStartingAt[symptom.end]);
    const idiom = this.#idioms.find(
      (found) => found.start < symptom.end && symptom.start < found.end,
    );
    const other = this.#others.find((found) => this.#sameSentence(found.start, symptom.start));
    return {
      isNegated: gone !== undefined,
      isPast: past !== undefined,
      isHypothetical: hypothetical !== undefined,
      isIdiom: idiom !== undefined,
      cues: [gone, past, hypothetical, idiom, other].filter((cue) => cue !== undefined),
    };
  }

  #first(runs: readonly Run[], look: (run: Run) => Found<CueEntry> | undefined) {
    for (const run of runs) {
      const cue = look(run);
      if (cue !== undefined) {
        return cue;
      }
    }
    return undefined;
  }

  #sameSentence(left: number, right: number): boolean {
    return this.#words[left]?.sentence === this.#words[right]?.sentence;
  }

  /** A comma lets a cue through only into a list of bare items: "no fever, cough or chest pain". */
  #listGoesOn(right: number, run: Run): boolean {
    if (right === run.start) {
      const after = this.#words[run.end];
      const endsHere = after === undefined || !this.#sameSentence(run.start, run.end);
      return endsHere || after.before === "," || nearer.list.has(after.text);
    }
    return this.#inSymptom[right] === true || nearer.list.has(this.#words[right]?.text ?? "");
  }

  #deniedBefore(run: Run, symptomEnd: number): Found<CueEntry> | undefined {
    let steps = 0;
    let verbReaches = true;
    let nounReaches = true;
    // "Denies" reaches over the whole list that follows, whatever its items are.
    let deniesOnly = false;
    for (let at = run.start - 1; at >= 0 && this.#sameSentence(at, run.start); at -= 1) {
      if (this.#words[at + 1]?.before === "," && !this.#listGoesOn(at + 1, run)) {
        if (at + 1 === run.start) {
          return undefined;
        }
        verbReaches = false;
        deniesOnly = true;
      }
      const cue = this.#cueEndingAt[at];
      if (cue?.entry.kind === "break") {
        return undefined;
      }
      const kind = cue && this.#kindOf(cue);
      const denies = !deniesOnly || nearer.denies.has(this.#words[at]?.text ?? "");
      if (denies && ((kind === "no" && nounReaches) || (kind === "not" && verbReaches))) {
        const isAnswer = this.#words[at + 1]?.before === "," && cue?.size === 1;
        return isAnswer || this.#isUnlike(run.start, symptomEnd) ? undefined : cue;
      }
      const word = this.#words[at]?.text ?? "";
      if (nearer.joins.has(word) && nearer.opensClause.has(this.#words[at + 1]?.text ?? "")) {
        return undefined;
      }
      if (cue !== undefined && kind !== "no" && kind !== "not") {
        verbReaches = false;
        nounReaches &&= cue.entry.kind !== "pseudo";
      }
      if (!this.#inSymptom[at]) {
        verbReaches &&= nearer.not.has(word);
        nounReaches &&= !nearer.endsNo.has(word);
      }
      const isItem = this.#words[at + 1]?.before === "," || nearer.list.has(word);
      steps = isItem ? 0 : steps + (this.#inSymptom[at] && this.#inSymptom[at + 1] ? 0 : 1);
      if (steps >= reach || (!verbReaches && !nounReaches)) {
        return undefined;
      }
    }
    return undefined;
  }

  /** Spanish "no" belongs to the verb; English "no" to the noun. */
  #kindOf(cue: Found<CueEntry>): CueEntry["kind"] {
    const next = this.#words[cue.end]?.text ?? "";
    const isSpanishNo = cue.size === 1 && this.#words[cue.start]?.text === "no";
    return isSpanishNo && nearer.afterSpanishNo.has(next) ? "not" : cue.entry.kind;
  }

  /** "I never had chest pain like this" is chest pain; "… before" suggests that it is now. */
  #isUnlike(start: number, end: number): boolean {
    for (let at = end; at < end + 3 && at < this.#words.length; at += 1) {
      const kind = this.#cueStartingAt[at]?.entry.kind;
      const isBefore = kind === "past" && nearer.before.has(this.#words[at]?.text ?? "");
      if ((kind === "unlike" || isBefore) && this.#sameSentence(at, start)) {
        return true;
      }
    }
    return false;
  }

  #goneAfter(symptom: Found<SymptomEntry>): Found<CueEntry> | undefined {
    const end = symptom.end;
    let gone: Found<CueEntry> | undefined;
    for (let at = end; at < this.#words.length && at < end + reach; at += 1) {
      if (!this.#sameSentence(at, symptom.start) || this.#inSymptom[at]) {
        return gone;
      }
      const cue = this.#cueStartingAt[at];
      const kind = cue?.entry.kind;
      if (
        kind === "break" ||
        kind === "pseudo" ||
        nearer.returns.has(this.#words[at]?.text ?? "")
      ) {
        return kind === "break" ? gone : undefined;
      }
      if (kind === "gone" && gone === undefined) {
        gone = cue;
      }
    }
    return gone;
  }

  #past(symptom: Found<SymptomEntry>): Found<CueEntry> | undefined {
    const dated = this.#cueStartingAt[symptom.end];
    if (isOver(this.#words, dated)) {
      return dated;
    }
    if (this.#presentSentences.has(this.#words[symptom.start]?.sentence ?? -1)) {
      return undefined;
    }
    const adjacent = this.#cueEndingAt[symptom.start - 1];
    if (adjacent?.entry.kind === "past-just-before") {
      return adjacent;
    }
    for (let at = symptom.start - 1; at >= symptom.start - reach && at >= 0; at -= 1) {
      const cue = this.#cueEndingAt[at];
      if (!this.#sameSentence(at, symptom.start) || cue?.entry.kind === "break") {
        break;
      }
      if (cue?.entry.kind === "past") return cue;
    }
    for (let at = symptom.end; at < symptom.end + reach && at < this.#words.length; at += 1) {
      const cue = this.#cueStartingAt[at];
      if (!this.#sameSentence(at, symptom.start) || cue?.entry.kind === "break") {
        break;
      }
      if (cue?.entry.kind === "past" && nearer.pastAfter(this.#words, cue)) {
        return cue;
      }
    }
    return undefined;
  }

  #supposedBefore(run: Run): Found<CueEntry> | undefined {
    let wishReaches = true;
    for (let at = run.start - 1; at >= 0 && this.#sameSentence(at, run.start); at -= 1) {
      const cue = this.#cueEndingAt[at];
      const word = this.#words[at]?.text ?? "";
      if (cue?.entry.kind === "if") {
        return isReallyIf(this.#reading, cue) ? cue : undefined;
      }
      if (cue?.entry.kind === "could" && wishReaches) return cue;
      // "increased" of "if … increased abdominal pain, chest pain" belongs to an earlier item.
      const isOfEarlierItem = this.#inSymptom[at + 1] === true && at + 1 < run.start;
      const isLight = this.#inSymptom[at] || isOfEarlierItem || nearer.supposed.has(word);
      const isItem = this.#words[at + 1]?.before === "," || this.#words[at]?.before === ",";
      if (cue?.entry.kind === "break" || !(isLight || isItem)) {
        return undefined;
      }
      wishReaches &&= !nearer.own.has(word);
    }
    return undefined;
  }
}

function isCue(found: Found<LexiconEntry>): found is Found<CueEntry> {
  return found.entry.kind !== "symptom";
}
