import type { PageClinic, PageLanguage } from "../message/stop-words.ts";
import type { Channel } from "../patient/contact-point.ts";
import type { DateField } from "./page-content.ts";
import type { FieldProblem } from "./page-fields.ts";
import { english } from "./words/english.ts";
import { spanish } from "./words/spanish.ts";

/** Every word of the page of a message, in one language, but for what the campaign asks. */
export interface PageWords {
  /** Of a date, in the order in which the language writes one. */
  readonly parts: DateField["parts"];
  readonly dateHint: string;
  /** `December 1, 2026` */
  readonly date: (year: number, month: number, day: number) => string;

  readonly askTitle: (clinic: string) => string;
  readonly askWhy: readonly string[];
  readonly birthDate: string;
  readonly goOn: string;
  readonly timedOut: string;
  readonly wrong: (triesLeft: number) => string;
  readonly closedTitle: string;
  readonly closed: string;
  readonly noBirthDate: string;
  readonly replyToIt: string;

  readonly openTitle: (clinic: string) => string;
  readonly about: (care: string) => string;
  readonly question: string;
  readonly whenDone: string;
  readonly mayBeEmpty: string;
  readonly whichDay: string;
  readonly between: (from: string, through: string) => string;
  readonly number: (unit: string | undefined) => string;
  readonly send: string;
  readonly call: string;
  readonly language: string;
  readonly channel: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly change: string;

  readonly noted: string;
  /** Something else was said before. */
  readonly stands: string;
  readonly youSaid: (what: string) => string;
  readonly emergency: string;
  readonly problems: Readonly<Record<FieldProblem, string>>;
  /** Empty: nobody knows it just now. */
  readonly callUs: (phone: string) => string;
  readonly stopNote: string;
  readonly stop: string;
}

const words: Readonly<Record<PageLanguage, PageWords>> = { en: english, es: spanish };

export function pageWords(language: PageLanguage): PageWords {
  return words[language];
}

/** The clinic's name as a page says it. */
export function clinicName(clinic: PageClinic | undefined, language: PageLanguage): string {
  return clinic?.name ?? (language === "es" ? "su clínica" : "your clinic");
}
