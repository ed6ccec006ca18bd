import type { Report } from "../problem.ts";
import { readability, sentencesOf, wordsOf } from "../reading-ease.ts";
import type { Wording } from "../wording.ts";

const wordsPerSentenceMax = 15;

/** Keywords that patients type, and names that are written so. */
const capitals: ReadonlySet<string> = new Set(["STOP", "HELP", "START", "ALTO", "AYUDA", "ID"]);

/** Plain words: short sentences, no shouting, an easy text as a whole. Warnings only. */
export function checkReading(wordings: readonly Wording[], language: string, report: Report): void {
  for (const { path, text, channel } of wordings) {
    const long = sentencesOf(text).find((each) => wordsOf(each).length > wordsPerSentenceMax);
    if (long !== undefined) {
      report(
        "long-sentence",
        path,
        `A sentence of ${wordsOf(long).length} words is hard to follow (“${long.slice(0, 40)}…”). Use ${wordsPerSentenceMax} or fewer.`,
      );
    }
    const shouted = channel === "voice" ? undefined : shoutedWord(text);
    if (shouted !== undefined) {
      report("shouting", path, `\`${shouted}\` is all capitals. Write it small.`);
    }
  }
  const whole = readability(
    wordings.map(({ text }) => text),
    language,
  );
  if (!whole || whole.isEasy) return;
  const found =
    whole.measure === "grade"
      ? `reads like school grade ${whole.score.toFixed(1)}; 6 or less is plain`
      : `has a reading ease of ${whole.score.toFixed(0)}; 65 or more is plain`;
  report("reading-grade", [], `This file ${found}. Use shorter words and sentences.`);
}

function shoutedWord(text: string): string | undefined {
  return wordsOf(text).find((word) => /^\p{Lu}{4,}$/u.test(word) && !capitals.has(word));
}
