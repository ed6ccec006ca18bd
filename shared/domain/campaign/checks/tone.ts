import { harshWordsIn, type PlainAdvice } from "../content/plain-words.ts";
import { withoutAccents } from "../content/term-search.ts";
import { offeredDigits } from "../offered-digits.ts";
import type { Report } from "../problem.ts";
import { wordsOf } from "../reading-ease.ts";
import type { Wording } from "../wording.ts";

const why: Readonly<Record<PlainAdvice["harshness"], string>> = {
  jargon: "is a word of the trade",
  blame: "finds fault with the patient",
  fear: "frightens",
};

/** Plain words, no blame, no fear, and one thing asked for. Warnings only. */
export function checkTone(wordings: readonly Wording[], report: Report): void {
  for (const wording of wordings) {
    const { path, text, language } = wording;
    const told = new Set<string>();
    for (const { written, meanings } of harshWordsIn(text, language)) {
      const [meaning] = meanings;
      if (!meaning || told.has(written.toLowerCase())) continue;
      told.add(written.toLowerCase());
      const advice = `“${written}” ${why[meaning.harshness]}. Write for example “${meaning.plain}”.`;
      report(meaning.harshness, path, advice);
    }
    if (wording.part === "text") checkAsks(wording, report);
  }
}

function checkAsks({ path, text, channel, language }: Wording, report: Report): void {
  const digits = offeredDigits(text, channel, language) ?? [];
  const twice = digits.find((digit, index) => digits.indexOf(digit) !== index);
  const questions = questionsOf(text);
  if (twice !== undefined) {
    report(
      "two-asks",
      path,
      `${twice} is offered twice: it asks two things at once, and nobody can tell which was answered. Ask the second in a message of its own.`,
    );
  } else if (questions.length > 1) {
    report(
      "two-asks",
      path,
      `It asks ${questions.length} things (“${questions.join("” “")}”). Ask one, and the rest in a message of its own.`,
    );
  }
}

/** Questions that ask for something: not “Questions?”, nor “Not sure this is us? … your card”. */
function questionsOf(text: string): readonly string[] {
  const sentences = text.split(/(?<=[.!?])\s/).map((each) => each.trim());
  return sentences.filter((sentence, index) => {
    const isOfCard = /\b(?:card|tarjeta)\b/.test(withoutAccents(sentences[index + 1] ?? ""));
    return sentence.endsWith("?") && wordsOf(sentence).length > 2 && !isOfCard;
  });
}
