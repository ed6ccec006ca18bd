import type { Found } from "../triage/found.ts";
import { medicineWords } from "../triage/lexicon/medicines.ts";
import type { Word } from "../triage/normalise.ts";
import { polite } from "./keyword-lists.ts";
import { keywordOf, strongOptOutAt } from "./keywords.ts";
import type { ReplyEntry } from "./phrases.ts";

export interface OptOut {
  readonly isOptOut: boolean;
  /** It holds the words of an opt-out and may not be one, or may be more than one thing. */
  readonly review: boolean;
  /** Which words decided, `end` exclusive, and by which rule. */
  readonly found: readonly {
    readonly start: number;
    readonly end: number;
    readonly rule: string;
  }[];
}

/**
 * Whether a patient asks not to be contacted any more. Any words that a reasonable person would
 * understand count (47 CFR 64.1200(a)(10)); words about a medicine or a visit do not
 * (contact-rules A4, anti-collision). What stays in doubt is read by a person.
 */
export function optOut(words: readonly Word[], phrases: readonly Found<ReplyEntry>[]): OptOut {
  const keyword = keywordOf(words);
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
    return { isOptOut: true, review: false, found: [standing] };
  }
  const decided = settle(phrases);
  const isClinical = words.some(({ text }) => isMedicine(text) || clinical.has(text));
  const asks = isClinical ? ["opt-out"] : ["opt-out", "bare-opt-out"];
  const said =
    decided.find(
      ({ entry, ...found }) =>
        asks.includes(entry.means) && !isDenied(words, found.start) && !isPutOff(words, found),
    ) ?? (isClinical ? undefined : atTheEnd(words));
  if (said !== undefined) {
    const { start, end } = said;
    const rule = "entry" in said ? said.entry.id : said.rule;
    return { isOptOut: true, review: false, found: [{ start, end, rule }] };
  }
  const doubt = decided.find(({ entry }) =>
    ["maybe-opt-out", "opt-out", "bare-opt-out"].includes(entry.means),
  );
  return doubt === undefined
    ? { isOptOut: false, review: false, found: [] }
    : {
        isOptOut: false,
        review: true,
        found: [{ start: doubt.start, end: doubt.end, rule: "maybe-opt-out" }],
      };
}

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

const stoppers: ReadonlySet<string> = new Set(
  `stop quit cancel end remove delete take get drop unsubscribe unsub opt turn disable erase cease
   block discontinue pare paren para dejen deje dejes cancelen cancele quiten borren saquen`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
const denials: ReadonlySet<string> = new Set(["not", "never", "nunca"]);

/** "Please don't remove me from the list" asks to stay. */
function isDenied(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text ?? "";
  const isSpanishNo =
    before === "no" && /^(pare|deje|cancele|quiten|borren|saquen)/.test(words[at]?.text ?? "");
  return stoppers.has(words[at]?.text ?? "") && (denials.has(before) || isSpanishNo);
}

/** "Don't call me, I will call you" puts off one call. */
function isPutOff(words: readonly Word[], found: { readonly end: number }): boolean {
  const [first, second] = [words[found.end]?.text, words[found.end + 1]?.text];
  return first === "i" && (second === "will" || second === "can" || second === "ll");
}

/** A STOP that stands alone: "I moved away. STOP." and "I never asked for this, stop". */
function standingAlone(words: readonly Word[]) {
  let start = 0;
  while (start < words.length) {
    let end = start + 1;
    while (end < words.length && words[end]?.sentence === words[start]?.sentence) {
      end += 1;
    }
    const last = words[end - 1];
    if (last?.before === "," && last.text === "stop") {
      return { start: end - 1, end, rule: "opt-out/keyword" };
    }
    const keyword = end - start <= 6 ? keywordOf(words.slice(start, end)) : undefined;
    if (keyword?.keyword === "opt-out" && strongOptOutAt(words, start + keyword.start) > 0) {
      const from = start + keyword.start;
      return { start: from, end: start + keyword.end, rule: "opt-out/keyword" };
    }
    start = end;
  }
  return undefined;
}

/** What a bare "stop" may be about instead: how one feels, what one takes or does. */
const clinical: ReadonlySet<string> = new Set(
  `pain hurt hurts hurting sick dizzy nausea nauseous cough coughing bleeding side effects effect
   smoking smoke drinking drink vaping eating taking take took taken doctor dr dose sugar pressure
   headache headaches rash itching vomiting diarrhea swelling them dolor tomar tomando tos sangrado
   efectos mareo nauseas pastilla fumar beber bus exercise diet bleed insulin therapy`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Before a last "stop" these make it part of a sentence: "the bus stop", "when can I stop". */
const leadsOn: ReadonlySet<string> = new Set(
  `to i will not can could should would did do does must may might it they she he you we never the a
   bus non full rest pit first next one ever cannot him her going keeps truck that just text reply type send write typing replying texting i`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
const lastWordMax = 25;

/** "You are texting me too much, stop": a STOP with which all is said. */
function atTheEnd(words: readonly Word[]) {
  let end = words.length;
  while (polite.has(words[end - 1]?.text ?? "")) {
    end -= 1;
  }
  const last = words[end - 1]?.text;
  const isLast = last === "stop" || last === "quit";
  return isLast && end <= lastWordMax && !leadsOn.has(words[end - 2]?.text ?? "")
    ? { start: end - 1, end, rule: "opt-out/keyword" }
    : undefined;
}

/** Words with which a new thought begins after a STOP. */
const newThought: ReadonlySet<string> = new Set(
  `i he she we you they who this that please thank thanks wrong because no not do leave never my
   yo tengo me estoy ya no por quien gracias numero equivocado`
    .split(/\s+/)
    .filter((word) => word !== ""),
);
const object: ReadonlySet<string> = new Set(["my", "this", "that", "the", "it", "me"]);
const medicineExact: ReadonlySet<string> = new Set(
  medicineWords.filter((word) => !word.endsWith("*")),
);
const medicineStems = medicineWords
  .filter((word) => word.endsWith("*"))
  .map((word) => word.slice(0, -1));

/** "STOP I have chest pain": the first word is a STOP and what follows is another thought. */
function leading(words: readonly Word[]) {
  const size = strongOptOutAt(words, 0);
  const next = words[size];
  if (size === 0 || next === undefined) {
    return undefined;
  }
  const isCutOff = next.before !== "" && next.before !== "/";
  const follows = words.slice(size, size + 5).map(({ text }) => text);
  const aboutMedicine =
    follows.some(isMedicine) || follows[0] === "taking" || follows[0] === "taken";
  const isNewThought = newThought.has(next.text) && !object.has(next.text);
  return (isCutOff || isNewThought) && !(aboutMedicine && !isCutOff)
    ? { start: 0, end: size, rule: "opt-out/keyword" }
    : undefined;
}

function isMedicine(word: string): boolean {
  return medicineExact.has(word) || medicineStems.some((stem) => word.startsWith(stem));
}
