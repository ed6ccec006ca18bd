import type { SymptomEntry } from "./entry.ts";
import { type Found, foundIn } from "./found.ts";
import { lexicon } from "./lexicon.ts";
import type { Word } from "./normalise.ts";
import { WordClass } from "./word-class.ts";

const swallowed = new WordClass(lexicon.classes, "swallowed");
const counted = new WordClass(lexicon.classes, "pills-counted");
const otherUnits = new WordClass(lexicon.classes, "not-pills");
/** "I take 10 pills a day": a habit and no accident. */
const habits = new WordClass(lexicon.classes, "habit");

/** So many at once are no dose of anything that is swallowed whole. Pieces. */
const tooMany = 8;
/** Words from the verb to the number, and from the number to what was counted. */
const verbReach = 5;
const medicineReach = 3;

/** "Took 30 Tylenol": a count of pills that nobody is told to take at once. */
export function doses(words: readonly Word[]): readonly Found<SymptomEntry>[] {
  const found: Found<SymptomEntry>[] = [];
  for (const [at, word] of words.entries()) {
    const count = Number(word.text);
    if (count >= tooMany && count <= 500 && !otherUnits.has(words[at + 1]?.text ?? "")) {
      const verb = nearest(words, at, -verbReach, swallowed);
      const medicine = nearest(words, at, medicineReach, counted);
      if (verb === undefined || medicine === undefined) continue;
      if (!habits.has(words[medicine + 1]?.text ?? "")) {
        found.push(foundIn(tooManyPills, [{ start: verb, end: medicine + 1 }]));
      }
    }
  }
  return found;
}

const tooManyPills: SymptomEntry = {
  kind: "symptom",
  id: "T1/poisoning",
  tier: "T1",
  language: "en",
  title: "A count of pills that nobody is told to take at once",
  source: "Poison Control (1-800-222-1222), when to call 911",
  phrases: [],
};

function nearest(
  words: readonly Word[],
  from: number,
  reach: number,
  meant: WordClass,
): number | undefined {
  const step = Math.sign(reach);
  let at = from;
  while (at !== from + reach && words[at + step]?.sentence === words[from]?.sentence) {
    at += step;
    if (meant.has(words[at]?.text ?? "")) {
      return at;
    }
  }
  return undefined;
}
