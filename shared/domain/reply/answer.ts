import type { Word } from "../triage/normalise.ts";

/** What a reply says to the open question. */
export interface Answered {
  /** The name that the author gave the answer. */
  readonly answer?: string;
  /** It is an answer in form, and which one is not sure: a person reads it. */
  readonly review: boolean;
  readonly start: number;
  readonly end: number;
}

const numberWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
    first: "1",
    second: "2",
    third: "3",
    won: "1",
    uno: "1",
    una: "1",
    dos: "2",
    tres: "3",
    cuatro: "4",
    cinco: "5",
    seis: "6",
    siete: "7",
    ocho: "8",
    nueve: "9",
    primero: "1",
    primera: "1",
    segundo: "2",
    segunda: "2",
    tercero: "3",
    tercera: "3",
  }),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words beside a choice that do not change it. */
const beside =
  set(`please thanks thank you thankyou option opcion number numero no num choice choose
  chose reply answer press pressed select selected pick my is the i want would like say said id
  respuesta respondo elijo escojo quiero la el opcion por favor gracias es mi ok okay hi hello hola
  👍 🙏 im am going with for respond`);

const yes =
  set(`yes y yeah yep yup ya yea sure ok okay si sip claro correct confirm confirmed agreed
  agree definitely absolutely correcto afirmativo simon dale bueno 👍`);
const no = set("no n nope nah not negative negativo nel 👎 nunca");
const besideYesOrNo =
  set(`please thanks thank you gracias por favor maam sir i do did have am will can
  it is sounds good great of course doctor senor senora lo hice tengo estoy ahora now yet today all
  para nada not really 🙏 👍 👎 the that`);

const yesNames = /^(yes|si|agree[ds]?|confirm(ed|s)?|accept(ed|s)?|ok|true)$/;
const noNames = /^(no|not-now|decline[ds]?|refuse[ds]?|disagree[ds]?|false)$/;

/**
 * Reads the answer to an open question: a digit in any of the ways people send one ("1", "#2",
 * "uno", "option 2", "1 please"), the answer's own name in words, or yes and no where the
 * question offers exactly that. A digit counts only when it stands alone or opens the message.
 */
export function answer(
  words: readonly Word[],
  answers: Readonly<Record<string, string>>,
): Answered | undefined {
  if (words.length === 0 || Object.keys(answers).length === 0) {
    return undefined;
  }
  return byDigit(words, answers) ?? byName(words, answers) ?? byYesOrNo(words, answers);
}

function byDigit(words: readonly Word[], answers: Readonly<Record<string, string>>) {
  const choices = words.map(({ text }) => (isNumber(text) ? text : numberWords.get(text)));
  const isBare = words.every(({ text }, at) => choices[at] !== undefined || beside.has(text));
  const chosen = [...new Set(choices.filter((choice) => choice !== undefined))];
  if (isBare && chosen.length > 0) {
    const at = choices.findIndex((choice) => choice !== undefined);
    return chosen.length === 1 ? pick(answers, chosen[0] ?? "", at) : unsure(0, words.length);
  }
  const opening = choices[0];
  const next = words[1];
  const isOpening =
    opening !== undefined &&
    isNumber(words[0]?.text ?? "") &&
    next !== undefined &&
    (next.before === "." || next.before === "," || next.before === "-" || next.before === ":");
  if (!isOpening || choices.slice(1).some((choice) => choice !== undefined)) {
    return undefined;
  }
  // The digit counts at once, and a person reads the words that came with it.
  return { ...pick(answers, opening, 0), review: true };
}

function isNumber(text: string): boolean {
  return /^\d{1,4}$/.test(text);
}

function pick(answers: Readonly<Record<string, string>>, digit: string, at: number): Answered {
  const name = Object.hasOwn(answers, digit) ? answers[digit] : undefined;
  return name === undefined
    ? unsure(at, at + 1)
    : { answer: name, review: false, start: at, end: at + 1 };
}

function unsure(start: number, end: number): Answered {
  return { review: true, start, end };
}

function byName(
  words: readonly Word[],
  answers: Readonly<Record<string, string>>,
): Answered | undefined {
  const said = words.map(({ text }) => text).join(" ");
  const name = Object.values(answers).find((value) => value.replaceAll("-", " ") === said);
  return name === undefined
    ? undefined
    : { answer: name, review: false, start: 0, end: words.length };
}

function byYesOrNo(
  words: readonly Word[],
  answers: Readonly<Record<string, string>>,
): Answered | undefined {
  const first = words[0]?.text ?? "";
  const isYes = yes.has(first);
  const isNo = no.has(first);
  const isBare = words.slice(1).every(({ text }) => {
    const agrees = isYes ? yes.has(text) : no.has(text);
    return agrees || (besideYesOrNo.has(text) && !(isYes && no.has(text)));
  });
  if (!(isYes || isNo) || !isBare) {
    return undefined;
  }
  const names = Object.values(answers).filter((name) => (isYes ? yesNames : noNames).test(name));
  return names.length === 1 && names[0] !== undefined
    ? { answer: names[0], review: false, start: 0, end: 1 }
    : unsure(0, 1);
}
