import type { Draw } from "./draw.ts";

export type SampleSex = "female" | "male";

const given = {
  female: {
    es: "María Carmen Rosa Ana Lucía Elena Isabel Marta Sofía Teresa Gloria Patricia Beatriz Alicia".split(
      " ",
    ),
    en: "Mary Linda Susan Karen Nancy Betty Helen Donna Carol Ruth Sharon Emily Grace Olivia".split(
      " ",
    ),
  },
  male: {
    es: "José Luis Carlos Juan Miguel Jorge Pedro Rafael Manuel Roberto Fernando Andrés Diego Ramón".split(
      " ",
    ),
    en: "James John Robert David William Thomas Paul Mark Donald George Kenneth Frank Samuel Walter".split(
      " ",
    ),
  },
} as const;

const family = {
  es: "García Martínez Rodríguez López Hernández González Pérez Sánchez Ramírez Torres Flores Rivera".split(
    " ",
  ),
  en: "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Clark".split(
    " ",
  ),
} as const;

export function givenName(draw: Draw, sex: SampleSex, language: string): string {
  return draw.one("given", given[sex][language === "es" ? "es" : "en"]);
}

/** Drawn for the household, so that those who share a phone share a name. */
export function familyName(household: Draw, language: string): string {
  return household.one("family", family[language === "es" ? "es" : "en"]);
}
