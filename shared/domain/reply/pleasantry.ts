import type { Word } from "../triage/normalise.ts";

const pleasantries: ReadonlySet<string> = new Set(
  `ok okay k kk okey oki thanks thank you thankyou thanx so very much hello hi hey hola good morning
   afternoon evening night day great nice cool perfect wonderful awesome sounds got it will do yes yep
   yeah yup no nope sure fine alright right understood received noted bye goodbye god bless have a
   welcome appreciate appreciated that the your reminder update for a lot sir maam dr doctor doc
   gracias muchas muy amable bueno buenos buenas dias tardes noches si esta bien vale listo de
   acuerdo perfecto entendido adios bendiciones saludos igualmente mil claro nada lo agradezco se
   dios le te los bendiga 👍 🙏 👎 lol haha jaja too all and is everyone there`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Longer than this, even polite words are read. */
const wordsMax = 10;

/** Nothing but thanks, a greeting or an acknowledgement. */
export function isPleasantry(words: readonly Word[]): boolean {
  return words.length <= wordsMax && words.every(({ text }) => pleasantries.has(text));
}
