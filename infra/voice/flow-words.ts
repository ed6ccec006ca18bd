import type { NoticeBook } from "#domain/message/notice-book";
import { phoneWords } from "#domain/message/phone-words";
import { render } from "#domain/message/render";
import type { VariableValues } from "#domain/message/variables";
import type { NoticeKind } from "#domain/record/notice";

/** Whose name and number the flows say. */
export interface Clinic {
  readonly name: string;
  /** The number patients call, E.164. */
  readonly phone: string;
}

/** All that a flow says of its own, besides the campaign's words; ready to be spoken. */
export interface FlowWords {
  /** The confirmation of an opt-out: the clinic's notice `opted-out`. */
  readonly optedOut: string;
  /** With the clinic's number, where there is nothing more to say: its notice `help`. */
  readonly callUs: string;
  /** The promise of a call back, where no agent can be had. */
  readonly callBack: string;
  readonly thanks: string;
  readonly notUnderstood: string;
  readonly connecting: string;
  readonly waiting: string;
  /** An opt-out could not be written down, on our call and on the patient's. */
  readonly notStopped: string;
  readonly notStoppedButHelped: string;
  /** To who calls the clinic's line. */
  readonly greeting: string;
  /** What is left when no other words can be spoken. */
  readonly lastWords: string;
}

export const flowLanguages = ["en", "es"] as const;
export type FlowLanguage = (typeof flowLanguages)[number];
export type WordsByLanguage = Readonly<Record<FlowLanguage, FlowWords>>;

type OwnSentence = Exclude<keyof FlowWords, "optedOut" | "callUs">;

const own: Readonly<Record<FlowLanguage, Readonly<Record<OwnSentence, string>>>> = {
  en: {
    thanks: "Thank you. We have your answer. If you need us, call {phone}. Goodbye.",
    notUnderstood: "That key does nothing here.",
    connecting: "One moment, please. You will talk to a person.",
    callBack:
      "Nobody is free to talk right now. A person from {clinic} will call you back. " +
      "If it cannot wait, call {phone}. In an emergency, call 911. Goodbye.",
    waiting: "Please stay on the line. A person will be with you soon.",
    notStopped:
      "We could not write that down. To stop these calls, please call {clinic} at {phone}. Goodbye.",
    notStoppedButHelped: "We could not write that down. A person will do it for you.",
    greeting:
      "This is {clinic}. In an emergency, hang up and call 911. " +
      "To stop our calls and messages, press 9. " +
      "To talk to a person, press 0 or stay on the line.",
    lastWords: "Please call {clinic} at {phone}. Goodbye.",
  },
  es: {
    thanks: "Gracias. Tenemos su respuesta. Si nos necesita, llame al {phone}. Adiós.",
    notUnderstood: "Esa tecla no hace nada aquí.",
    connecting: "Un momento, por favor. Va a hablar con una persona.",
    callBack:
      "Ahora nadie puede hablar con usted. Una persona de {clinic} le va a llamar. " +
      "Si no puede esperar, llame al {phone}. En una emergencia, llame al 911. Adiós.",
    waiting: "No cuelgue, por favor. Una persona le va a atender pronto.",
    notStopped:
      "No lo pudimos anotar. Para no recibir más llamadas, llame a {clinic} al {phone}. Adiós.",
    notStoppedButHelped: "No lo pudimos anotar. Una persona lo va a hacer por usted.",
    greeting:
      "Habla {clinic}. En una emergencia, cuelgue y llame al 911. " +
      "Para no recibir más llamadas ni mensajes, oprima 9. " +
      "Para hablar con una persona, oprima 0 o no cuelgue.",
    lastWords: "Llame a {clinic} al {phone}. Adiós.",
  },
};

/** Said in Spanish to everybody who calls. */
export const chooseSpanish = "Para español, oprima 2.";

/**
 * The flows' words with the clinic's name and number in them. What a notice says on other channels
 * is said here in the same words, those that care managers wrote.
 * @throws Error naming the notice that has no words for a call.
 */
export function flowWords(clinic: Clinic, notices: NoticeBook): WordsByLanguage {
  return { en: wordsIn("en", clinic, notices), es: wordsIn("es", clinic, notices) };
}

function wordsIn(language: FlowLanguage, clinic: Clinic, notices: NoticeBook): FlowWords {
  const values: VariableValues = { clinic: clinic.name, phone: phoneWords(clinic.phone) };
  const notice = (kind: NoticeKind): string => {
    const words = notices[language]?.[kind]?.voice;
    if (words) return render(words, values);
    const advice = `Write "${kind}" for calls in the notices in ${language}.`;
    throw new Error(`flow/no-notice: the flows cannot say "${kind}". ${advice}`);
  };
  const said = own[language];
  const sentences = Object.entries(said).map(([name, text]) => [name, render(text, values)]);
  return {
    ...(Object.fromEntries(sentences) as Record<OwnSentence, string>),
    optedOut: notice("opted-out"),
    callUs: notice("help"),
  };
}
