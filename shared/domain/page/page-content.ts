import type { PageLanguage } from "../message/stop-words.ts";

/** What a page shows in one language, before anybody makes a document of it. Plain text throughout. */
export interface PageContent {
  readonly language: PageLanguage;
  readonly title: string;
  /** What was wrong, or what was done: read first. */
  readonly alert?: string;
  readonly paragraphs: readonly string[];
  readonly forms: readonly PageForm[];
}

/** One form with one button, which posts to the address that the page stands at. */
export interface PageForm {
  readonly note?: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields: readonly PageField[];
  readonly button: string;
  /** It stands behind what the page is for. */
  readonly isAside?: true;
}

export type PageField = DateField | ChoiceField | NumberField;

/**
 * A day in three fields: who was born in 1941 would turn a calendar for long (GOV.UK Design System, "Date
 * input"). Sent as `<name>-month`, `-day` and `-year`.
 */
export interface DateField {
  readonly is: "date";
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  /** In the order in which the language writes a date. */
  readonly parts: readonly { readonly part: "month" | "day" | "year"; readonly label: string }[];
  /** A browser that knows it may fill it in (WCAG 2.2, 1.3.5). */
  readonly isBirthDate?: true;
}

/** One of several. */
export interface ChoiceField {
  readonly is: "choice";
  readonly name: string;
  readonly legend: string;
  readonly options: readonly PageOption[];
}

export interface PageOption {
  readonly value: string;
  readonly label: string;
  /** BCP-47, where the label is in another language than the page. */
  readonly language?: string;
  readonly isChosen?: boolean;
  /** What belongs to this choice. */
  readonly detail?: DateField | NumberField;
}

export interface NumberField {
  readonly is: "number";
  readonly name: string;
  readonly label: string;
}
