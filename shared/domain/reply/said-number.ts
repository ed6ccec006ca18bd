import type { Word } from "../triage/normalise.ts";
import { dividerAt, isOneSignAfter, textAt } from "./word-at.ts";

/** A whole number or decimal in figures or words, as a run of words. */
export interface SaidNumber {
  readonly value: number;
  /** `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

const small: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    cero: 0,
    un: 1,
    uno: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciseis: 16,
    diecisiete: 17,
    dieciocho: 18,
    diecinueve: 19,
    veintiuno: 21,
    veintidos: 22,
    veintitres: 23,
    veinticuatro: 24,
    veinticinco: 25,
    veintiseis: 26,
    veintisiete: 27,
    veintiocho: 28,
    veintinueve: 29,
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    primero: 1,
    segundo: 2,
    tercero: 3,
  }),
);
const tens: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    veinte: 20,
    treinta: 30,
    cuarenta: 40,
    cincuenta: 50,
    sesenta: 60,
    setenta: 70,
    ochenta: 80,
    noventa: 90,
  }),
);
const hundreds: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 100,
    cien: 100,
    ciento: 100,
    doscientos: 200,
    trescientos: 300,
    cuatrocientos: 400,
    quinientos: 500,
  }),
);

/** A number that begins at this word; `undefined` when none does. */
export function numberAt(words: readonly Word[], at: number): SaidNumber | undefined {
  return inFigures(words, at) ?? inWords(words, at);
}

const figures = /^\d{1,9}(\.\d{1,4})?$/;
const group = /^\d{3}(\.\d{1,4})?$/;

/** Beyond it no more groups are joined. */
const digitsMax = 9;

const opensGroups = /^\d{1,3}$/;

/** "1,200" is one number; "1, 200", "120/80" and "98.6,120" are two. */
function inFigures(words: readonly Word[], at: number): SaidNumber | undefined {
  let text = textAt(words, at);
  if (!figures.test(text)) return undefined;
  let end = at + 1;
  const isGrouped = opensGroups.test(text);
  while (isGrouped && isGroup(words, end) && text.length <= digitsMax && !text.includes(".")) {
    text += textAt(words, end);
    end += 1;
  }
  return { value: Number(text), start: at, end };
}

function isGroup(words: readonly Word[], at: number): boolean {
  return dividerAt(words, at) === "," && isOneSignAfter(words, at) && group.test(textAt(words, at));
}

/** "seven", "twenty two", "one hundred and ten", "treinta y cinco": below a thousand. */
function inWords(words: readonly Word[], at: number): SaidNumber | undefined {
  const hundred = hundredsAt(words, at);
  if (hundred === undefined) {
    const alone = belowHundred(words, at);
    return alone && { value: alone.value, start: at, end: alone.end };
  }
  const isJoined = textAt(words, hundred.end) === "and";
  const rest = belowHundred(words, isJoined ? hundred.end + 1 : hundred.end);
  return { value: hundred.value + (rest?.value ?? 0), start: at, end: rest?.end ?? hundred.end };
}

interface Part {
  readonly value: number;
  readonly end: number;
}

/** "hundred", "two hundred", "doscientos" */
function hundredsAt(words: readonly Word[], at: number): Part | undefined {
  const count = small.get(textAt(words, at));
  const end = count === undefined ? at + 1 : at + 2;
  const hundred = hundreds.get(textAt(words, end - 1));
  return hundred === undefined ? undefined : { value: (count ?? 1) * hundred, end };
}

/** "seven", "twenty", "twenty two", "treinta y cinco" */
function belowHundred(words: readonly Word[], at: number): Part | undefined {
  const ten = tens.get(textAt(words, at));
  const unitAt = ten === undefined ? at : textAt(words, at + 1) === "y" ? at + 2 : at + 1;
  const unit = small.get(textAt(words, unitAt));
  if (ten === undefined) return unit === undefined ? undefined : { value: unit, end: at + 1 };
  return unit !== undefined && unit < 10
    ? { value: ten + unit, end: unitAt + 1 }
    : { value: ten, end: at + 1 };
}

/** "And a half", "libras y media": what is said before it is not whole. */
export function isAndHalf(words: readonly Word[], at: number): boolean {
  const said = [0, 1, 2, 3].map((offset) => textAt(words, at + offset)).join(" ");
  return /^(\S+ )?(and a half|y medi[ao])\b/.test(said);
}

/** All numbers of a text, in order, none inside another. */
export function numbersIn(words: readonly Word[]): readonly SaidNumber[] {
  const found: SaidNumber[] = [];
  let at = 0;
  while (at < words.length) {
    const number = numberAt(words, at);
    if (number === undefined) at += 1;
    else {
      found.push(number);
      at = number.end;
    }
  }
  return found;
}
