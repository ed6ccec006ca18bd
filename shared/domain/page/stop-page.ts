import {
  type PageClinic,
  type PageLanguage,
  type StopPage,
  stopWords,
} from "../message/stop-words.ts";
import type { PageContent } from "./page-content.ts";

/** A page of the link that stops messages. Its button posts what a mail program posts (RFC 8058). */
export function stopPage(page: StopPage, language: PageLanguage, clinic?: PageClinic): PageContent {
  const { title, paragraphs, button } = stopWords(page, language, clinic);
  const hidden = { "List-Unsubscribe": "One-Click" };
  return {
    ...{ language, title, paragraphs },
    forms: button === undefined ? [] : [{ hidden, fields: [], button }],
  };
}
