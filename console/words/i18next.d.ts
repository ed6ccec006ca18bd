import "i18next";
import type { english } from "./en.ts";
import type { LateWords } from "./late-words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    enableSelector: true;
    resources: { translation: typeof english & LateWords };
  }
}
