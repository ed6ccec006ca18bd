import type { Found } from "../triage/found.ts";
import type { Word } from "../triage/normalise.ts";
import type { ReplyEntry } from "./reply-entry.ts";

/** A wish for another language, as a run of words. */
export interface AskedLanguage {
  /** BCP-47; absent when only the language is named that the patient does not speak. */
  readonly language?: string;
  readonly start: number;
  readonly end: number;
}

/** Words with which one says in Spanish that one does not speak something. */
const inSpanish: ReadonlySet<string> = new Set(
  "hablo entiendo leo se comprendo escribo hablamos habla entiende".split(" "),
);

/**
 * The language that a patient asks for: "en español por favor", "hablo mandarín". Who says in
 * Spanish that they speak no English wants Spanish, and who says in English that they speak no
 * Spanish wants English.
 */
export function askedLanguage(
  words: readonly Word[],
  phrases: readonly Found<ReplyEntry>[],
): AskedLanguage | undefined {
  const unspoken = phrases.filter(({ entry }) => entry.means === "not-language");
  const asked = phrases.find(
    ({ entry, start, end }) =>
      entry.means === "language" &&
      unspoken.every(
        (not) => not.entry.language !== entry.language || not.end < start || not.start > end,
      ),
  );
  if (asked !== undefined) {
    return { language: asked.entry.language, start: asked.start, end: asked.end };
  }
  const not = unspoken[0];
  if (not === undefined) return undefined;
  const { start, end } = not;
  const saidInSpanish = words.slice(start, end).some(({ text }) => inSpanish.has(text));
  if (not.entry.language === "en" && saidInSpanish) return { language: "es", start, end };
  if (not.entry.language === "es" && !saidInSpanish) return { language: "en", start, end };
  return { start, end };
}
