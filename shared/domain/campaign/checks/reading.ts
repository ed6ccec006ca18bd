import { harshWordsIn } from "../content/plain-words.ts";
import type { Report } from "../problem.ts";
import {
  longWordsOf,
  type Readability,
  readability,
  sentencesOf,
  syllablesPerWord,
  wordsOf,
} from "../reading-ease.ts";
import type { Wording } from "../wording.ts";

const wordsPerSentenceMax = 15;

/** Under these the formulas say more about chance than about the text. Words. */
const wordsMin = { ofFile: 100, ofMessage: 30, ofAverage: 15 } as const;

/**
 * Syllables of a word on average. Spanish words are longer by nature: with sentences of ten words,
 * 2.2 is where Fernández-Huerta's ease of 65 lies.
 */
const syllablesPerWordMax: Readonly<Record<string, number>> = { en: 2, es: 2.2 };

/** Keywords that patients type, and names that are written so. */
const capitals: ReadonlySet<string> = new Set([
  "STOP",
  "HELP",
  "START",
  "KEEP",
  "ALTO",
  "AYUDA",
  "ID",
]);

/**
 * Plain words: short sentences and words, no shouting, each message and the file as a whole easy
 * to read. Warnings only.
 */
export function checkReading(wordings: readonly Wording[], language: string, report: Report): void {
  for (const wording of wordings) {
    checkSentences(wording, report);
    checkShouting(wording, report);
    checkWords(wording, report);
    const own = readability([wording.text], language, wordsMin.ofMessage);
    if (!own || own.isEasy) continue;
    const message = `This message ${scoreOf(own)}.${longest(wording.text, language)} Use shorter words and sentences.`;
    report("reading-grade", wording.path, message);
  }
  const texts = wordings.map(({ text }) => text);
  const whole = readability(texts, language, wordsMin.ofFile);
  if (!whole || whole.isEasy) return;
  report("reading-grade", [], `This file ${scoreOf(whole)}. Use shorter words and sentences.`);
}

function checkSentences({ path, text }: Wording, report: Report): void {
  const long = sentencesOf(text).find((each) => wordsOf(each).length > wordsPerSentenceMax);
  if (long === undefined) return;
  report(
    "long-sentence",
    path,
    `A sentence of ${wordsOf(long).length} words is hard to follow (“${long.slice(0, 40)}…”). Use ${wordsPerSentenceMax} or fewer.`,
  );
}

function checkShouting({ path, text, channel }: Wording, report: Report): void {
  if (channel === "voice") return;
  const shouted = wordsOf(text).find((word) => /^\p{Lu}{4,}$/u.test(word) && !capitals.has(word));
  if (shouted === undefined) return;
  report("shouting", path, `\`${shouted}\` is all capitals. Write it small.`);
}

function checkWords({ path, text, language }: Wording, report: Report): void {
  const words = wordsOf(text);
  const most = syllablesPerWordMax[language];
  if (most === undefined || words.length < wordsMin.ofAverage) return;
  const average = syllablesPerWord(words, language);
  if (average <= most) return;
  report(
    "long-words",
    path,
    `The words are long: ${average.toFixed(1)} syllables on average, and ${most} is plain.${longest(text, language)} Use shorter ones.`,
  );
}

function scoreOf({ measure, score }: Readability): string {
  return measure === "grade"
    ? `reads like school grade ${score.toFixed(1)}; 6 or less is plain`
    : `has a reading ease of ${score.toFixed(0)}; 65 or more is plain`;
}

/** The hardest words, with a plainer one where there is one, or nothing to name. */
function longest(text: string, language: string): string {
  const words = longWordsOf(text, language).slice(0, 4);
  const named = words.map((word) => {
    const plain = harshWordsIn(word, language)[0]?.meanings[0]?.plain;
    return plain === undefined ? word : `${word} (better: ${plain})`;
  });
  return named.length === 0 ? "" : ` The hardest words: ${named.join(", ")}.`;
}
