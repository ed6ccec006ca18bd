import { lexicon } from "./lexicon.ts";
import { WordClass } from "./word-class.ts";

/**
 * Words over which a cue still reaches a symptom, or at which it ends. A verb's denial passes only
 * over words that belong to the same saying ("I do not have any …"), because missing an emergency
 * is worse than a false alarm: "I did not sleep, chest pain" must stay chest pain.
 */
const named = (name: string) => new WordClass(lexicon.classes, name);

export const lightWords = {
  /** Joins the items of a list. */
  list: named("joins-items"),
  /** Denies the whole list that follows, whatever its items are. */
  denies: named("denies"),
  /** "and my chest hurts" begins a new thought that the denial before it does not reach. */
  joinsClause: named("joins-clause"),
  opensClause: named("opens-clause"),
  /** What a denied verb passes over on its way to the symptom. */
  underNot: named("under-not"),
  /** What ends the reach of "no" before a noun. */
  endsNo: named("ends-no"),
  /** After these "no" is the Spanish one, which denies the verb and not the noun. */
  afterSpanishNo: named("after-spanish-no"),
  /** What "may" and "risk of" pass over. */
  underCould: named("under-could"),
  own: named("own"),
  subjects: named("subjects"),
  possessives: named("possessives"),
  thinks: named("thinks"),
  someday: named("someday"),
  asks: named("asks"),
  askingWords: named("asking-words"),
  before: named("before"),
  returns: named("returns"),
  /** Adds another time to the one before. */
  adds: named("adds"),
  /** With these a sentence speaks of what the one before it told. */
  pointsBack: named("points-back"),
  /** The whole answer to a question about a symptom. */
  answersNo: named("answers-no"),
} as const;
