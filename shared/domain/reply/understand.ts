import { replyCharactersMax } from "../limits.ts";
import { normalise, type Word, type Words } from "../triage/normalise.ts";
import { triageWords } from "../triage/triage.ts";
import { answer } from "./answer.ts";
import { keywordOf } from "./keywords.ts";
import { optOut } from "./opt-out.ts";
import { replyPhrases } from "./phrases.ts";
import { isPleasantry } from "./pleasantry.ts";
import { isReaction, ownLength } from "./quoted.ts";
import type { ReplyContext, Span, Understanding } from "./understanding.ts";

/**
 * Reads one reply. Every detector runs on every text, because a reply can be several things at
 * once ("STOP I have chest pain"). Total and linear: any string gives an answer, and what is not
 * understood is marked for a person, never passed over.
 */
export function understand(text: string, context: ReplyContext = {}): Understanding {
  const own = text.slice(0, Math.min(ownLength(text, context.channel), replyCharactersMax));
  const isCut = text.length > replyCharactersMax;
  const words = normalise(own);
  if (context.channel === "voice" && isKey(words, "9")) {
    return optedOutByKey(words.words);
  }
  const phrases = replyPhrases.find(words.words);
  const out = optOut(words.words, phrases);
  const keyword = keywordOf(words.words);
  const flags = triageWords(words, context.language);
  const answered =
    context.question === undefined ? undefined : answer(words.words, context.question.answers);
  const isNotWrong = phrases.some(({ entry }) => entry.means === "not-wrong-number");
  const wrong = isNotWrong
    ? undefined
    : phrases.find(({ entry }) => entry.means === "wrong-number");
  const asks = phrases.find(({ entry }) => entry.means === "help");

  const spans: Span[] = [];
  const note = (rule: string, found: { start: number; end: number }) =>
    spans.push(span(words.words, rule, found.start, found.end));
  for (const found of out.found) {
    note(found.rule, found);
  }
  if (keyword !== undefined && keyword.keyword !== "opt-out") {
    note(`${keyword.keyword}/keyword`, keyword);
  } else if (wrong !== undefined) {
    note(wrong.entry.id, wrong);
  } else if (asks !== undefined) {
    note(asks.entry.id, asks);
  }
  if (answered !== undefined) {
    note(answered.answer === undefined ? "answer/unsure" : "answer", answered);
  }
  spans.push(...flags.spans);

  const language =
    keyword?.keyword === "spanish" ? "es" : keyword?.keyword === "english" ? "en" : undefined;
  const found = {
    optOut: out.isOptOut,
    optIn: keyword?.keyword === "opt-in",
    help: keyword?.keyword === "help" || asks !== undefined,
    wrongNumber: keyword?.keyword === "wrong-number" || wrong !== undefined,
  };
  // A word in answer to our question is an answer first: "2" after "STOP" still stops.
  const isUnderstood =
    Object.values(found).some(Boolean) ||
    answered !== undefined ||
    flags.tier !== undefined ||
    language !== undefined;
  const isKeyPress = context.channel === "voice" && /^\s*[\d*#]\s*$/.test(own);
  const review =
    out.review ||
    flags.review ||
    isCut ||
    isAnswerUnclear(found, answered?.answer) ||
    // A call asks again after a key that means nothing; on paper nobody would.
    (!isKeyPress &&
      ((answered?.review ?? false) || (!isUnderstood && needsReading(text, words, context))));
  const tier = flags.tier ?? (language === undefined ? undefined : "T4");
  const says = (...rules: readonly string[]) => spans.some(({ rule }) => rules.includes(rule));
  return {
    ...found,
    keep: false,
    wantsPerson: false,
    isDeath: says("T4/deceased", "T4/fallecimiento"),
    isViolence: says("T2/violence-at-home", "T2/violencia-en-casa"),
    reasons: [],
    ...(answered?.answer === undefined ? {} : { answer: answered.answer }),
    ...(tier === undefined ? {} : { tier }),
    ...(language === undefined ? {} : { language }),
    review,
    spans,
  };
}

/** An answer together with a wrong number is someone else's answer. */
function isAnswerUnclear(found: { readonly wrongNumber: boolean }, name: string | undefined) {
  return found.wrongNumber && name !== undefined;
}

/** Whether something was said that nobody would call settled. */
function needsReading(text: string, { words }: Words, context: ReplyContext): boolean {
  if (words.length === 0) {
    return text.trim() !== "" && !isReaction(text);
  }
  return !(isPleasantry(words) && context.question === undefined) && !isThanks(words);
}

/** Thanks and greetings settle nothing even while a question is open, and need no person. */
function isThanks(words: readonly Word[]): boolean {
  return isPleasantry(words) && !words.some(({ text }) => ["yes", "no", "si", "ok"].includes(text));
}

function isKey({ words }: Words, key: string): boolean {
  return words.length === 1 && words[0]?.text === key;
}

function optedOutByKey(words: readonly Word[]): Understanding {
  return {
    optOut: true,
    optIn: false,
    keep: false,
    help: false,
    wrongNumber: false,
    wantsPerson: false,
    isDeath: false,
    isViolence: false,
    reasons: [],
    review: false,
    spans: [span(words, "opt-out/key", 0, 1)],
  };
}

function span(words: readonly Word[], rule: string, start: number, end: number): Span {
  return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 0, rule };
}
