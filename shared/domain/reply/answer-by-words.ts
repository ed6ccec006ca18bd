import type { Found } from "../triage/found.ts";
import type { Word } from "../triage/normalise.ts";
import type { Answered, Asked } from "./answer.ts";
import type { ReplyEntry } from "./reply-entry.ts";

/**
 * Standard answer names by the phrases that say them (`replies.json`), best first. A question is
 * answered in words only when it offers one of these names; the campaigns that ship use them.
 */
const namesBySaying: Readonly<Record<string, readonly string[]>> = {
  "answer/done": ["already-done", "refilled", "done"],
  "answer/call": ["wants-call", "wants-help"],
  "answer/help": ["wants-help", "wants-call"],
  "answer/booking": ["wants-booking"],
  "answer/setup": ["wants-setup"],
  "answer/not-now": ["not-now"],
  "reason/cost": ["cost"],
  "reason/side-effects": ["feels-bad"],
  "reason/forgot": ["other-reason"],
  "reason/feels-well": ["other-reason"],
  "reason/afraid": ["other-reason"],
  "reason/told-to-stop": ["other-reason"],
  "reason/no-refills-left": ["other-reason", "wants-help"],
  "reason/out-of-stock": ["other-reason", "wants-help"],
  "reason/other-pharmacy": ["other-reason"],
  "reason/no-ride": ["other-reason", "wants-help"],
  "reason/no-time": ["other-reason"],
  "reason/has-enough": ["other-reason"],
};

/** What happened is told as past; a wish may be a question. */
const toldAsPast: ReadonlySet<string> = new Set(["answer/done"]);

/**
 * "I already picked it up" for `refilled`, "call me" for `wants-call`. One answer must be meant and
 * no other; denied, asked, put off or conditional, it is not sure.
 */
export function answerByWords({ words, phrases, question }: Asked): Answered | undefined {
  const offered = new Set(Object.values(question.answers));
  const said = phrases.flatMap((found) => {
    const name = namesBySaying[found.entry.id]?.find((candidate) => offered.has(candidate));
    return name === undefined ? [] : [{ name, found }];
  });
  const names = new Set(said.map(({ name }) => name));
  const first = said[0];
  if (first === undefined) return undefined;
  const { start, end } = first.found;
  const isUnsure =
    names.size > 1 ||
    said.some(({ found }) => isTurned(words.words, words.questions, found)) ||
    said.every(({ found }) => found.end - found.start < words.words.length - moreWordsMax);
  return isUnsure
    ? { review: true, start, end }
    : { answer: first.name, review: false, start, end };
}

/** Words beside the answer's own, past which a message says more than its answer. */
const moreWordsMax = 12;

const denials = new Set(
  `not no never nor without cannot nunca jamas tampoco sin ni aun`.split(" "),
);
const conditions = new Set(
  `if unless until till when whether before once si cuando hasta`.split(" "),
);
const futures = new Set(
  `will going gonna plan planning tomorrow later next soon should supposed intend trying need
  haven voy vamos manana luego despues pronto`.split(/\s+/),
);
/** How far before the answer's words something may turn them. Words. */
const turnReach = 3;

function isTurned(
  words: readonly Word[],
  questions: ReadonlySet<number>,
  { entry, start, end }: Found<ReplyEntry>,
): boolean {
  const isReason = entry.means === "reason";
  const sentence = words[start]?.sentence ?? -1;
  const before = words
    .slice(Math.max(0, start - turnReach), start)
    .filter((word) => word.sentence === sentence)
    .map(({ text }) => text);
  const inside = words.slice(start, end).map(({ text }) => text);
  const isPast = toldAsPast.has(entry.id);
  const isDenied = !isReason && before.some((text) => denials.has(text));
  const isSupposed = before.some((text) => conditions.has(text));
  const isFuture = isPast && [...before, ...inside].some((text) => futures.has(text));
  return isDenied || isSupposed || isFuture || (isPast && questions.has(sentence));
}
