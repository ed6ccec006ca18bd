import type { Word } from "../triage/normalise.ts";
import { isAndHalf, numbersIn, type SaidNumber } from "./said-number.ts";
import { type SaidValue, unsure } from "./said-value.ts";
import type { Takes } from "./takes.ts";
import { dividerAt, textAt } from "./word-at.ts";

type NumberTakes = NonNullable<Takes["number"]>;

/** Of another size: nobody means 10 by "10 thousand". */
const sizes: readonly string[] =
  "hundred thousand million billion mil mill millon millones mils".split(" ");

/** Units by how patients write them; each line is one unit. */
const units: readonly (readonly string[])[] = [
  ["%", "percent", "por ciento", "pct"],
  ["mg/dl", "mg dl", "mgdl", "mg"],
  ["mmol/l", "mmol l", "mmol"],
  ["lb", "lbs", "pounds", "pound", "libras", "libra"],
  ["kg", "kgs", "kilos", "kilo", "kilograms"],
  ["mmhg", "mm hg"],
  ["bpm", "beats", "latidos"],
  ["f", "fahrenheit"],
  ["c", "celsius", "centigrados"],
  ["mcg"],
  ["ml"],
  ["units", "unit", "unidades"],
  ["pills", "pill", "tablets", "pastillas", "pastilla"],
  ["times", "veces", "vez"],
  ["am", "pm", "oclock", "o"],
  ["days", "day", "dias", "dia"],
  ["weeks", "week", "semanas", "semana"],
  ["months", "month", "meses", "mes"],
  ["years", "year", "anos", "ano", "yrs"],
  ["hours", "hour", "hrs", "horas", "hora"],
  ["minutes", "minute", "mins", "min", "minutos"],
  ["dollars", "pesos", "bucks"],
  ["inches", "feet", "ft", "cm"],
  ["st", "nd", "rd", "th"],
  "k m b dozen half halves quarter quarters thirds fifths eighths tenths".split(" "),
  sizes,
];

const percent = unitOf("%");
const unknownUnit = -1;
const turning: ReadonlySet<string> = new Set("not no never minus negative menos".split(" "));
const minusSigns = ["-", "−", "–"];
const opensInFigures = /^\d/;

/**
 * The one number that answers a question: "about 120", "7.2%", "it was 1,200 steps". A number of
 * another unit is none; two numbers, a pair such as 120/80, or one out of bounds are not sure.
 */
export function numberValue(
  { words, text }: { readonly words: readonly Word[]; readonly text: string },
  takes: NumberTakes,
): SaidValue<number> | undefined {
  const wanted = takes.unit === undefined ? undefined : unitOf(takes.unit.toLowerCase());
  const said = numbersIn(words).filter(
    (number) => !isClock(words, number) && !isPercentWord(words, number),
  );
  const fitting = said.filter((number) => {
    const unit = unitAfter(words, text, number);
    return unit === undefined || unit === wanted;
  });
  const [first] = fitting;
  if (first === undefined) {
    const other = said[0];
    return other === undefined ? undefined : unsure(other.start, other.end);
  }
  const isOne = fitting.every(({ value }) => value === first.value);
  const isPair =
    dividerAt(words, first.end) === "/" && opensInFigures.test(textAt(words, first.end));
  const isInBounds = first.value >= takes.from && first.value <= takes.through;
  const isDenied = turning.has(textAt(words, first.start - 1)) || isNegative(text, words, first);
  const isWhole = !fitting.some((number) => isPartOfLarger(words, number));
  return isOne && isWhole && !isPair && isInBounds && !isDenied
    ? { value: first.value, start: first.start, end: first.end }
    : unsure(first.start, first.end);
}

/** The 100 of "2 hundred", the 500 of "two thousand five hundred", the 7 of "7 and a half". */
function isPartOfLarger(words: readonly Word[], { start, end }: SaidNumber): boolean {
  const last = textAt(words, start - 1);
  const before = last === "and" || last === "y" ? textAt(words, start - 2) : last;
  const isCounted = sizes.includes(textAt(words, start)) && opensInFigures.test(last);
  return isCounted || sizes.includes(before) || isAndHalf(words, end);
}

/** "-5" */
function isNegative(text: string, words: readonly Word[], { start }: SaidNumber): boolean {
  const at = words[start]?.start ?? 0;
  return minusSigns.includes(text.charAt(at - 1)) && !/\d/.test(text.charAt(at - 2));
}

function unitOf(written: string): number | undefined {
  const index = units.findIndex((names) => names.includes(written));
  return index === -1 ? undefined : index;
}

function unitAfter(words: readonly Word[], text: string, number: SaidNumber): number | undefined {
  const end = words[number.end - 1]?.end ?? 0;
  if (/^\s?%/.test(text.slice(end, end + 2))) return percent;
  const [first, second] = words.slice(number.end, number.end + 2);
  if (first === undefined || first.sentence !== words[number.start]?.sentence) return undefined;
  const known = unitOf(`${first.text} ${second?.text}`) ?? unitOf(first.text);
  // Letters that touch the number belong to it, known or not: "1.3e6".
  return known ?? (first.start === end ? unknownUnit : undefined);
}

/** "8:30", and not "sugar: 120" */
function isClock(words: readonly Word[], { start, end }: SaidNumber): boolean {
  return isColonInFigures(words, start) || isColonInFigures(words, end);
}

function isColonInFigures(words: readonly Word[], at: number): boolean {
  const isInFigures = [at - 1, at].every((place) => opensInFigures.test(textAt(words, place)));
  return dividerAt(words, at) === ":" && isInFigures;
}

/** The hundred of "por ciento". */
function isPercentWord(words: readonly Word[], { start, end }: SaidNumber): boolean {
  const isAlone = end === start + 1;
  return isAlone && textAt(words, start - 1) === "por" && textAt(words, start) === "ciento";
}
