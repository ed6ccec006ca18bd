import { phoneWords } from "./phone-words.ts";

/** Whose messages the page is about, as far as that is known. */
export interface PageClinic {
  readonly name: string;
  /** E.164. */
  readonly phone: string;
}

/** What a page about stopping can say. */
export type StopPage = "ask" | "stopped" | "no-such-link" | "not-saved";

/** One page's words in one language, plain text. */
export interface PageWords {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Of the one button, where there is one. */
  readonly button?: string;
}

/** The languages that these pages are written in; whoever reads another gets both. */
export const pageLanguages = ["en", "es"] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The languages in which to say it: the one that the patient reads, or all. */
export function languagesFor(language: string | undefined): readonly PageLanguage[] {
  const [primary] = (language ?? "").toLowerCase().split("-");
  const known = pageLanguages.find((one) => one === primary);
  return known === undefined ? pageLanguages : [known];
}

/**
 * The words of a page. Whether a link never was, is misspelled or too old is not told apart: it is one
 * page, and it names no clinic.
 */
export function stopWords(
  page: StopPage,
  language: PageLanguage,
  clinic: PageClinic | undefined,
): PageWords {
  return words[language][page](clinic);
}

type Words = Readonly<Record<StopPage, (clinic: PageClinic | undefined) => PageWords>>;

const english: Words = {
  ask: (clinic) => ({
    title: `Stop messages from ${clinic?.name ?? "your clinic"}?`,
    paragraphs: [
      `If you press the button, ${clinic?.name ?? "your clinic"} sends you no more reminders: no mails, no texts and no calls.`,
      `Your care does not change. You can still call us${at(clinic, " at ")}.`,
    ],
    button: "Stop all messages",
  }),
  stopped: (clinic) => ({
    title: "Your messages are stopped",
    paragraphs: [
      `${clinic?.name ?? "Your clinic"} sends you no more reminders: no mails, no texts and no calls. One that is on its way may still come.`,
      `Your care does not change. If you want messages again, call us${at(clinic, " at ")}.`,
    ],
  }),
  "no-such-link": () => ({
    title: "This link does not work",
    paragraphs: [
      "It may be old or not complete. Nothing was changed.",
      "To stop our messages, answer STOP to one of them, or call the clinic that sent them.",
    ],
  }),
  "not-saved": (clinic) => ({
    title: "That did not work just now",
    paragraphs: [
      "We could not save it, so nothing is stopped or changed yet. Please try again in a minute.",
      `You can also answer STOP to any of our messages, or call us${at(clinic, " at ")}.`,
    ],
  }),
};

const spanish: Words = {
  ask: (clinic) => ({
    title: `¿Ya no quiere mensajes de ${clinic?.name ?? "su clínica"}?`,
    paragraphs: [
      `Si oprime el botón, ${clinic?.name ?? "su clínica"} ya no le enviará recordatorios: ni correos, ni mensajes de texto, ni llamadas.`,
      `Su atención médica no cambia. Puede llamarnos${at(clinic, " al ")} cuando quiera.`,
    ],
    button: "Parar todos los mensajes",
  }),
  stopped: (clinic) => ({
    title: "Ya no recibirá mensajes",
    paragraphs: [
      `${clinic?.name ?? "Su clínica"} ya no le enviará recordatorios: ni correos, ni mensajes de texto, ni llamadas. Puede llegar alguno que ya iba en camino.`,
      `Su atención médica no cambia. Si quiere recibirlos otra vez, llámenos${at(clinic, " al ")}.`,
    ],
  }),
  "no-such-link": () => ({
    title: "Este enlace no funciona",
    paragraphs: [
      "Puede ser viejo o estar incompleto. No se cambió nada.",
      "Para no recibir más mensajes, responda STOP a uno de ellos o llame a la clínica que los envió.",
    ],
  }),
  "not-saved": (clinic) => ({
    title: "No funcionó en este momento",
    paragraphs: [
      "No pudimos guardarlo, así que todavía no se cambió ni se paró nada. Intente otra vez en un minuto.",
      `También puede responder STOP a cualquiera de nuestros mensajes o llamarnos${at(clinic, " al ")}.`,
    ],
  }),
};

const words: Readonly<Record<PageLanguage, Words>> = { en: english, es: spanish };

function at(clinic: PageClinic | undefined, before: string): string {
  return clinic === undefined ? "" : before + phoneWords(clinic.phone);
}
