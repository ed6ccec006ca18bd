import type { Purpose } from "../campaign/purpose.ts";

/**
 * What patients call each kind of care: the category and no more (privacy rules, content tier L1).
 * `plain` stands before "texts", `one` is a thing that is due.
 */
const words: Readonly<Record<string, Readonly<Record<Purpose, ProgramWords>>>> = {
  en: {
    prescription: { plain: "refill", one: "a refill" },
    "lab-due": { plain: "lab", one: "a lab test" },
    screening: { plain: "screening", one: "a health screening" },
    appointment: { plain: "visit", one: "a visit" },
    wellness: { plain: "checkup", one: "a checkup" },
  },
  es: {
    prescription: { plain: "recetas", one: "surtir una receta" },
    "lab-due": { plain: "laboratorio", one: "una prueba de laboratorio" },
    screening: { plain: "chequeos", one: "un chequeo de salud" },
    appointment: { plain: "citas", one: "una cita" },
    wellness: { plain: "control", one: "un control de salud" },
  },
};

export interface ProgramWords {
  readonly plain: string;
  readonly one: string;
}

/** The words for a kind of care, in English where there are none in the language. */
export function programWords(purpose: Purpose, language: string): ProgramWords {
  const inLanguage = Object.hasOwn(words, language) ? words[language] : undefined;
  const { [purpose]: found } = inLanguage ?? words["en"] ?? {};
  return found ?? { plain: "care", one: "care" };
}

/** The sentence that names what else is due, for a message that carries the news of others. */
export function alsoDue(purposes: readonly Purpose[], language: string): string {
  const things = [...new Set(purposes)].map((purpose) => programWords(purpose, language).one);
  return language === "es"
    ? `También le toca: ${things.join(", ")}.`
    : `Also due: ${things.join(", ")}.`;
}

/** Where a language has no words of ours, a person with an interpreter helps (45 CFR 92.201). */
export function helpInYourLanguage(phone: string): string {
  return `For help in your language call ${phone}.`;
}
