import type { CueEntry, SymptomEntry } from "./entry.ts";
import type { Found, Run } from "./found.ts";
import type { Words } from "./normalise.ts";

/** Where the cues of one reply stand, once symptoms have taken their words. */
export interface CueMap {
  readonly endingAt: readonly (Found<CueEntry> | undefined)[];
  readonly startingAt: readonly (Found<CueEntry> | undefined)[];
  /** The cue that holds each word. */
  readonly holding: readonly (Found<CueEntry> | undefined)[];
  /** Words of symptoms that are urgent: what is less so hides no cue. */
  readonly inSymptom: readonly boolean[];
  /** Words of any symptom, as items of a list. */
  readonly inAny: readonly boolean[];
  /** Where words say that it is so now. */
  readonly presents: readonly Found<CueEntry>[];
  /** Where a sentence asks what might be. */
  readonly asks: readonly Found<CueEntry>[];
  /** Where a sentence tells what is. */
  readonly tells: readonly Found<CueEntry>[];
}

/** Kinds that are looked up otherwise than by their place. */
const unplaced: readonly CueEntry["kind"][] = [
  "idiom",
  "harmless",
  "other",
  "present",
  "asks",
  "tells",
];

/** The longest cue holds each word; a symptom holds its own, unless a cue is longer still. */
export function mapCues(
  { words }: Words,
  cues: readonly Found<CueEntry>[],
  symptoms: readonly Found<SymptomEntry>[],
  inHarmless: readonly boolean[],
): CueMap {
  const inSymptom = new Array<boolean>(words.length).fill(false);
  const symptomSize = new Array<number>(words.length).fill(0);
  const inAny = new Array<boolean>(words.length).fill(false);
  for (const symptom of symptoms) {
    mark(inAny, symptom.runs);
    if (symptom.entry.tier === "T3" || symptom.entry.tier === "T4") continue;
    mark(inSymptom, symptom.runs);
    for (const { start, end } of symptom.runs) {
      for (let at = start; at < end; at += 1) {
        symptomSize[at] = Math.max(symptomSize[at] ?? 0, symptom.size);
      }
    }
  }
  const taken = new Array<boolean>(words.length).fill(false);
  const endingAt: (Found<CueEntry> | undefined)[] = new Array(words.length);
  const startingAt: (Found<CueEntry> | undefined)[] = new Array(words.length);
  const holding: (Found<CueEntry> | undefined)[] = new Array(words.length);
  // "Chest pain: no": a "no" that ends its sentence answers what stands before.
  const answersFirst = (cue: Found<CueEntry>) => {
    const endsSentence = words[cue.end]?.sentence !== words[cue.start]?.sentence;
    return endsSentence && cue.entry.kind === "gone" ? 0 : 1;
  };
  const bySize = cues
    .filter(({ entry }) => !unplaced.includes(entry.kind))
    .sort((left, right) => right.size - left.size || answersFirst(left) - answersFirst(right));
  for (const cue of bySize) {
    let isFree = true;
    for (let at = cue.start; at < cue.end; at += 1) {
      isFree &&= !taken[at] && (symptomSize[at] ?? 0) < cue.size && !inHarmless[at];
    }
    if (isFree) {
      mark(taken, cue.runs);
      holding.fill(cue, cue.start, cue.end);
      endingAt[cue.end - 1] = cue;
      startingAt[cue.start] = cue;
    }
  }
  const of = (kind: CueEntry["kind"]) => cues.filter(({ entry }) => entry.kind === kind);
  return {
    endingAt,
    startingAt,
    holding,
    inSymptom,
    inAny,
    presents: of("present"),
    asks: of("asks"),
    tells: of("tells"),
  };
}

/** A longer cue of these kinds that holds the symptom's words: "had two strokes", "call 911 if". */
export function cueAround(
  map: CueMap,
  symptom: Found<SymptomEntry>,
  kinds: readonly CueEntry["kind"][],
): Found<CueEntry> | undefined {
  for (let at = symptom.start; at < symptom.end; at += 1) {
    const cue = map.holding[at];
    if (cue && kinds.includes(cue.entry.kind) && cue.size > symptom.size) return cue;
  }
  return undefined;
}

export function mark(marks: boolean[], runs: readonly Run[]): void {
  for (const { start, end } of runs) {
    marks.fill(true, start, end);
  }
}
