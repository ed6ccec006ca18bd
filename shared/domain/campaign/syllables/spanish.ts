/**
 * Syllables of one Spanish word, at least 1. Each of a, e, o and each í, ú is the heart of a
 * syllable; an i, u or ü without accent joins a neighbouring vowel, or another like itself. An h
 * between vowels parts nothing, and a final y is an i (Ortografía de la lengua española, 2010).
 */
export function spanishSyllables(word: string): number {
  const heard = word.normalize("NFC").toLowerCase().replaceAll("h", "").replace(/y$/, "i");
  let count = 0;
  for (const run of heard.match(/[aeiouáéíóúü]+/g) ?? []) {
    count += Math.max(1, run.match(/[aeoáéíóú]/g)?.length ?? 0);
  }
  return Math.max(1, count);
}
