import type { AnswerName } from "../campaign/campaign.ts";
import type { InEachLanguage } from "./page-link.ts";

/** How patients say the answers that campaigns commonly offer. */
const words: Readonly<Record<AnswerName, InEachLanguage>> = {
  "wants-booking": { en: "I want to book it", es: "Quiero hacer la cita" },
  "wants-call": { en: "Please call me", es: "Llámenme, por favor" },
  "wants-help": { en: "I want help. Please call me", es: "Quiero ayuda. Llámenme, por favor" },
  "wants-setup": { en: "I want help to set it up", es: "Quiero ayuda para hacerlo" },
  "already-done": { en: "I had it done already", es: "Ya me lo hice" },
  refilled: { en: "I have my refill already", es: "Ya surtí mi receta" },
  done: { en: "I did it already", es: "Ya lo hice" },
  "not-now": { en: "Not now", es: "Ahora no" },
  cost: { en: "It costs too much", es: "Cuesta demasiado" },
  "feels-bad": { en: "It makes me feel bad", es: "Me hace sentir mal" },
  "other-reason": { en: "There is another reason", es: "Hay otra razón" },
  yes: { en: "Yes", es: "Sí" },
  no: { en: "No", es: "No" },
};

/** Whatever its author calls it: what is given says what is meant. */
export const someDay: InEachLanguage = { en: "I choose this day", es: "Escojo este día" };
export const someNumber: InEachLanguage = { en: "My number is", es: "Mi número es" };

/** `undefined` where nobody wrote how it is said, and then no page may offer it. */
export function answerWords(answer: AnswerName): InEachLanguage | undefined {
  return Object.hasOwn(words, answer) ? words[answer] : undefined;
}

/** Answers by which the patient says that it is done: these can be dated. */
const done: ReadonlySet<AnswerName> = new Set(["already-done", "refilled", "done"]);

export function isDone(answer: AnswerName): boolean {
  return done.has(answer);
}

/** Answers after which somebody calls. */
const calls: ReadonlySet<AnswerName> = new Set(["wants-call", "wants-help"]);

export function asksForCall(answer: AnswerName): boolean {
  return calls.has(answer);
}
