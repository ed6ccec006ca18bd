import type { Found } from "../triage/found.ts";
import { lexicon } from "../triage/lexicon.ts";
import type { Word } from "../triage/normalise.ts";
import { WordClass } from "../triage/word-class.ts";
import { type KeywordFound, keywordOf, polite, strongOptOutAt } from "./keywords.ts";
import type { Meaning, ReplyEntry } from "./reply-entry.ts";
import { optOutWords } from "./reply-words.ts";

export interface OptOut {
  readonly isOptOut: boolean;
  /** It holds the words of an opt-out and may not be one, or may be more than one thing. */
  readonly review: boolean;
  /** Which words decided, `end` exclusive, and by which rule. */
  readonly found: readonly Deciding[];
}

interface Deciding {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
}

/**
 * Whether a patient asks not to be contacted any more. Any words that a reasonable person would
 * understand count (47 CFR 64.1200(a)(10)); words about a medicine or a visit do not
 * (contact-rules A4, anti-collision). What stays in doubt is read by a person.
 */
export function optOut(
  words: readonly Word[],
  phrases: readonly Found<ReplyEntry>[],
  keyword: KeywordFound | undefined = keywordOf(words),
): OptOut {
  if (keyword?.keyword === "opt-out") {
    const { start, end } = keyword;
    return {
      isOptOut: true,
      review: keyword.mayBeAppointment,
      found: [{ start, end, rule: "opt-out/keyword" }],
    };
  }
  const standing = standingAlone(words) ?? leading(words);
  if (standing !== undefined) {
    return isPartOfMore(standing, phrases)
      ? doubtful(standing)
      : { isOptOut: true, review: false, found: [standing] };
  }
  const decided = settle(phrases);
  const closing = atTheEnd(words);
  if (decided.length === 0 && closing === undefined) return none;
  const isClinical = words.some(({ text }) => medicine.has(text) || clinical.has(text));
  const asks: readonly Meaning[] = isClinical ? ["opt-out"] : ["opt-out", "bare-opt-out"];
  const said = decided.find(
    ({ entry, ...found }) => asks.includes(entry.means) && !isPutOff(words, found),
  );
  const last = said ?? (isClinical ? undefined : closing);
  const keeps = phrases.some(({ entry }) => entry.means === "keeps-contact");
  if (last !== undefined) {
    const { start, end } = last;
    if (keeps) return doubtful(last);
    const rule = "entry" in last ? last.entry.id : last.rule;
    return { isOptOut: true, review: false, found: [{ start, end, rule }] };
  }
  const doubt = decided.find(({ entry }) => entry.means !== "not-opt-out");
  return doubt === undefined ? none : doubtful(doubt);
}

/** "Stop, go back": the STOP belongs to words that ask us nothing. */
function isPartOfMore(standing: Deciding, phrases: readonly Found<ReplyEntry>[]): boolean {
  return phrases.some(
    ({ entry, start, end }) =>
      entry.means === "not-opt-out" && start <= standing.start && standing.end < end,
  );
}

function doubtful({ start, end }: { readonly start: number; readonly end: number }): OptOut {
  return { isOptOut: false, review: true, found: [{ start, end, rule: "maybe-opt-out" }] };
}

const none: OptOut = { isOptOut: false, review: false, found: [] };

const medicine = new WordClass(lexicon.classes, "medicine");
/** What a bare "stop" may be about instead: how one feels, what one takes or does. */
const clinical = new WordClass(optOutWords.classes, "clinical");
/** Before a last "stop" these make it part of a sentence: "the bus stop", "when can I stop". */
const leadsOn = new WordClass(optOutWords.classes, "leads-on");
/** Words with which a new thought begins after a STOP. */
const newThought = new WordClass(optOutWords.classes, "new-thought");

/** Of phrases that share words the longest counts; at the same length the more careful reading. */
function settle(phrases: readonly Found<ReplyEntry>[]): readonly Found<ReplyEntry>[] {
  const kept: Found<ReplyEntry>[] = [];
  const about = phrases
    .filter(({ entry }) => entry.means.endsWith("opt-out"))
    .sort((left, right) => right.size - left.size || rank(left) - rank(right));
  for (const found of about) {
    if (kept.every((other) => found.end <= other.start || other.end <= found.start)) {
      kept.push(found);
    }
  }
  return kept;
}

function rank(found: Found<ReplyEntry>): number {
  return ["opt-out", "bare-opt-out"].includes(found.entry.means) ? 1 : 0;
}

/** "Don't call me, I will call you" puts off one call. */
function isPutOff(words: readonly Word[], found: { readonly end: number }): boolean {
  const [first, second] = [words[found.end]?.text, words[found.end + 1]?.text];
  return first === "i" && (second === "will" || second === "can");
}

/** Longer sentences hold a stop in passing. Words. */
const standingWordsMax = 6;

/** A STOP that stands alone: "I moved away. STOP." and "I never asked for this, stop". */
function standingAlone(words: readonly Word[]): Deciding | undefined {
  let start = 0;
  for (const [at, last] of words.entries()) {
    if (words[at + 1]?.sentence === last.sentence) continue;
    const end = at + 1;
    if (last.before === "," && last.text === "stop") {
      return { start: at, end, rule: "opt-out/keyword" };
    }
    const isShort = end - start <= standingWordsMax;
    const keyword = isShort ? keywordOf(words.slice(start, end)) : undefined;
    if (keyword?.keyword === "opt-out" && strongOptOutAt(words, start + keyword.start) > 0) {
      const from = start + keyword.start;
      return { start: from, end: start + keyword.end, rule: "opt-out/keyword" };
    }
    start = end;
  }
  return undefined;
}

const lastWordMax = 25;

/** "You are texting me too much, stop": a STOP with which all is said. */
function atTheEnd(words: readonly Word[]): Deciding | undefined {
  const at = words.findLastIndex(({ text }) => !polite.has(text));
  const last = words[at]?.text;
  const isLast = last === "stop" || last === "quit" || last === "unsubscribe";
  return isLast && at < lastWordMax && !leadsOn.has(words[at - 1]?.text ?? "")
    ? { start: at, end: at + 1, rule: "opt-out/keyword" }
    : undefined;
}

/** Words after a leading STOP that are looked at for a medicine. */
const followingWords = 5;

/** "STOP I have chest pain", "please stop, wrong number": the first word of weight is a STOP and what follows is another thought. */
function leading(words: readonly Word[]): Deciding | undefined {
  const start = Math.max(
    0,
    words.findIndex(({ text }) => !polite.has(text)),
  );
  const end = start + strongOptOutAt(words, start);
  const next = words[end];
  if (end === start || next === undefined) return undefined;
  const isCutOff = next.before !== "" && next.before !== "/";
  const begins =
    newThought.has(next.text) &&
    !words.slice(end, end + followingWords).some(({ text }) => medicine.has(text));
  return isCutOff || begins ? { start, end, rule: "opt-out/keyword" } : undefined;
}
