import type { Found } from "./found.ts";
import type { CueEntry, SymptomEntry } from "./lexicon/entry.ts";
import { nearer } from "./light-words.ts";
import type { Word } from "./normalise.ts";

type Cue = Found<CueEntry> | undefined;

/** "I had a stroke last year, in rehab now" is over; "chest pain last month and again" is not. */
export function isOver(words: readonly Word[], dated: Cue): boolean {
  if (dated?.entry.kind !== "past" || !nearer.pastAfter(words, dated)) {
    return false;
  }
  const rest = words.slice(dated.end);
  return !rest.some(({ text }) => nearer.returns.has(text) || nearer.goesOn.has(text));
}

/** "Is fainting a side effect" asks; "I am fainting, is it a side effect" tells. */
export function askedAfter(words: readonly Word[], symptom: Found<SymptomEntry>, cue: Cue): Cue {
  if (cue?.entry.kind !== "could-after") {
    return undefined;
  }
  const opener = words[symptom.start - 1];
  const opensSentence = words[symptom.start - 2]?.sentence !== opener?.sentence;
  const asks = opener !== undefined && nearer.asks.has(opener.text) && opensSentence;
  return asks || nearer.someday.has(words[symptom.end]?.text ?? "") ? cue : undefined;
}
