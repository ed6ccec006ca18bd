import type { Word } from "../triage/normalise.ts";

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
  const text = words[at]?.text ?? "";
  return /^\d/.test(text) ? inFigures(words, at) : inWords(words, at);
}

/** "1,200" is one number; "1, 200" and "120/80" are two. */
function inFigures(words: readonly Word[], at: number): SaidNumber | undefined {
  const first = words[at];
  if (first === undefined || !/^\d{1,9}(\.\d{1,4})?$/.test(first.text)) return undefined;
  let text = first.text;
  let end = at + 1;
  for (let next = words[end]; next !== undefined; next = words[end]) {
    const isGroup = next.before === "," && /^\d{3}(\.\d{1,4})?$/.test(next.text);
    if (!isGroup || next.start !== (words[end - 1]?.end ?? 0) + 1 || text.length > 9) break;
    text += next.text;
    end += 1;
  }
  return { value: Number(text), start: at, end };
}

/** "seven", "twenty two", "one hundred and ten", "treinta y cinco": below a thousand. */
function inWords(words: readonly Word[], at: number): SaidNumber | undefined {
  const textAt = (index: number) => words[index]?.text ?? "";
  let end = at;
  let value = 0;
  const opening = small.get(textAt(at));
  const hundred = hundreds.get(textAt(opening === undefined ? at : at + 1));
  if (hundred !== undefined) {
    value = (opening ?? 1) * hundred;
    end = at + (opening === undefined ? 1 : 2);
    if (textAt(end) === "and" && belowHundred(end + 1) !== undefined) end += 1;
  }
  const rest = belowHundred(end);
  if (rest !== undefined) {
    value += rest.value;
    end = rest.end;
  }
  return end === at ? undefined : { value, start: at, end };

  function belowHundred(from: number): { value: number; end: number } | undefined {
    const ten = tens.get(textAt(from));
    if (ten === undefined) {
      const unit = small.get(textAt(from));
      return unit === undefined ? undefined : { value: unit, end: from + 1 };
    }
    const joint = textAt(from + 1) === "y" ? from + 2 : from + 1;
    const unit = small.get(textAt(joint));
    return unit !== undefined && unit < 10
      ? { value: ten + unit, end: joint + 1 }
      : { value: ten, end: from + 1 };
  }
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
