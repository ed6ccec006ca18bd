import type { Day } from "../calendar.ts";
import type { AnswerName } from "../campaign/campaign.ts";
import type { Takes } from "./takes.ts";

/**
 * What one reply means, by every detector on every text. Several may hold at once: "STOP I have
 * chest pain" is an opt-out and a T1.
 */
export interface Understanding {
  readonly optOut: boolean;
  readonly optIn: boolean;
  /** KEEP: the STOP before it was meant for its own program only. */
  readonly keep: boolean;
  readonly help: boolean;
  readonly wrongNumber: boolean;
  /**
   * The answer to the open question, by the name its author gave it; `undefined` when no question
   * was open or the words do not answer it.
   */
  readonly answer?: AnswerName;
  /** The date or the number that the answer gave, when the question takes one. */
  readonly value?: AnswerValue;
  /** Asks for a human being, whatever else it says. */
  readonly wantsPerson: boolean;
  /** Tells that the patient has died. */
  readonly isDeath: boolean;
  /** Violence at home: only a person may answer, for others may read this phone. */
  readonly isViolence: boolean;
  /** What keeps the patient from doing it, in the order said. */
  readonly reasons: readonly Reason[];
  /** The highest tier that a red-flag rule found. */
  readonly tier?: Tier;
  /** The language that the patient asks for from now on, BCP-47. */
  readonly language?: string;
  /** A person must read this: ambiguous, un-understood, or a softened red flag. */
  readonly review: boolean;
  /** What decided, in the order found. Offsets are UTF-16 units in the text as it came. */
  readonly spans: readonly Span[];
}

export type AnswerValue =
  | { readonly is: "date"; readonly day: Day }
  | { readonly is: "number"; readonly number: number; readonly unit?: string };

/** Why a medicine is not refilled or a visit not made: barriers that somebody can clear. */
export type Reason =
  | "cost"
  | "side-effects"
  | "forgot"
  | "feels-well"
  | "afraid"
  | "told-to-stop"
  | "no-refills-left"
  | "out-of-stock"
  | "other-pharmacy"
  | "no-ride"
  | "no-time"
  | "has-enough";

/** T0 self-harm or violence, T1 possible life threat, T2 same day, T3 clinical, T4 service. */
export type Tier = "T0" | "T1" | "T2" | "T3" | "T4";

export interface Span {
  readonly start: number;
  readonly end: number;
  /** The rule that matched: `opt-out/keyword`, `T1/breathing`, `negation`, … */
  readonly rule: string;
}

/** What is known when a reply is read. */
export interface ReplyContext {
  /** BCP-47 of the patient, tried first; words of both languages always count. */
  readonly language?: string;
  /** The open question: its digits and their meanings, and what else it takes. */
  readonly question?: {
    readonly answers: Readonly<Record<string, AnswerName>>;
    readonly takes?: Takes;
  };
  /** `voice` takes key presses: a lone 9 is an opt-out there. */
  readonly channel?: "sms" | "voice" | "email";
  /** The patient's own day, for "tomorrow" and "last Tuesday". No relative date without it. */
  readonly on?: Day;
  /** How sure speech recognition was of a transcript, 0…1; absent for written words. */
  readonly confidence?: number;
}
