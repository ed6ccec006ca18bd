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
  for (let at = 0; at < words.length; at += 1) {
    const text = words[at]?.text ?? "";
    if (text < "0" || text >= ":") continue;
    const count = Number(text);
    if (count >= tooMany && count <= 500 && !otherUnits.has(words[at + 1]?.text ?? "")) {
      const verb = nearest(words, at, -verbReach, (text) => swallowed.has(text));
      const medicine = nearest(words, at, medicineReach, (text) => counted.has(text));
      const isHabit = medicine !== undefined && habits.has(words[medicine + 1]?.text ?? "");
      if (verb !== undefined && medicine !== undefined && !isHabit) {
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
  fits: (text: string) => boolean,
): number | undefined {
  const step = Math.sign(reach);
  for (let at = from + step; Math.abs(at - from) <= Math.abs(reach); at += step) {
    const word = words[at];
    if (word === undefined || word.sentence !== words[from]?.sentence) {
      return undefined;
    }
    if (fits(word.text)) {
      return at;
    }
  }
  return undefined;
}
