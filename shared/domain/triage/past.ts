import { type CueMap, cueAround } from "./cue-map.ts";
import type { CueEntry, SymptomEntry } from "./entry.ts";
import type { Found } from "./found.ts";
import { lightWords } from "./light-words.ts";
import type { Places } from "./places.ts";

type Cue = Found<CueEntry>;

/** Before a number these tell how old one was. */
const ages: ReadonlySet<string> = new Set(["when", "while", "cuando", "age", "aged"]);

/** How far a word about time reaches. Words. */
const reach = 6;
/** A word about time that opens a sentence is said of all of it. Words from its beginning. */
const openingWords = 3;
/** How many words a comma is worth. */
const commaDistance = 5;

/** Finds the words that say that a symptom is over and done with. */
export class Past {
  readonly #words: Places;
  readonly #map: CueMap;

  constructor(words: Places, map: CueMap) {
    this.#words = words;
    this.#map = map;
  }

  /** Whichever stands nearer counts: "in 2015, and now again" is now. */
  of(symptom: Found<SymptomEntry>): Cue | undefined {
    const adjacent = this.#map.endingAt[symptom.start - 1];
    if (adjacent?.entry.kind === "past-just-before") return adjacent;
    const around = cueAround(this.#map, symptom, ["past"]);
    if (around !== undefined) return around;
    const before = this.#before(symptom);
    const after = this.#after(symptom);
    const nearest = before && after && after.distance < before.distance ? after : (before ?? after);
    if (nearest === undefined) return this.#placedNext(symptom);
    return this.#presentDistance(symptom) < nearest.distance ? undefined : nearest.cue;
  }

  /** "I was in DKA. That was third grade": the next sentence says when. */
  #placedNext(symptom: Found<SymptomEntry>): Cue | undefined {
    const next = this.#words.endOfSentence(symptom.start, symptom.end);
    if (!this.#pointsBack(next)) return undefined;
    for (let at = next; this.#words.sameSentence(at, next); at += 1) {
      const cue = this.#map.startingAt[at];
      if (cue?.entry.kind === "past") return this.#isPresent(symptom) ? undefined : cue;
    }
    return undefined;
  }

  #pointsBack(at: number): boolean {
    const first = this.#words.text(at);
    const second = this.#words.text(at + 1);
    return lightWords.pointsBack.has(`${first} ${second}`) || lightWords.pointsBack.has(first);
  }

  #isPresent(symptom: Found<SymptomEntry>): boolean {
    return this.#map.presents.some((cue) => this.#words.sameSentence(cue.start, symptom.start));
  }

  #before(symptom: Found<SymptomEntry>): { cue: Cue; distance: number } | undefined {
    for (let at = symptom.start - 1; this.#words.sameSentence(at, symptom.start); at -= 1) {
      const cue = this.#map.endingAt[at];
      if (cue?.entry.kind === "break") return undefined;
      if (cue?.entry.kind !== "past" || !this.#isSaidBefore(cue)) continue;
      const words = symptom.start - at - 1;
      const reaches = words < reach || this.#opensSentence(cue) || this.#isYear(cue.end - 1);
      if (reaches) return { cue, distance: words + this.#commas(cue.end, symptom.start) };
    }
    return undefined;
  }

  /** A number before the symptom tells of the past only as a year or "when I was 19", not "at 84". */
  #isSaidBefore(cue: Cue): boolean {
    const endsInNumber = /^\d/.test(this.#words.text(cue.end - 1));
    const isAge = ages.has(this.#words.text(cue.start));
    return !endsInNumber || isAge || this.#isYear(cue.end - 1);
  }

  /** A comma between them sets words further apart. */
  #commas(from: number, to: number): number {
    let distance = 0;
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) {
      if (this.#words.isAfterComma(at)) distance += commaDistance;
    }
    return distance;
  }

  #opensSentence(cue: Cue): boolean {
    return !this.#words.sameSentence(cue.start - openingWords, cue.start);
  }

  #after(symptom: Found<SymptomEntry>): { cue: Cue; distance: number } | undefined {
    for (let at = symptom.end; at < symptom.end + reach + 2; at += 1) {
      if (!this.#words.sameSentence(at, symptom.start)) return undefined;
      const cue = this.#map.startingAt[at];
      if (cue?.entry.kind === "break") return undefined;
      if (cue?.entry.kind === "past" && this.#isTold(cue)) {
        const isNear = at < symptom.end + reach || this.#isYear(cue.end - 1);
        const distance = at - symptom.end + this.#commas(symptom.end, at);
        return isNear ? { cue, distance } : undefined;
      }
    }
    return undefined;
  }

  /**
   * After the symptom, a number tells of the past only as a year or an age, not "in 20 minutes" and
   * not the time of day in "at 0730".
   */
  #isTold(cue: Cue): boolean {
    const first = this.#words.text(cue.start);
    const last = this.#words.text(cue.end - 1);
    const isAge = (ages.has(first) || first === "at") && !/^\d{3}/.test(last);
    return isAge || !/^\d/.test(last) || this.#isYear(cue.end - 1) || first === "hace";
  }

  #isYear(at: number): boolean {
    return /^(19|20)\d\d$/.test(this.#words.text(at));
  }

  #presentDistance(symptom: Found<SymptomEntry>): number {
    let nearest = Number.POSITIVE_INFINITY;
    for (const { start, end } of this.#map.presents) {
      if (this.#words.sameSentence(start, symptom.start)) {
        // "… in college and again this morning" is now, however near the college stands.
        if (lightWords.adds.has(this.#words.text(start))) return -1;
        const isAfter = start >= symptom.end;
        const apart = Math.max(0, isAfter ? start - symptom.end : symptom.start - end);
        const commas = isAfter
          ? this.#commas(symptom.end, start)
          : this.#commas(end, symptom.start);
        nearest = Math.min(nearest, apart + commas);
      }
    }
    return nearest;
  }
}
