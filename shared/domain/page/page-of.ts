import { phoneWords } from "../message/phone-words.ts";
import { type PageClinic, type PageLanguage, stopWords } from "../message/stop-words.ts";
import { openPage } from "./open-page.ts";
import type { PageContent, PageForm } from "./page-content.ts";
import type { PageView } from "./page-view.ts";
import { clinicName, type PageWords, pageWords } from "./page-words.ts";

/**
 * What a page says in this language. Nothing of the patient before the birth date was right: until then it
 * names the clinic, and how to stop and whom to call.
 */
export function pageOf(
  view: PageView,
  language: PageLanguage,
  clinic: PageClinic | undefined,
): PageContent {
  if (view.is === "stopped") {
    return { language, ...stopWords("stopped", language, clinic), forms: [] };
  }
  const words = pageWords(language);
  const name = clinicName(clinic, language);
  const call = words.callUs(clinic === undefined ? "" : phoneWords(clinic.phone));
  // Whoever wants to stop is asked for nothing (15 USC 7704(a)(3); 47 CFR 64.1200(a)(10)).
  const stop: PageForm = {
    note: words.stopNote,
    hidden: { do: "stop" },
    fields: [],
    button: words.stop,
    isAside: true,
  };
  const page = contentOf(view, language, { words, name, call });
  return { language, ...page, forms: [...page.forms, stop] };
}

function contentOf(
  view: Exclude<PageView, { readonly is: "stopped" }>,
  language: PageLanguage,
  {
    words,
    name,
    call,
  }: { readonly words: PageWords; readonly name: string; readonly call: string },
): Omit<PageContent, "language"> {
  switch (view.is) {
    case "open":
      return openPage(view, language, { name, call });
    case "closed":
      return {
        title: words.closedTitle,
        paragraphs: [words.closed, words.replyToIt, call],
        forms: [],
      };
    case "no-birth-date":
      return {
        title: words.askTitle(name),
        paragraphs: [words.noBirthDate, words.replyToIt, call],
        forms: [],
      };
    case "ask":
    case "wrong":
      return {
        title: words.askTitle(name),
        ...alertOf(view, words),
        paragraphs: words.askWhy,
        forms: [birthDateForm(words, call)],
      };
  }
}

function alertOf(view: PageView & { readonly is: "ask" | "wrong" }, words: PageWords) {
  if (view.is === "wrong") return { alert: words.wrong(view.triesLeft) };
  if (view.problem === "timed-out") return { alert: words.timedOut };
  return view.problem === undefined ? {} : { alert: words.problems["no-such-day"] };
}

function birthDateForm(words: PageWords, note: string): PageForm {
  return {
    note,
    hidden: { do: "birth-date" },
    fields: [
      {
        ...{ is: "date", name: "born", isBirthDate: true },
        ...{ legend: words.birthDate, hint: words.dateHint, parts: words.parts },
      },
    ],
    button: words.goOn,
  };
}
