import type { FlowStep, Key, Speech, StepName } from "./flow-step.ts";
import type { FlowLanguage, FlowWords, WordsByLanguage } from "./flow-words.ts";

/** Where a step leads when it is done, and when it fails. */
interface Onward {
  readonly next: StepName;
  readonly otherwise: StepName;
}

/**
 * The name under which a contact carries a sentence, so that one flow speaks each language:
 * `sayOptedOut`. Without a hyphen, which a reference to an attribute would not take for a letter.
 */
function carried(sentence: keyof FlowWords): string {
  return `say${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** The sentence in the language of this contact. */
export function words(sentence: keyof FlowWords): Speech {
  return { Text: `$.Attributes.${carried(sentence)}` };
}

/** The contact's attribute that names the function which answers flows. */
const answeringFunction = "receiveCall";

/** What `$.External.next` may be, as `functions/receive-call` answers. */
export type NextWord = "go-on" | "goodbye" | "stopped" | "again" | "agent";

export function say(name: StepName, speech: Speech, { next, otherwise }: Onward): FlowStep {
  return {
    name,
    type: "MessageParticipant",
    parameters: speech,
    next,
    faults: { NoMatchingError: otherwise },
  };
}

/** Seconds that somebody has to press a key after the words; the hand must find the keypad. */
const keySeconds = "8";

/** Words that any key interrupts. */
export function ask(
  name: StepName,
  speech: Speech,
  to: {
    readonly keys: Readonly<Partial<Record<Key, StepName>>>;
    readonly otherKey: StepName;
    readonly silence: StepName;
    readonly otherwise: StepName;
  },
): FlowStep {
  return {
    name,
    type: "GetParticipantInput",
    parameters: { ...speech, StoreInput: "False", InputTimeLimitSeconds: keySeconds },
    results: to.keys,
    faults: {
      InputTimeLimitExceeded: to.silence,
      NoMatchingCondition: to.otherKey,
      NoMatchingError: to.otherwise,
    },
  };
}

/** Tells the function a key, `VOICEMAIL` or `NOINPUT`. */
export function report(name: StepName, digit: string, { next, otherwise }: Onward): FlowStep {
  return {
    name,
    type: "InvokeLambdaFunction",
    parameters: {
      // Not by its own name: Connect would want to see the function before it takes the flow, and
      // the function's stack is made after the flows, whose ids it is told.
      LambdaFunctionARN: `$.Attributes.${answeringFunction}`,
      InvocationTimeLimitSeconds: "8",
      InvocationType: "SYNCHRONOUS",
      LambdaInvocationAttributes: { digit },
      ResponseValidation: { ResponseType: "STRING_MAP" },
    },
    next,
    faults: { NoMatchingError: otherwise },
  };
}

/** Leads on by a value of the contact or of the function's last answer. */
export function compare(
  name: StepName,
  value: string,
  to: { readonly equals: Readonly<Record<string, StepName>>; readonly otherwise: StepName },
): FlowStep {
  return {
    name,
    type: "Compare",
    parameters: { ComparisonValue: value },
    results: to.equals,
    faults: { NoMatchingCondition: to.otherwise },
  };
}

/** Leads on by what the function answered. */
export function compareAnswer(
  name: StepName,
  to: {
    readonly equals: Readonly<Partial<Record<NextWord, StepName>>>;
    readonly otherwise: StepName;
  },
): FlowStep {
  const equals = Object.fromEntries(Object.entries(to.equals));
  return compare(name, "$.External.next", { equals, otherwise: to.otherwise });
}

export function remember(
  name: StepName,
  attributes: Readonly<Record<string, string>>,
  { next, otherwise }: Onward,
): FlowStep {
  return {
    name,
    type: "UpdateContactAttributes",
    parameters: { Attributes: attributes, TargetContact: "Current" },
    next,
    faults: { NoMatchingError: otherwise },
  };
}

/** So many times in all: `count` says how often `again` is gone before `done`. */
export function repeat(
  name: StepName,
  count: number,
  to: { readonly again: StepName; readonly done: StepName },
): FlowStep {
  return {
    name,
    type: "Loop",
    parameters: { LoopCount: String(count) },
    results: { ContinueLooping: to.again, DoneLooping: to.done },
  };
}

export function hangUp(): FlowStep {
  return { name: "hang-up", type: "DisconnectParticipant", parameters: {} };
}

/**
 * The first step of every flow. A flow's log would hold what was said to whom: it is switched off,
 * because no log holds anything about patients (law 11).
 */
export function keepNoLog(next: StepName): FlowStep {
  return {
    name: "keep-no-log",
    type: "UpdateFlowLoggingBehavior",
    parameters: { FlowLoggingBehavior: "Disabled" },
    next,
  };
}

/** Polly's US voices. Source: Amazon Polly developer guide, available voices, neural. */
const voices: Readonly<Record<FlowLanguage, string>> = { en: "Joanna", es: "Lupe" };

/** From here on the contact is spoken to in this language: `speak-en`, `speak-es`. */
export function speak(
  language: FlowLanguage,
  all: WordsByLanguage,
  { functionArn, next }: { readonly functionArn: string; readonly next: StepName },
): readonly FlowStep[] {
  const sentences = Object.entries(all[language]).map(([sentence, text]) => [
    carried(sentence as keyof FlowWords),
    text,
  ]);
  const carry = `carry-${language}`;
  return [
    {
      name: `speak-${language}`,
      type: "UpdateContactTextToSpeechVoice",
      parameters: { TextToSpeechVoice: voices[language], TextToSpeechEngine: "Neural" },
      next: carry,
      // Another voice is better than none.
      faults: { NoMatchingError: carry },
    },
    remember(
      carry,
      { [answeringFunction]: functionArn, ...Object.fromEntries(sentences) },
      { next, otherwise: "last-words" },
    ),
  ];
}

/** Every way that failed ends here: the clinic's number is said, and never nothing. */
export function farewells(all: WordsByLanguage): readonly FlowStep[] {
  const last = (name: StepName, language: FlowLanguage, next: StepName) =>
    say(name, { Text: all[language].lastWords }, { next, otherwise: next });
  return [
    say("call-us", words("callUs"), { next: "hang-up", otherwise: "last-words" }),
    // Fixed words in both languages, which need nothing that could be missing.
    last("last-words", "en", "last-words-es"),
    last("last-words-es", "es", "hang-up"),
    hangUp(),
  ];
}
