import type { Day } from "../calendar.ts";
import type { Found } from "../triage/found.ts";
import type { Word, Words } from "../triage/normalise.ts";
import { answerByWords } from "./answer-by-words.ts";
import { dateValue } from "./date-value.ts";
import { numberValue } from "./number-value.ts";
import type { ReplyEntry } from "./reply-entry.ts";
import { numberAt } from "./said-number.ts";
import type { AnswerValue, ReplyContext } from "./understanding.ts";
import { saidYesOrNo } from "./yes-no.ts";

/** What a reply says to the open question. */
export interface Answered {
  /** The name that the author gave the answer. */
  readonly answer?: string;
  readonly value?: AnswerValue;
  /** It is an answer in form, and which one is not sure: a person reads it. */
  readonly review: boolean;
  readonly start: number;
  readonly end: number;
}

/** A reply and the question that is open, as the readers of answers take them. */
export interface Asked {
  readonly words: Words;
  readonly text: string;
  readonly phrases: readonly Found<ReplyEntry>[];
  readonly question: NonNullable<ReplyContext["question"]>;
  readonly on?: Day;
  readonly language?: string;
}

/**
 * Reads the answer to an open question: a digit in any of the ways people send one ("1", "#2",
 * "uno", "option 2", "1 please"), the answer's own name, a date or a number where the question
 * takes one, yes and no where it offers exactly that, or what standard answers are called in
 * daily life. What could be two answers is none.
 */
export function answer(asked: Asked): Answered | undefined {
  const { words } = asked.words;
  const { answers } = asked.question;
  return (
    byDigit(words, answers) ??
    byName(words, answers) ??
    byValue(asked) ??
    byYesOrNo(words, answers) ??
    answerByWords(asked)
  );
}

type Answers = Readonly<Record<string, string>>;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words beside a choice that do not change it. */
const beside =
  set(`please thanks thank you thankyou option opcion number numero no num choice choose
  chose reply answer press pressed select selected pick my is the i want would like say said id
  respuesta respondo elijo escojo quiero la el opcion por favor gracias es mi ok okay hi hello hola
  👍 🙏 im am going with for respond button key marco oprimo presione contesto`);

/** Written otherwise than as numbers are. */
const otherDigits: ReadonlyMap<string, string> = new Map([
  ["won", "1"],
  ["primera", "1"],
  ["segunda", "2"],
  ["tercera", "3"],
]);

/** The digit a word stands for: "2", "two", "dos", "second". */
function choiceOf(words: readonly Word[], at: number, text: string): string | undefined {
  if (isDigits(text)) return text;
  const number = numberAt(words, at);
  return number?.end === at + 1 && number.value <= 9 ? String(number.value) : otherDigits.get(text);
}

function isDigits(text: string): boolean {
  return /^\d{1,4}$/.test(text);
}

/** With more words a message is no choice, even if it opens with a digit. */
const choiceWordsMax = 20;

/** What divides an opening digit from the words after it. */
const dividers: ReadonlySet<string> = new Set([".", ",", "-", ":"]);

/** A digit counts only when it stands alone or opens the message. */
function byDigit(words: readonly Word[], answers: Answers): Answered | undefined {
  if (words.length > choiceWordsMax) return undefined;
  const choices = words.map(({ text }, at) => choiceOf(words, at, text));
  const chosen = new Set(choices.filter((choice) => choice !== undefined));
  const [choice, other] = chosen;
  if (choice === undefined) return undefined;
  const isBare = words.every(({ text }, at) => choices[at] !== undefined || beside.has(text));
  if (isBare && other === undefined) return pick(answers, choice, choices.indexOf(choice));
  // "1, 2" is not sure; "12/3" is no choice at all, and may be a date.
  if (isBare) {
    const isOffered = [...chosen].every((digit) => Object.hasOwn(answers, digit));
    return isOffered ? unsure(0, words.length) : undefined;
  }
  const isOpening = isDigits(words[0]?.text ?? "") && dividers.has(words[1]?.before ?? "");
  if (!isOpening || choices.slice(1).some((later) => later !== undefined)) return undefined;
  // The digit counts at once, and a person reads the words that came with it.
  const picked = pick(answers, choice, 0);
  return picked && { ...picked, review: true };
}

function pick(answers: Answers, digit: string, at: number): Answered | undefined {
  const name = Object.hasOwn(answers, digit) ? answers[digit] : undefined;
  return name === undefined ? undefined : { answer: name, review: false, start: at, end: at + 1 };
}

function unsure(start: number, end: number): Answered {
  return { review: true, start, end };
}

function byName(words: readonly Word[], answers: Answers): Answered | undefined {
  const said = words.map(({ text }) => text).join(" ");
  const name = Object.values(answers).find((value) => value.replaceAll("-", " ") === said);
  return name === undefined
    ? undefined
    : { answer: name, review: false, start: 0, end: words.length };
}

/** The date or number that the question takes; a question asked back answers nothing. */
function byValue({ words, text, question, on, language }: Asked): Answered | undefined {
  const { date, number } = question.takes ?? {};
  const isAskedBack = words.questions.size > 0;
  if (date !== undefined && on !== undefined) {
    const reading = { words: words.words, on, takes: date, ...(language ? { language } : {}) };
    const said = dateValue(reading);
    if (said !== undefined) {
      const { value: day, start, end } = said;
      if (day === undefined || isAskedBack) return unsure(start, end);
      return { answer: date.means, value: { is: "date", day }, review: false, start, end };
    }
  }
  if (number !== undefined) {
    const said = numberValue({ words: words.words, text }, number);
    if (said !== undefined) {
      const { start, end } = said;
      if (said.value === undefined || isAskedBack) return unsure(start, end);
      const unit = number.unit === undefined ? {} : { unit: number.unit };
      const value = { is: "number", number: said.value, ...unit } as const;
      return { answer: number.means, value, review: false, start, end };
    }
  }
  return undefined;
}

const yesNames = /^(yes|si|agree[ds]?|confirm(ed|s)?|accept(ed|s)?|ok|true)$/;
const noNames = /^(no|decline[ds]?|refuse[ds]?|disagree[ds]?|false)$/;

function byYesOrNo(words: readonly Word[], answers: Answers): Answered | undefined {
  const said = saidYesOrNo(words);
  if (said === undefined) return undefined;
  const names = new Set(
    Object.values(answers).filter((name) => (said === "yes" ? yesNames : noNames).test(name)),
  );
  const [name, other] = names;
  return name !== undefined && other === undefined
    ? { answer: name, review: false, start: 0, end: 1 }
    : unsure(0, 1);
}
