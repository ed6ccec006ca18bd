import { type CueMap, cueAround } from "./cue-map.ts";
import type { CueEntry, SymptomEntry } from "./entry.ts";
import type { Found, Run } from "./found.ts";
import { lightWords } from "./light-words.ts";
import type { Places } from "./places.ts";

type Cue = Found<CueEntry>;

/** How far an "if" reaches within its clause. Words. */
const ifReach = 9;
/** How far over a list. Words. */
const listReach = 40;

/** Finds the words that make a symptom one that might be: "if …", "risk of …", "can it cause …". */
export class Supposition {
  readonly #words: Places;
  readonly #map: CueMap;
  readonly #language: string | undefined;

  constructor(words: Places, map: CueMap, language: string | undefined) {
    this.#words = words;
    this.#map = map;
    this.#language = language;
  }

  of(symptom: Found<SymptomEntry>): Cue | undefined {
    for (const run of symptom.runs) {
      const cue = this.#before(run);
      if (cue !== undefined) return cue;
    }
    return (
      cueAround(this.#map, symptom, ["if", "could"]) ??
      this.#askedAfter(symptom) ??
      this.#askedAbout(symptom)
    );
  }

  /** "Can stairs give someone a heart attack" asks; "can stairs do this, my chest hurts" tells. */
  #askedAbout(symptom: Found<SymptomEntry>): Cue | undefined {
    const isHere = (cue: Cue) => this.#words.sameSentence(cue.start, symptom.start);
    const question = this.#map.asks.find(
      (cue) => isHere(cue) && cue.start < symptom.end && !this.#commaBetween(cue, symptom),
    );
    const { tells, presents } = this.#map;
    return question && !tells.some(isHere) && !presents.some(isHere) ? question : undefined;
  }

  /** "Do I need the ER, coughing up blood": what follows the comma tells. */
  #commaBetween(cue: Cue, symptom: Found<SymptomEntry>): boolean {
    for (let at = cue.start + 1; at <= symptom.start; at += 1) {
      if (this.#words.isAfterComma(at)) return true;
    }
    return false;
  }

  #before(run: Run): Cue | undefined {
    let couldReaches = true;
    let isOneClause = true;
    let steps = 0;
    // "If I climb stairs my chest hurts" tells; "if my chest hurts" supposes.
    let subjects = lightWords.possessives.has(this.#words.text(run.start - 1)) ? 1 : 0;
    const from = run.start - listReach;
    for (let at = run.start - 1; at >= from && this.#words.sameSentence(at, run.start); at -= 1) {
      if (steps > ifReach && !couldReaches) return undefined;
      // "Should I worry, I have chest pain": a new subject after a comma tells something else.
      const comma = this.#words.isAfterComma(at + 1);
      if (comma && lightWords.subjects.has(this.#words.text(at + 1))) isOneClause = false;
      const cue = this.#map.endingAt[at];
      const word = this.#words.text(at);
      if (cue?.entry.kind === "if") {
        const reaches = isOneClause && steps <= ifReach && subjects <= 1;
        return reaches && this.#isReallyIf(cue) ? cue : undefined;
      }
      if (cue?.entry.kind === "could" && couldReaches && isOneClause) return cue;
      if (cue?.entry.kind === "break") return undefined;
      // Items of a list stand side by side and are not counted.
      const isItem = this.#map.inAny[at] === true || lightWords.list.has(word);
      steps += isItem ? 0 : 1;
      // "If I think I am having …" is one clause.
      const isThought = lightWords.thinks.has(this.#words.text(at - 1));
      if (lightWords.subjects.has(word) && !isThought) subjects += 1;
      // "increased" of "if … increased abdominal pain, chest pain" belongs to an earlier item.
      const isOfEarlierItem = this.#map.inAny[at + 1] === true && at + 1 < run.start;
      const isLight =
        this.#map.inAny[at] === true || isOfEarlierItem || lightWords.underCould.has(word);
      const isBetween = comma || this.#words.isAfterComma(at);
      couldReaches &&= (isLight || isBetween) && !lightWords.own.has(word);
      if (comma && !this.#joinsItems(at, run)) isOneClause = false;
    }
    return undefined;
  }

  /** A comma between two symptoms, or before "or": the list goes on. */
  #joinsItems(at: number, run: Run): boolean {
    const isSymptomBefore = this.#map.inAny[at] === true;
    const isListed = lightWords.list.has(this.#words.text(at + 1)) || isSymptomBefore;
    return isListed || (at + 1 !== run.start && this.#map.inAny[at + 1] === true);
  }

  /** "Sí, me duele el pecho" and a bare "si me duele el pecho" say yes, not if. */
  #isReallyIf(cue: Cue): boolean {
    if (cue.size > 1 || this.#words.text(cue.start) !== "si") return true;
    const isYes = this.#words.isAccented(cue.start) || this.#words.isAfterComma(cue.end);
    if (isYes || this.#language?.startsWith("en")) return false;
    if (this.#words.sameSentence(cue.start - 1, cue.start)) return true;
    return this.#words.isAsked(cue.start) || this.#asks(cue);
  }

  /** A question without its mark: "si me desmayo quién me ayuda". */
  #asks(cue: Cue): boolean {
    const end = this.#words.endOfSentence(cue.start, cue.end);
    for (let at = cue.end; at < end; at += 1) {
      if (lightWords.askingWords.has(this.#words.text(at))) return true;
    }
    return false;
  }

  /** "Is fainting a side effect" asks; "I am fainting, is it a side effect" tells. */
  #askedAfter(symptom: Found<SymptomEntry>): Cue | undefined {
    const cue = this.#map.startingAt[symptom.end];
    if (cue?.entry.kind !== "could-after") return undefined;
    const opensSentence = !this.#words.sameSentence(symptom.start - 2, symptom.start - 1);
    const asks = lightWords.asks.has(this.#words.text(symptom.start - 1)) && opensSentence;
    return asks || lightWords.someday.has(this.#words.text(symptom.end)) ? cue : undefined;
  }
}
