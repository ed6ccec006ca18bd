import { formatDay } from "../calendar.ts";
import { replyCharactersMax } from "../limits.ts";
import type { Word, Words } from "../triage/normalise.ts";
import { highest, oneUp } from "../triage/raise-only.ts";
import { triageReading } from "../triage/triage.ts";
import { type Answered, answer } from "./answer.ts";
import { askedLanguage } from "./asked-language.ts";
import { type KeywordFound, keywordOf } from "./keywords.ts";
import { optOut } from "./opt-out.ts";
import { ownWords } from "./own-words.ts";
import { isPleasantry } from "./pleasantry.ts";
import { isReaction } from "./reaction.ts";
import { type Reading, read } from "./reading.ts";
import type { Meaning } from "./reply-entry.ts";
import type {
  AnswerValue,
  Reason,
  ReplyContext,
  Span,
  Tier,
  Understanding,
} from "./understanding.ts";

/** Below it a transcript is a guess: everything goes to a person (triage F4.7). */
const confidenceMin = 0.6;

/**
 * Reads one reply. Every detector runs on every text, because a reply can be several things at
 * once ("STOP I have chest pain"). Total and linear: any string gives an answer, and what is not
 * understood is marked for a person, never passed over.
 */
export function understand(text: string, context: ReplyContext = {}): Understanding {
  const own = ownWords(text.slice(0, replyCharactersMax), context.channel);
  const reading = read(own);
  const { words } = reading.words;
  const key = context.channel === "voice" ? keyOf(own) : undefined;
  const spans: Span[] = [];
  const note = (rule: string, found: { start: number; end: number } | undefined) => {
    if (found !== undefined) spans.push(span(words, rule, found.start, found.end));
  };

  const keyword = keywordOf(words);
  const out = key === "9" ? byKey : optOut(words, reading.phrases, keyword);
  for (const found of out.found) note(found.rule, found);
  const said = whatIsSaid(reading, keyword);
  const wantsPerson = key === "0" || said.person !== undefined;
  if (keyword !== undefined && keyword.keyword !== "opt-out" && keyword.keyword !== "person") {
    note(`${keyword.keyword}/keyword`, keyword);
  } else {
    note("wrong-number", said.wrongNumber);
    if (said.help !== undefined) note(said.help.entry.id, said.help);
  }
  if (key === "0") note("wants-person", { start: 0, end: 1 });
  else note("wants-person", said.person);
  const asked = askedLanguage(words, reading.phrases);
  note(`language/${asked?.language ?? "other"}`, asked);
  for (const { reason, found } of said.reasons) note(`reason/${reason}`, found);

  const answered = key === "9" || key === "0" ? undefined : answerTo(reading, own, context);
  note(answered?.answer === undefined ? "answer/unsure" : "answer", answered);
  if (answered?.value !== undefined) note(`value/${inWords(answered.value)}`, answered);
  const flags = triageReading(reading, context.language);
  spans.push(...flags.spans);

  const isUncertain = (context.confidence ?? 1) < confidenceMin;
  const service: Tier | undefined = wantsPerson || asked !== undefined ? "T4" : undefined;
  const found = highest(flags.tier, service);
  // What the campaign does about the answer need not be asked of a service desk as well.
  const isServed = found === "T4" && answered?.answer !== undefined && asked === undefined;
  const tier = isUncertain && found ? oneUp(found) : isServed ? undefined : found;
  const means = {
    optOut: out.isOptOut,
    optIn: keyword?.keyword === "opt-in",
    keep: keyword?.keyword === "keep",
    help: keyword?.keyword === "help" || said.help !== undefined,
    wrongNumber: keyword?.keyword === "wrong-number" || said.wrongNumber !== undefined,
    wantsPerson,
  };
  const isUnderstood =
    Object.values(means).some(Boolean) || answered !== undefined || found !== undefined;
  const review =
    out.review ||
    flags.review ||
    isUncertain ||
    text.length > replyCharactersMax ||
    isSomeoneElses(means.wrongNumber, answered) ||
    // A call asks again after a key that means nothing; on paper nobody would.
    (key === undefined &&
      ((answered?.review ?? false) ||
        (!isUnderstood && needsReading(text, reading.words, context))));
  const says = (...rules: readonly string[]) => spans.some(({ rule }) => rules.includes(rule));
  return {
    ...means,
    ...(answered?.answer === undefined ? {} : { answer: answered.answer }),
    ...(answered?.value === undefined ? {} : { value: answered.value }),
    isDeath: says("T4/deceased", "T4/fallecimiento"),
    isViolence: says("T2/violence-at-home", "T2/violencia-en-casa"),
    reasons: said.reasons.map(({ reason }) => reason),
    ...(tier === undefined ? {} : { tier }),
    ...(asked?.language === undefined ? {} : { language: asked.language }),
    review,
    spans,
  };
}

