import { english } from "./english.ts";
import { spanish } from "./spanish.ts";
import type { Words } from "./words.ts";

/** Languages in which reasons are told. */
export type Language = "en" | "es";

export const languages: Readonly<
  Record<Language, { readonly words: Words; readonly alive: string }>
> = {
  en: { words: english, alive: "alive" },
  es: { words: spanish, alive: "con vida" },
};
