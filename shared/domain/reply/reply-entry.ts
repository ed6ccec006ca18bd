import type { Entry, WordClasses } from "../triage/phrase.ts";

/** What a phrase inside a message means. */
export type Meaning =
  | "opt-out"
  /** Asks to stop without saying what: not one beside a medicine or a symptom. */
  | "bare-opt-out"
  /** Holds the words of an opt-out and is none. */
  | "not-opt-out"
  /** Could be one: a person reads it. */
  | "maybe-opt-out"
  /** Wishes to be written to all the same: then words of an opt-out are read by a person. */
  | "keeps-contact"
  | "wrong-number"
  | "not-wrong-number"
  | "help"
  | "wants-person"
  | "reason"
  | "answer"
  /** The language that is asked for; its code is the end of the id. */
  | "language"
  /** A language that the patient does not speak. */
  | "not-language";

export interface ReplyEntry extends Entry {
  readonly kind: "reply";
  readonly means: Meaning;
  /** What it is, in words for the one who reviews it. */
  readonly title: string;
  readonly language: string;
}

type Written = Omit<ReplyEntry, "kind">;

/** Who answers for a data file, and of which state. */
interface Reviewed {
  readonly version: string;
  /** Of everything below; a change without a new version is refused by a test. */
  readonly digest: string;
  readonly reviewedBy: string;
  readonly reviewedOn: string;
}

/** The data file that a compliance owner reviews (`opt-out.json`). Lists are divided by commas. */
export interface OptOutWords extends Reviewed {
  readonly spellable: string;
  readonly keywords: {
    /** Alone they can only be meant for us: chatty words around them change nothing. */
    readonly strong: string;
    /** Words of daily life: only with nothing but politeness around them. */
    readonly weak: string;
    /** Of these, the ones that may have been meant for a visit: a person makes sure. */
    readonly appointment: string;
    readonly polite: string;
    readonly chatty: string;
    /** One letter from "stop", and words of their own. */
    readonly besideStop: string;
  };
  readonly classes: WordClasses;
  readonly frames: readonly Written[];
}

/** The data file of all other meanings (`replies.json`). */
export interface ReplyWords extends Reviewed {
  readonly keywords: {
    readonly "opt-in": string;
    readonly keep: string;
    readonly help: string;
    readonly "wrong-number": string;
    readonly person: string;
  };
  readonly pleasantries: string;
  readonly classes: WordClasses;
  readonly languages: {
    /** `{language}` stands for each name of each language. */
    readonly frames: readonly string[];
    readonly notFrames: readonly string[];
    /** Names by BCP-47 code. */
    readonly names: Readonly<Record<string, string>>;
  };
  readonly phrases: readonly Written[];
}
