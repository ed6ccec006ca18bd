import type { Found } from "./found.ts";
import type { CueEntry } from "./lexicon/entry.ts";
import type { Words } from "./normalise.ts";

/** "Sí, me duele el pecho" and a bare "si me duele el pecho" say yes, not if. */
export function isReallyIf(
  reading: { readonly words: Words; readonly language: string | undefined },
  cue: Found<CueEntry>,
): boolean {
  const { words, questions } = reading.words;
  const first = words[cue.start];
  if (cue.size > 1 || first === undefined || first.text !== "si") {
    return true;
  }
  const follows = words[cue.end];
  if (reading.language?.startsWith("en") || first.accented || follows?.before === ",") {
    return false;
  }
  const opensSentence = words[cue.start - 1]?.sentence !== first.sentence;
  return !opensSentence || questions.has(first.sentence);
}
