import { type Day, dayParts } from "../calendar.ts";
import type { PageLanguage } from "../message/stop-words.ts";
import type { ChoiceField, DateField, NumberField, PageContent, PageForm } from "./page-content.ts";
import type { PageAsks, PageChoice } from "./page-link.ts";
import type { PageView } from "./page-view.ts";
import type { PageWord, PageWordKind } from "./page-word.ts";
import { type PageWords, pageWords } from "./page-words.ts";

type Open = PageView & { readonly is: "open" };

/** What is asked of the patient, and what they can choose besides; of what was said, what it was. */
export function openPage(
  { asks, said, today, proof, problem, chosen, just }: Open,
  language: PageLanguage,
  clinic: { readonly name: string; readonly call: string },
): Omit<PageContent, "language"> {
  const words = pageWords(language);
  const { choices, about, channels } = asks;
  const heard = Object.values(said).map((word) => words.youSaid(saidWords(word, asks, language)));
  const form = (
    kind: PageWordKind,
    button: string,
    options?: Omit<ChoiceField, "is" | "name">,
  ): PageForm => ({
    hidden: { do: kind, proof },
    fields: options === undefined ? [] : [{ is: "choice", name: kind, ...options }],
    button,
    ...(kind === "answer" ? {} : { isAside: true }),
  });
  const answer = () =>
    form("answer", words.send, {
      legend: words.question,
      options: choices.map((choice) => ({
        value: choice.name,
        label: choice.words[language],
        isChosen: choice.name === chosen,
        ...detailOf(choice, today, words),
      })),
    });
  const languages = () =>
    form("language", words.change, {
      legend: words.language,
      options: languageNames.map((each) =>
        each.language === language ? { value: each.value, label: each.label } : each,
      ),
    });
  const channel = () =>
    form("channel", words.change, {
      legend: words.channel,
      options: channels.map((value) => ({ value, label: words.channels[value] })),
    });
  const alert = problem === undefined ? just && words[just.is] : words.problems[problem];
  return {
    title: words.openTitle(clinic.name),
    ...(alert === undefined ? {} : { alert }),
    paragraphs: [
      ...(about === undefined ? [] : [words.about(about[language])]),
      ...heard,
      clinic.call,
      words.emergency,
    ],
    forms: [
      ...(said.answer || choices.length === 0 ? [] : [answer()]),
      ...(said.call || !asks.offersCall ? [] : [form("call", words.call)]),
      ...(said.language ? [] : [languages()]),
      ...(said.channel || channels.length < 2 ? [] : [channel()]),
    ],
  };
}

/** Each in its own words: who reads it needs no other. */
const languageNames = [
  { value: "en", label: "English", language: "en" },
  { value: "es", label: "Español", language: "es" },
] as const;

function detailOf({ name, day, number }: PageChoice, today: Day, words: PageWords) {
  if (number !== undefined) {
    const detail: NumberField = { is: "number", name: "number", label: words.number(number.unit) };
    return { detail };
  }
  if (day === undefined) return {};
  const [from, through] = [today - day.back, today + day.ahead];
  const detail: DateField = {
    ...{ is: "date", name, parts: words.parts },
    legend: day.isNeeded ? words.whichDay : words.whenDone,
    hint: day.isNeeded
      ? words.between(written(from, words), written(through, words))
      : words.mayBeEmpty,
  };
  return { detail };
}

/** What was said, as the patient said it. */
export function saidWords(word: PageWord, asks: PageAsks, language: PageLanguage): string {
  const words = pageWords(language);
  switch (word.is) {
    case "answer": {
      const { answer, value } = word;
      const choice = asks.choices.find(({ name }) => name === answer);
      const label = choice?.words[language] ?? answer;
      if (value === undefined) return label;
      if (value.is === "date") return `${label}: ${written(value.day, words)}`;
      return `${label}: ${value.number}${value.unit === undefined ? "" : ` ${value.unit}`}`;
    }
    case "call":
      return words.call;
    case "language":
      return languageNames.find(({ value }) => value === word.language)?.label ?? word.language;
    case "channel":
      return words.channels[word.channel];
  }
}

function written(day: Day, words: PageWords): string {
  const { year, month, day: ofMonth } = dayParts(day);
  return words.date(year, month, ofMonth);
}
