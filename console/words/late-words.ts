import type { forecastInEnglish } from "./forecast/en.ts";
import type { Language } from "./language.ts";
import type { previewInEnglish } from "./preview/en.ts";

/** Words that only some screens say: they come with the first of those screens. */
export interface LateWords {
  readonly preview: typeof previewInEnglish;
  readonly forecast: typeof forecastInEnglish;
}
export type LatePart = keyof LateWords;

type Fetched<Part extends LatePart> = Promise<Pick<LateWords, Part>>;

export const lateWords: {
  readonly [Part in LatePart]: Readonly<Record<Language, () => Fetched<Part>>>;
} = {
  preview: {
    en: async () => ({ preview: (await import("./preview/en.ts")).previewInEnglish }),
    es: async () => ({ preview: (await import("./preview/es.ts")).previewInSpanish }),
  },
  forecast: {
    en: async () => ({ forecast: (await import("./forecast/en.ts")).forecastInEnglish }),
    es: async () => ({ forecast: (await import("./forecast/es.ts")).forecastInSpanish }),
  },
};
