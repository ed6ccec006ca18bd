import { useSyncExternalStore } from "react";
import type { Language } from "./words.ts";

function languageOfPage(): Language {
  return document.documentElement.lang === "es" ? "es" : "en";
}

function watchPage(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["lang"] });
  return () => observer.disconnect();
}

/** The language that the console around the strip is shown in. */
export function useLanguage(): Language {
  return useSyncExternalStore(watchPage, languageOfPage);
}
