/**
 * What one reply means, by every detector on every text. Several may hold at once: "STOP I have
 * chest pain" is an opt-out and a T1.
 */
export interface Understanding {
  readonly optOut: boolean;
  readonly optIn: boolean;
  readonly help: boolean;
  readonly wrongNumber: boolean;
  /**
   * The answer to the open question, by the name its author gave it; `undefined` when no question
   * was open or the words do not answer it.
   */
  readonly answer?: string;
  /** The highest tier that a red-flag rule found. */
  readonly tier?: Tier;
  /** The language that a whole-message word asks for from now on: `es` or `en`. */
  readonly language?: "en" | "es";
  /** A person must read this: ambiguous, un-understood, or a softened red flag. */
  readonly review: boolean;
  /** What decided, in the order found. Offsets are UTF-16 units in the text as it came. */
  readonly spans: readonly Span[];
}

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
  /** The open question: its digits and their meanings. */
  readonly question?: { readonly answers: Readonly<Record<string, string>> };
  /** `voice` takes key presses: a lone 9 is an opt-out there. */
  readonly channel?: "sms" | "voice" | "email";
}