/** A 9 on a call ends all calls (47 CFR 64.1200(a)(9)(iv)(F): a key press opts out). */
const byKey = {
  isOptOut: true,
  review: false,
  found: [{ start: 0, end: 1, rule: "opt-out/key" }],
} as const;

function keyOf(text: string): string | undefined {
  return /^\s*([\d*#])\s*$/.exec(text)?.[1];
}

/** The phrases that speak for themselves. */
function whatIsSaid({ phrases, words }: Reading, keyword: KeywordFound | undefined) {
  const first = (means: Meaning) => phrases.find(({ entry }) => entry.means === means);
  const reasons: { reason: Reason; found: { start: number; end: number } }[] = [];
  const inOrder = phrases
    .filter(({ entry }) => entry.means === "reason")
    .sort((left, right) => left.start - right.start);
  for (const { entry, start, end } of inOrder) {
    const reason = entry.id.slice("reason/".length) as Reason;
    if (reasons.every((known) => known.reason !== reason)) {
      reasons.push({ reason, found: { start, end } });
    }
  }
  const person = phrases.find(
    ({ entry, start }) => entry.means === "wants-person" && !isRefused(words.words, start),
  );
  return {
    wrongNumber: first("not-wrong-number") === undefined ? first("wrong-number") : undefined,
    help: first("help"),
    person: keyword?.keyword === "person" ? keyword : person,
    reasons,
  };
}

const wishes: ReadonlySet<string> = new Set(
  "want need wish to have quiero necesito deseo que".split(" "),
);

/** "I do not want to talk to a nurse" asks for none. */
function isRefused(words: readonly Word[], start: number): boolean {
  let at = start - 1;
  while (wishes.has(words[at]?.text ?? "")) at -= 1;
  return ["not", "no"].includes(words[at]?.text ?? "");
}

function answerTo(reading: Reading, text: string, context: ReplyContext): Answered | undefined {
  const { question } = context;
  if (question === undefined) return undefined;
  return answer({ ...context, question, words: reading.words, phrases: reading.phrases, text });
}

/** An answer together with a wrong number is someone else's answer. */
function isSomeoneElses(isWrongNumber: boolean, answered: Answered | undefined): boolean {
  return isWrongNumber && answered?.answer !== undefined;
}

/** Whether something was said that nobody would call settled. */
function needsReading(text: string, { words }: Words, context: ReplyContext): boolean {
  if (words.length === 0) return text.trim() !== "" && !isReaction(text);
  return !(isPleasantry(words) && context.question === undefined) && !isThanks(words);
}

/** Thanks and greetings settle nothing even while a question is open, and need no person. */
function isThanks(words: readonly Word[]): boolean {
  return isPleasantry(words) && !words.some(({ text }) => ["yes", "no", "si", "ok"].includes(text));
}

function inWords(value: AnswerValue): string {
  return value.is === "date" ? `date:${formatDay(value.day)}` : `number:${value.number}`;
}

function span(words: readonly Word[], rule: string, start: number, end: number): Span {
  return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 0, rule };
}
