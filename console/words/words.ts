import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, languages } from "./language.ts";
import { type LatePart, lateWords } from "./late-words.ts";

const place = "rounds.language";

/** As chosen last in this browser, or the browser's own; English where we have none of its. */
export function keptLanguage(): Language {
  const wanted = [localStorage.getItem(place), ...navigator.languages];
  const found = wanted.flatMap((tag) => languages.find((one) => tag?.split("-")[0] === one) ?? []);
  return found[0] ?? "en";
}

/** Parts of the words that a screen has asked for. */
const wanted = new Set<LatePart>();

/** Words by language: each is fetched once it is wanted. */
async function wordsOf(language: Language): Promise<Readonly<Record<string, unknown>>> {
  const [first, ...late] = await Promise.all([
    language === "es"
      ? import("./es.ts").then(({ spanish }) => spanish)
      : import("./en.ts").then(({ english }) => english),
    ...[...wanted].map((part) => lateWords[part][language]()),
  ]);
  return Object.assign({}, first, ...late);
}

/** Has a part of the words there before a screen is shown that says them. */
export async function wantWords(part: LatePart): Promise<void> {
  wanted.add(part);
  const language = languages.find((one) => one === i18next.language) ?? "en";
  const words = await lateWords[part][language]();
  i18next.addResourceBundle(language, "translation", words, true, true);
}

/** Before anything is shown. */
export async function startWords(language: Language): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await wordsOf(language) } },
    // React writes text, never markup.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  return i18next;
}

/** Shows all that is written in this language, and keeps it for the next time. */
export async function chooseLanguage(language: Language): Promise<void> {
  i18next.addResourceBundle(language, "translation", await wordsOf(language), true, true);
  localStorage.setItem(place, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
