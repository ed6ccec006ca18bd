import { type Found, foundIn } from "./found.ts";
import type { SymptomEntry } from "./lexicon/entry.ts";
import { medicineWords } from "./lexicon/medicines.ts";
import type { Word } from "./normalise.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const swallowed = set(`took taken take taking swallowed swallow ate popped downed drank
  tome tomo tomado trague trago comio comi ingirio`);
const countless = set("mg mcg ml g units unit hours hrs days day times am pm o oclock years weeks");
/** "I take 10 pills a day": a habit and no accident. */
const daily = set("a per every each daily total al diarias diario cada in");
const exact: ReadonlySet<string> = new Set(medicineWords.filter((word) => !word.endsWith("*")));
const stems = medicineWords.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1));
const more = set(`tylenol advil ibuprofen acetaminophen oxy oxys oxycodone percocet percocets xanax
  ambien benadryl vicodin norco norcos sleeping tablets capsules klonopin valium aleve tramadol`);

/** So many at once are no dose of anything that is swallowed whole. Pieces. */
const tooMany = 8;
/** Words from the verb to the number, and from the number to what was counted. */
const verbReach = 5;
const medicineReach = 3;

/** "Took 30 Tylenol": a count of pills that nobody is told to take at once. */
export function doses(words: readonly Word[]): readonly Found<SymptomEntry>[] {
  const found: Found<SymptomEntry>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const count = Number(words[at]?.text);
    if (count >= tooMany && count <= 500 && !countless.has(words[at + 1]?.text ?? "")) {
      const verb = nearest(words, at, -verbReach, (text) => swallowed.has(text));
      const medicine = nearest(words, at, medicineReach, isMedicine);
      const isHabit = medicine !== undefined && daily.has(words[medicine + 1]?.text ?? "");
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
  phrases: [],
};

function isMedicine(text: string): boolean {
  return exact.has(text) || more.has(text) || stems.some((stem) => text.startsWith(stem));
}

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
