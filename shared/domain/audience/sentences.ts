import type { Concepts } from "./concept.ts";
import { type Condition, keyed } from "./condition.ts";
import { type Language, languages } from "./words/languages.ts";

/**
 * An audience in plain words, without a patient: one sentence for each condition that must hold, in
 * the order in which they are written. A concept without a title is called by its name.
 */
export function sentencesOf(
  audience: Condition,
  concepts: Concepts,
  language: Language,
): readonly string[] {
  const { words } = languages[language];
  const nameOf = titlesIn(concepts, language);
  const asked = keyed(audience);
  const parts = asked.key === "all" ? asked.value : [audience];
  return parts.map((part) => words(part, nameOf));
}

/** What a concept is called in a language: its title there, its English one, its name. */
export function titlesIn(concepts: Concepts, language: Language): (name: string) => string {
  return (name) => {
    const concept = concepts.get(name);
    return concept?.titles?.[language] ?? concept?.title ?? name.replaceAll("-", " ").toLowerCase();
  };
}
