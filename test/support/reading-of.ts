import { triage } from "#domain/triage/triage";

/**
 * How a reply is read, in one line: "T3 for a person: no | chest pain" is the tier, whether a
 * person must read it, and the words that counted in the order of the text.
 */
export function readingOf(text: string, language?: string): string {
  const { tier, review, spans } = triage(text, language);
  const words = spans.map(({ start, end }) => text.slice(start, end)).join(" | ");
  return `${tier ?? "nothing"}${review ? " for a person" : ""}: ${words}`;
}
