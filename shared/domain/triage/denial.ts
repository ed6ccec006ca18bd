import type { CueMap } from "./cue-map.ts";
import type { CueEntry, SymptomEntry } from "./entry.ts";
import type { Found, Run } from "./found.ts";
import { lightWords } from "./light-words.ts";
import type { Places } from "./places.ts";

type Cue = Found<CueEntry>;

/** How far a cue reaches, counted anew in each item of a list (triage F4.4). Words. */
const reach = 6;
/** What went away and came back is told within these. Words. */
const returnsWithin = 4;
/** A longer sentence after a question says more than no. Words. */
const answerMax = 3;

/** Finds the words that deny a symptom, before it ("no …") or after it ("… is gone"). */
export class Denial {
  readonly #words: Places;
  readonly #map: CueMap;

  constructor(words: Places, map: CueMap) {
    this.#words = words;
    this.#map = map;
  }

  of(symptom: Found<SymptomEntry>): Cue | undefined {
    // "No puedo caminar ni hablar": what denies inside a symptom that denies already denies nothing.
    const runs = this.#isDenying(symptom) ? symptom.runs.slice(0, 1) : symptom.runs;
    for (const run of runs) {
      const cue = this.#before(run, symptom.end);
      if (cue !== undefined) return cue;
    }
    return this.#after(symptom) ?? this.#answered(symptom);
  }

  /** "Stroke signs? None": the next sentence answers the question, and holds no more than that. */
  #answered(symptom: Found<SymptomEntry>): Cue | undefined {
    if (!this.#words.isAsked(symptom.start)) return undefined;
    const next = this.#words.endOfSentence(symptom.start, symptom.end);
    if (!lightWords.answersNo.has(this.#words.text(next))) return undefined;
    const isShort = !this.#words.sameSentence(next, next + answerMax);
    return isShort ? (this.#map.endingAt[next] ?? this.#map.startingAt[next]) : undefined;
  }

  #isDenying({ runs }: Found<SymptomEntry>): boolean {
    for (const { start, end } of runs.slice(0, 1)) {
      for (let at = start; at < end; at += 1) {
        if (["not", "no"].includes(this.#words.text(at))) return true;
      }
    }
    return false;
  }

  /** A comma lets a cue through only into a list of bare items: "no fever, cough or chest pain". */
  #listGoesOn(right: number, run: Run): boolean {
    if (right === run.start) {
      const endsHere = !this.#words.sameSentence(run.start, run.end);
      return (
        endsHere ||
        this.#words.isAfterComma(run.end) ||
        lightWords.list.has(this.#words.text(run.end))
      );
    }
    return this.#map.inAny[right] === true || lightWords.list.has(this.#words.text(right));
  }

  #before(run: Run, symptomEnd: number): Cue | undefined {
    let steps = 0;
    let verbReaches = true;
    let nounReaches = true;
    // "Denies" reaches over the whole list that follows, whatever its items are.
    let deniesOnly = false;
    for (let at = run.start - 1; this.#words.sameSentence(at, run.start); at -= 1) {
      const isBeforeComma = this.#words.isAfterComma(at + 1);
      if (isBeforeComma && !this.#listGoesOn(at + 1, run)) {
        if (at + 1 === run.start) return undefined;
        deniesOnly = true;
      }
      const cue = this.#map.endingAt[at];
      if (cue?.entry.kind === "break") return undefined;
      const kind = cue && this.#kindOf(cue);
      const word = this.#words.text(at);
      const denies = !deniesOnly || lightWords.denies.has(word);
      if (cue && denies && ((kind === "no" && nounReaches) || (kind === "not" && verbReaches))) {
        const isAnswer = isBeforeComma && cue.size === 1;
        return isAnswer || this.#isUnlike(run.start, symptomEnd) ? undefined : cue;
      }
      if (
        lightWords.joinsClause.has(word) &&
        lightWords.opensClause.has(this.#words.text(at + 1))
      ) {
        return undefined;
      }
      if (cue !== undefined && kind !== "no") {
        verbReaches = false;
        nounReaches &&= cue.entry.kind !== "pseudo";
      }
      const inSymptom = this.#map.inSymptom[at] === true;
      if (!inSymptom) {
        verbReaches &&= lightWords.underNot.has(word);
        nounReaches &&= !lightWords.endsNo.has(word);
      }
      const isItem = isBeforeComma || lightWords.list.has(word);
      steps = isItem ? 0 : steps + (inSymptom && this.#map.inSymptom[at + 1] ? 0 : 1);
      if (steps >= reach || (!verbReaches && !nounReaches)) return undefined;
    }
    return undefined;
  }

  /** Spanish "no" belongs to the verb; English "no" to the noun. */
  #kindOf(cue: Cue): CueEntry["kind"] {
    const isSpanishNo = cue.size === 1 && this.#words.text(cue.start) === "no";
    return isSpanishNo && lightWords.afterSpanishNo.has(this.#words.text(cue.end))
      ? "not"
      : cue.entry.kind;
  }

  /** "I never had chest pain like this" is chest pain; "… before" suggests that it is now. */
  #isUnlike(start: number, end: number): boolean {
    for (let at = end; at < end + 3; at += 1) {
      const kind = this.#map.startingAt[at]?.entry.kind;
      const isBefore = kind === "past" && lightWords.before.has(this.#words.text(at));
      if ((kind === "unlike" || isBefore) && this.#words.sameSentence(at, start)) return true;
    }
    return false;
  }

  #after(symptom: Found<SymptomEntry>): Cue | undefined {
    let gone: Cue | undefined;
    for (let at = symptom.end; at < symptom.end + reach; at += 1) {
      if (this.#map.inSymptom[at]) return gone;
      if (!this.#words.sameSentence(at, symptom.start)) return this.#unlessBack(gone, at);
      const cue = this.#map.startingAt[at];
      const kind = cue?.entry.kind;
      const word = this.#words.text(at);
      if (kind === "break") return this.#unlessBack(gone, at);
      if (kind === "pseudo") return gone;
      if (lightWords.returns.has(word) && !this.#isDenied(at)) return undefined;
      if (kind === "gone" && gone === undefined) gone = cue;
    }
    return gone;
  }

  /** "It went away but came back", "It went away. It is back": then it is there. */
  #unlessBack(gone: Cue | undefined, from: number): Cue | undefined {
    for (let at = from; at < from + returnsWithin; at += 1) {
      if (lightWords.returns.has(this.#words.text(at)) && !this.#isDenied(at)) return undefined;
    }
    return gone;
  }

  /** "… and has not come back" */
  #isDenied(at: number): boolean {
    const before = [at - 1, at - 2, at - 3].map((index) => this.#words.text(index));
    return before.some((word) => word === "not" || word === "no" || word === "never");
  }
}
